using System.Text.Json;
using Dreaming.Agents.Binding;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;

namespace Dreaming.Agents.Candidates;

/// <summary>Questions: for values that no call can be made without, for which of several things is meant, for a yes before a change, for what is wanted.</summary>
internal static class QuestionCandidates
{
    private const int MostNamed = 5;

    public static void Add(ConversationState state, Binder binder, Candidate?[] first, List<Candidate> candidates, int most)
    {
        var start = candidates.Count;
        var refused = state.LastCall is { Answer: Answer.Refused or Answer.Invalid } last && state.Last == Turn.Tool ? last : null;
        foreach (var slot in state.Lexicon.Slots)
        {
            if (candidates.Count - start >= most)
                break;
            if (IsAskable(slot) && (binder.IsOpen(slot) || refused?.Tool?.Parameters.Contains(slot) == true))
                candidates.Add(Candidate.Ask(slot));
        }

        AddWhich(state, candidates);
        foreach (var call in first)
            if (call is { Tool.Contract.Effect: Effect.Write })
                candidates.Add(Candidate.Confirm(call));
        candidates.Add(Candidate.Words(ActKind.Open, () => Phrasing.OpenQuestion));
    }

    private static bool IsAskable(Slot slot) => !slot.IsProse && slot.Member.Kind is not (ValueKind.Boolean or ValueKind.Object or ValueKind.Union or ValueKind.Map or ValueKind.Any);

    // By the member that tells the latest listed objects apart: "Which medication do you mean: A, B or C?"
    private static void AddWhich(ConversationState state, List<Candidate> candidates)
    {
        for (var c = state.Calls.Count - 1; c >= 0; c--)
        {
            var call = state.Calls[c];
            if (!call.Succeeded || call.Reply is null)
                continue;
            var asked = 0;
            foreach (var list in call.Reply.Rows.Where(r => r.Listed).GroupBy(r => r.Container))
            {
                var rows = list.ToList();
                if (rows.Count < 2 || asked == 2)
                    continue;
                var best = rows.Max(state.Mentions.Of);
                var meant = rows.FindAll(r => best > 0 && state.Mentions.Of(r) >= best - 0.01);
                if (meant.Count == 1)
                    continue;
                if (meant.Count == 0)
                    meant = rows.FindAll(r => state.Mentions.Of(r) >= 0);
                if (Telling(meant) is not { } member)
                    continue;
                var values = meant.Select(r => r.Values.Find(v => v.Name == member)?.Text).OfType<string>().Distinct().Take(MostNamed).ToList();
                if (values.Count < 2)
                    continue;
                candidates.Add(Candidate.Which(Language.Words.OfName(member), values));
                asked++;
            }

            if (asked > 0)
                return;
        }
    }

    private static string? Telling(List<SeenRow> rows)
    {
        if (rows.Count < 2)
            return null;
        string? best = null;
        var bestEase = -1;
        foreach (var value in rows[0].Values)
        {
            if (value.Sensitive || value.Kind != JsonValueKind.String || EaseOf(value.Text) <= bestEase)
                continue;
            if (rows.Select(r => r.Values.Find(v => v.Name == value.Name)?.Text).Distinct().Count() < 2)
                continue;
            (best, bestEase) = (value.Name, EaseOf(value.Text));
        }

        return best;
    }

    // People tell things apart by words, then by words and figures ("5 mg tablets"), and least by codes.
    private static int EaseOf(string text) => !text.Any(char.IsDigit) ? 2 : text.Contains(' ') ? 1 : 0;
}
