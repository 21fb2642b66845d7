using Dreaming.Agents.Binding;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Scoring;

/// <summary>
/// The frozen base: what an eager beginner would do in any domain. It looks for the tool that sounds like the wish, calls what it can, asks when it has to, and tells what it
/// found. It skips checks, takes a failed tool for an end of the matter and says that all is done when it is not. Set by hand, the same for every domain, never trained.
/// </summary>
internal sealed class Prior
{
    // The overlap of words at which a tool sounds half like the wish.
    private const double Half = 2.5;
    private const double Awaited = 3.0;
    private const double Unasked = 1.0;
    private const double Asked = 0.5;

    private readonly double[] _wish;
    private readonly bool[] _awaited;
    private readonly bool _unfinished;

    public Prior(ConversationState state, List<Candidate> candidates)
    {
        var tools = state.Lexicon.Tools;
        _wish = new double[tools.Length];
        for (var i = 0; i < state.User.Count; i++)
        {
            // An answer to a question says nothing about the wish.
            var (position, text) = state.User[i];
            if (state.Agent.Exists(a => a.Position == position - 1 && a.Act.Kind is ActKind.Ask or ActKind.Which or ActKind.Confirm))
                continue;
            foreach (var stem in text.Known)
                foreach (var tool in tools)
                    _wish[tool.Index] += tool.Stems.GetValueOrDefault(stem);
        }

        for (var i = 0; i < _wish.Length; i++)
            _wish[i] /= _wish[i] + Half;

        // Tools that everything else waits for, until one of them has been tried.
        _awaited = new bool[tools.Length];
        if (!state.Calls.Exists(c => c.Tool?.ComesFirst == true))
            foreach (var tool in tools)
                _awaited[tool.Index] = tool.ComesFirst;
        _unfinished = candidates.Exists(c => c is { IsCall: true, Tool.Contract.Effect: Effect.Write } && IsAboutAnother(state, c));
    }

    public double Score(ConversationState state, Candidate candidate) => candidate.IsCall ? ScoreCall(state, candidate) : ScoreWords(state, candidate);

    private double ScoreCall(ConversationState state, Candidate candidate)
    {
        var tool = candidate.Tool!;
        var score = tool.Contract.Effect switch
        {
            Effect.Write => 0.9 + (2.0 * _wish[tool.Index]),
            Effect.Handover => -2.5 + (1.0 * _wish[tool.Index]),
            Effect.None => -0.5 + (1.0 * _wish[tool.Index]),
            _ => 1.0 + (1.2 * _wish[tool.Index]),
        };
        if (_awaited[tool.Index])
            score += Awaited;
        if (tool.NeedsConsent && !HasConsent(state, tool))
            score -= Unasked;
        var another = IsAboutAnother(state, candidate);
        score -= another ? 0 : 0.7 * candidate.Deviations;
        foreach (var value in candidate.Values)
        {
            score -= value?.Source switch
            {
                Source.Listed => 0.8,
                Source.Guess => 0.4,
                Source.Worded => 0.5,
                Source.Example => 0.2,
                _ => 0,
            };
        }

        // A tool that takes nothing says nothing about the case.
        if (candidate.Values.Length == 0)
            score -= 1.0;
        foreach (var call in state.Calls)
        {
            if (call.Tool != tool)
                continue;
            if (!another)
                score -= 0.9;
            if (call.Arguments == candidate.Content)
                score -= call.Answer is Answer.Fault or Answer.Outage ? 1.0 : 3.0;
        }

        // Once something was changed, the beginner takes the matter for settled, unless the user spoke of another one.
        if (!another && state.Calls.Exists(c => c.Succeeded && c.Tool?.Contract.Effect == Effect.Write))
            score -= 2.0;
        return score;
    }

    private static bool HasConsent(ConversationState state, ToolEntry tool) =>
        state.Last == Turn.User && state.LastUser!.Agrees == true && state.LastAct is { Kind: ActKind.Confirm } act && act.Subject == tool.Words;

    // The user speaks of what it would act on, and the tool has acted on something else.
    private static bool IsAboutAnother(ConversationState state, Candidate candidate)
    {
        if (!state.Calls.Exists(c => c.Tool == candidate.Tool && c.Succeeded))
            return false;
        // What a tool acts on is its first parameter that it cannot do without.
        for (var i = 0; i < candidate.Values.Length; i++)
        {
            if (!candidate.Tool!.IsRequired(i))
                continue;
            var name = candidate.Tool.Parameters[i].Name;
            if (candidate.Values[i] is not { Source: Source.Focus, Row: { } row } value)
                return false;
            var by = state.Mentions.By(row);
            return !state.Calls.Exists(c => c.Tool == candidate.Tool && c.Scalars.Exists(s => s.Name == name && (s.Json == value.Json || IsSpokenOf(state, s.Json, by))));
        }

        return false;
    }

    // The user's word for one thing fits the other as well.
    private static bool IsSpokenOf(ConversationState state, string json, string? by)
    {
        foreach (var call in state.Calls)
            if (call.Reply is { } reply && call.Succeeded)
                foreach (var row in reply.Rows)
                    if (state.Mentions.By(row) == by && row.Values.Exists(v => v.Json == json))
                        return true;
        return false;
    }

    private double ScoreWords(ConversationState state, Candidate candidate)
    {
        var last = state.Last == Turn.Tool ? state.LastCall : null;
        var about = last is not null && last.Tool == candidate.Tool;
        var score = candidate.Kind switch
        {
            ActKind.Ask => 0.2 + (0.8 * Wanted(state, candidate.Slot!)),
            ActKind.Which => 0.4,
            ActKind.Confirm => candidate.Tool!.NeedsConsent ? ScoreCall(state, candidate) + Asked : -0.6,
            ActKind.Open => state.Calls.Count == 0 && state.Agent.Count == 0 ? -0.2 : -0.8,
            ActKind.Inform => last is { Succeeded: true } && about ? 0.6 : 0.1,
            ActKind.Done => (last is { Succeeded: true } && about ? 2.5 : 1.6) - (_unfinished ? 2.5 : 0),
            ActKind.Claim => last is { Answer: Answer.Fault or Answer.Outage } ? 1.6 : -1.0,
            ActKind.Decline => last is { Answer: Answer.Refused } && about ? 2.0 : 0.3,
            ActKind.Refuse => -1.2,
            ActKind.Apologise => last is { Answer: Answer.Fault or Answer.Outage } && about ? 1.9 : -0.5,
            _ => 0,
        };
        foreach (var said in state.Agent)
        {
            if (said.Act.Kind == candidate.Kind && said.Act.Subject == candidate.Subject)
                score -= said.Text == candidate.Content ? 1.8 : 0.8;
        }

        return score;
    }

    // How much the tools that need it sound like the wish.
    private double Wanted(ConversationState state, Slot slot)
    {
        var most = -1.0;
        foreach (var tool in state.Lexicon.Tools)
            for (var i = 0; i < tool.Parameters.Length; i++)
                if (tool.Parameters[i] == slot && tool.IsRequired(i) && tool.Contract.Effect != Effect.None)
                    most = Math.Max(most, _awaited[tool.Index] ? Awaited : 0.3 + (0.7 * _wish[tool.Index]));
        return most;
    }
}
