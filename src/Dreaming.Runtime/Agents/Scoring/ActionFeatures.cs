using Dreaming.Agents.Binding;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;

namespace Dreaming.Agents.Scoring;

/// <summary>What a candidate is, seen from the conversation, as features.</summary>
internal static class ActionFeatures
{
    public static void Add(ConversationState state, Candidate candidate, FeatureSet features)
    {
        if (candidate.IsCall)
            AddCall(state, candidate, features);
        else
            AddWords(state, candidate, features);
    }

    private static void AddWords(ConversationState state, Candidate candidate, FeatureSet features)
    {
        var kind = candidate.Kind.ToString();
        features.Add("say");
        features.Add("say", kind);
        features.Add("say", kind, candidate.Subject);
        var times = 0;
        var sameAct = 0;
        foreach (var said in state.Agent)
        {
            if (said.Act.Kind != candidate.Kind || said.Act.Subject != candidate.Subject)
                continue;
            sameAct++;
            if (said.Text == candidate.Content)
                times++;
        }

        features.Add("said before", kind, Facts.Count(times));
        features.Add("act before", kind, Facts.Count(sameAct));
        if (candidate.Kind is ActKind.Inform or ActKind.Done or ActKind.Decline or ActKind.Apologise && state.LastCall is { } last)
            features.Add("about the last call", kind, (last.Tool == candidate.Tool).ToString(), last.Answer.ToString());
        if (candidate.Kind == ActKind.Confirm)
            AddValues(state, candidate, features);
    }

    private static void AddCall(ConversationState state, Candidate candidate, FeatureSet features)
    {
        var tool = candidate.Tool!;
        var name = tool.Contract.Name;
        features.Add("call");
        features.Add("call", name);
        features.Add("effect", tool.Contract.Effect.ToString());
        features.Add("deviations", Facts.Count(candidate.Deviations));

        int same = 0, sameTool = 0;
        var sameAnswer = Answer.None;
        var toolAnswer = Answer.None;
        foreach (var call in state.Calls)
        {
            if (call.Name != name)
                continue;
            sameTool++;
            toolAnswer = call.Answer;
            if (call.Arguments == candidate.Content)
            {
                same++;
                sameAnswer = call.Answer;
            }
        }

        features.Add("same call", sameAnswer.ToString(), Facts.Count(same));
        features.Add("same call", name, sameAnswer.ToString(), Facts.Count(same));
        features.Add("same tool", toolAnswer.ToString(), Facts.Count(sameTool));
        features.Add("same tool", name, toolAnswer.ToString());
        if (state.LastCall is { } last && last.Name == name)
            features.Add("tool again", last.Answer.ToString(), (last.Arguments == candidate.Content).ToString());
        AddValues(state, candidate, features);
    }

    private static void AddValues(ConversationState state, Candidate candidate, FeatureSet features)
    {
        var tool = candidate.Tool!;
        var name = candidate.IsCall ? tool.Contract.Name : "confirm " + tool.Contract.Name;
        for (var i = 0; i < candidate.Values.Length; i++)
        {
            var slot = tool.Parameters[i];
            if (candidate.Values[i] is not { } value)
            {
                features.Add("left out", name, slot.Name);
                continue;
            }

            features.Add("source", name, slot.Name, value.Source.ToString());
            features.Add("source", value.Source.ToString());
            if (!slot.Member.Sensitive && (slot.Member.Kind is ValueKind.Boolean || !slot.Choices.IsEmpty))
                features.Add("value", name, slot.Name, value.Json);
            if (!slot.Member.Sensitive && slot.Choices.IsEmpty && slot.Member.Kind is not ValueKind.Boolean)
                AddHistory(state, name, slot, value, features);
        }
    }

    // What is known of the very thing that the call would act on: which tools have dealt with it, and what they showed of it.
    private static void AddHistory(ConversationState state, string name, Slot slot, Bound value, FeatureSet features)
    {
        foreach (var tool in state.Lexicon.Tools)
        {
            if (!Array.Exists(tool.Parameters, p => p.Name == slot.Name || p.Element?.Name == slot.Name))
                continue;
            var answer = Answer.None;
            foreach (var call in state.Calls)
                if (call.Tool == tool && call.Scalars.Exists(s => s.Name == slot.Name && s.Json == value.Json))
                    answer = call.Answer;
            features.Add("dealt with", name, slot.Name, $"{tool.Contract.Name} {answer}");
        }

        // Whether the tools have shown this value where it belongs, or only others.
        var (others, shown) = (false, false);
        var numeric = slot.Member.Kind is ValueKind.Integer or ValueKind.Number or ValueKind.Date;
        foreach (var call in state.Calls)
        {
            if (!call.Succeeded || call.Reply is not { } reply)
                continue;
            foreach (var row in reply.Rows)
            {
                foreach (var fact in row.Values)
                {
                    if (Binder.Matching(slot, fact, call) <= 0)
                        continue;
                    shown |= fact.Json == value.Json;
                    others |= fact.Json != value.Json;
                }

                var about = value.Row == row || (value.Json.Length > 3 && row.Values.Exists(v => v.Json == value.Json));
                if (!about)
                    continue;
                foreach (var fact in row.Values)
                {
                    if (Facts.ClassOf(fact) is { } known && fact.Json != value.Json)
                        features.Add("known of it", name, fact.Name, known);
                    if (numeric && fact.Name != slot.Name && Facts.Compare(value.Json, fact) is { } order)
                        features.Add("compared", name, fact.Name, order);
                }
            }
        }

        features.Add("shown", name, slot.Name, shown ? "yes" : others ? "only others" : "no");
    }
}
