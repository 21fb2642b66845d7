using System.Text;
using Dreaming.Agents.Binding;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;

namespace Dreaming.Agents.Candidates;

/// <summary>Each tool with the arguments that the conversation yields: the likeliest ones first, then those that differ in one value.</summary>
internal static class CallCandidates
{
    private const int MostOfOneTool = 8;
    private const double SameRow = 1.5;

    /// <param name="state">The conversation.</param>
    /// <param name="binder">Its values.</param>
    /// <param name="candidates">Receives the calls.</param>
    /// <param name="first">Receives each tool's likeliest call, by the tool's index; null where a parameter has no value.</param>
    /// <param name="most">How many calls to give at most.</param>
    public static void Add(ConversationState state, Binder binder, List<Candidate> candidates, Candidate?[] first, int most)
    {
        var byTool = new List<Candidate>[state.Lexicon.Tools.Length];
        var longest = 0;
        foreach (var tool in state.Lexicon.Tools)
        {
            var calls = byTool[tool.Index] = Of(tool, binder);
            first[tool.Index] = calls.Count > 0 ? calls[0] : null;
            longest = Math.Max(longest, calls.Count);
        }

        // Round after round, so that no tool crowds out another.
        for (var round = 0; round < longest; round++)
            foreach (var calls in byTool)
                if (round < calls.Count && candidates.Count < most)
                    candidates.Add(calls[round]);
    }

    private static List<Candidate> Of(ToolEntry tool, Binder binder)
    {
        var calls = new List<Candidate>();
        var parameters = tool.Parameters;
        var options = new IReadOnlyList<Bound>[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            options[i] = binder.For(parameters[i]);
            if (options[i].Count == 0 && tool.IsRequired(i))
                return calls;
        }

        var likeliest = Choose(tool, options, -1, null);
        Try(tool, likeliest, 0, calls);
        for (var rank = 1; rank < 6; rank++)
        {
            for (var i = 0; i < parameters.Length && calls.Count < MostOfOneTool; i++)
            {
                var values = options[i];
                // The next likely value after those that stand in the likeliest call already.
                var next = values.Where(v => v.Json != likeliest[i]?.Json).ElementAtOrDefault(rank - 1);
                if (next is not null && Worth(next, rank))
                    Try(tool, Choose(tool, options, i, next), 1, calls);
                if (rank == 1 && likeliest[i] is not null && !tool.IsRequired(i))
                    Try(tool, Without(likeliest, i), 1, calls);
            }
        }

        return calls;
    }

    private static bool Worth(Bound value, int rank) => rank <= 2 || value.Source is Source.Guess or Source.Listed;

    private static Bound?[] Without(Bound?[] values, int parameter)
    {
        var fewer = (Bound?[])values.Clone();
        fewer[parameter] = null;
        return fewer;
    }

    // Values that one object shows together belong together: once one is chosen, its neighbours are likelier.
    private static Bound?[] Choose(ToolEntry tool, IReadOnlyList<Bound>[] options, int fixedAt, Bound? fixedTo)
    {
        var parameters = tool.Parameters;
        var chosen = new Bound?[parameters.Length];
        if (fixedAt >= 0)
            chosen[fixedAt] = fixedTo;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                // First what the user's words decide, then the rest around it.
                var values = options[i];
                if (i == fixedAt || values.Count == 0 || (pass == 0) != Decided(values[0]))
                    continue;
                if (!tool.IsRequired(i) && !Volunteered(values[0]))
                    continue;
                Bound? best = null;
                var bestScore = double.MinValue;
                foreach (var value in values)
                {
                    var score = value.Score + (SharesRow(value, chosen) ? SameRow : 0);
                    if (Repeats(parameters, chosen, i, value))
                        score -= 5;
                    if (score > bestScore)
                        (best, bestScore) = (value, score);
                }

                chosen[i] = best;
            }
        }

        return chosen;
    }

    private static bool Decided(Bound value) => value.Source is Source.Said or Source.Answered or Source.Focus;

    private static bool Volunteered(Bound value) => value.Source is Source.Said or Source.Answered;

    private static bool SharesRow(Bound value, Bound?[] chosen)
    {
        if (value.Row is not { } row)
            return false;
        foreach (var other in chosen)
            if (other is not null && (row.Values.Exists(v => v.Json == other.Json) || (row.Parent?.Values.Exists(v => v.Json == other.Json) ?? false)))
                return true;
        return false;
    }

    // What replaces something is not that thing itself.
    private static bool Repeats(Slot[] parameters, Bound?[] chosen, int index, Bound value)
    {
        if (!parameters[index].Name.StartsWith("new_", StringComparison.Ordinal))
            return false;
        for (var i = 0; i < parameters.Length; i++)
            if (chosen[i]?.Json == value.Json && parameters[index].Name.AsSpan(4).SequenceEqual(parameters[i].Name))
                return true;
        return false;
    }

    private static void Try(ToolEntry tool, Bound?[] values, int deviations, List<Candidate> calls)
    {
        if (calls.Count >= MostOfOneTool)
            return;
        var call = Candidate.Call(tool, values, deviations);
        foreach (var other in calls)
            if (other.Content == call.Content)
                return;
        if (Array.Exists(values, v => v?.Unchecked == true) || IsValid(tool.Contract, call.Content))
            calls.Add(call);
    }

    private static bool IsValid(ToolContract tool, string arguments)
    {
        const int small = 1024;
        var most = Encoding.UTF8.GetMaxByteCount(arguments.Length);
        var utf8 = most <= small ? stackalloc byte[small] : new byte[most];
        return tool.Validate(utf8[..Encoding.UTF8.GetBytes(arguments, utf8)]);
    }
}
