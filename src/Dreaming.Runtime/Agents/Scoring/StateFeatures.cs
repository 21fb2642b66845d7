using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Scoring;

/// <summary>What a conversation has come to, as features.</summary>
internal static class StateFeatures
{
    public static void Add(ConversationState state, FeatureSet features)
    {
        features.Add("always");
        AddLast(state, features);
        AddCalls(state, features);
        AddWords(state, features);
        AddFacts(state, features);
        features.Add("user messages", Facts.Count(state.User.Count - 1));
        features.Add("agent messages", Facts.Count(state.Agent.Count));
    }

    private static void AddLast(ConversationState state, FeatureSet features)
    {
        features.Add("last", state.Last.ToString());
        if (state.LastCall is { } call)
        {
            var answer = call.Answer.ToString();
            features.Add(state.Last == Turn.Tool ? "last call" : "call before words", call.Name, answer);
            if (state.Last == Turn.Tool)
                features.Add("last answer", answer);
            if (state.Calls.Count > 1)
                features.Add("two calls", state.Calls[^2].Name, state.Calls[^2].Answer.ToString(), call.Name);
        }
        else
        {
            features.Add("no call yet");
        }

        if (state.Last == Turn.User)
        {
            var act = state.LastAct;
            features.Add("answers", act.Kind.ToString(), act.Subject);
            features.Add("agrees", state.LastUser!.Agrees?.ToString());
        }
        else if (state.Agent.Count > 0)
        {
            features.Add("said last", state.Agent[^1].Act.Kind.ToString(), state.Agent[^1].Act.Subject);
        }
    }

    private static void AddCalls(ConversationState state, FeatureSet features)
    {
        foreach (var call in state.Calls)
        {
            features.Add("called", call.Name, call.Answer.ToString());
            if (call.Answer == Answer.Refused)
                features.Add("any refused");
        }

        // A failure that no later call of the same tool has made good.
        for (var i = 0; i < state.Calls.Count; i++)
        {
            var call = state.Calls[i];
            if (call.Answer is not (Answer.Fault or Answer.Outage or Answer.Degraded or Answer.Invalid))
                continue;
            var mended = false;
            for (var j = i + 1; j < state.Calls.Count; j++)
                mended |= state.Calls[j].Name == call.Name && state.Calls[j].Answer == Answer.Result;
            if (!mended)
            {
                features.Add("open failure", call.Name, call.Answer.ToString());
                features.Add("open failure", call.Answer.ToString());
            }
        }

        foreach (var said in state.Agent)
            features.Add("said", said.Act.Kind.ToString(), said.Act.Subject);
    }

    private static void AddWords(ConversationState state, FeatureSet features)
    {
        var personal = Personal(state);
        foreach (var (_, text) in state.User)
            foreach (var word in text.Words)
                if (word.Stem is "or" or "either" or "both" or "and" or "not")
                    features.Add("link", word.Stem);
        var foreign = 0;
        foreach (var (_, text) in state.User)
        {
            foreach (var stem in text.Known)
            {
                if (personal.Contains(stem))
                    continue;
                features.Add("word", stem);
                foreign += state.Lexicon.Vocabulary.Contains(stem) ? 0 : 1;
            }
        }

        // The user speaks of things that the domain has no words for.
        features.Add("foreign words", foreign switch { 0 => "none", 1 => "one", 2 => "two", _ => "several" });
        if (state.User.Count > 1)
            foreach (var stem in state.User[^1].Text.Known)
                if (!personal.Contains(stem))
                    features.Add("last word", stem);
    }

    // Words of values that identify a person, wherever the conversation shows such a value.
    private static HashSet<string> Personal(ConversationState state)
    {
        var personal = new HashSet<string>(StringComparer.Ordinal);
        foreach (var call in state.Calls)
        {
            foreach (var (name, json) in call.Scalars)
                if (call.Tool is { } tool && Array.Exists(tool.Parameters, p => p.Member.Sensitive && p.Name == name))
                    Add(json);
            if (call.Reply is { } reply)
                foreach (var row in reply.Rows)
                    foreach (var value in row.Values)
                        if (value.Sensitive)
                            Add(value.Text);
        }

        return personal;

        void Add(string text)
        {
            foreach (var word in Language.Words.Of(text))
                personal.Add(word.Stem);
        }
    }

    // Of lists, only the object that the user speaks of says something about the case.
    private static void AddFacts(ConversationState state, FeatureSet features)
    {
        foreach (var call in state.Calls)
        {
            if (!call.Succeeded || call.Reply is not { } reply)
                continue;
            foreach (var (name, count) in reply.Lists)
                features.Add("list", call.Name, name, Facts.Count(count));
            var pointed = 0;
            string? by = null;
            var alike = true;
            foreach (var row in reply.Rows)
            {
                var mention = row.Listed ? state.Mentions.Of(row) : 1;
                if (row.Listed && mention >= 1)
                {
                    pointed++;
                    alike &= by is null || by == state.Mentions.By(row);
                    by = state.Mentions.By(row);
                }

                if (mention < 1)
                    continue;
                foreach (var value in row.Values)
                    if (Facts.ClassOf(value) is { } fact)
                        features.Add(row.Listed ? "row fact" : "fact", call.Name, value.Name, fact);
            }

            if (reply.Lists.Count > 0)
                features.Add("pointed at", call.Name, Facts.Count(pointed), pointed > 1 && alike ? "by one name" : "");
        }
    }
}
