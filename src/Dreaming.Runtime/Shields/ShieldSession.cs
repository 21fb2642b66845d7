using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Policies;

namespace Dreaming.Shields;

/// <summary>
/// Judges proposals one after the other on top of what has happened. A call whose result is not known yet can have succeeded or not: every way in which the conversation can have gone is kept, and a proposal
/// has to be right in all of them.
/// </summary>
internal sealed class ShieldSession
{
    private const int MostPasts = 64;

    private readonly DomainManifest _domain;
    private readonly ShieldOptions _options;
    private readonly ShieldWords _words;
    private ImmutableArray<Past> _pasts;

    /// <param name="domain">The domain.</param>
    /// <param name="program">Its policy.</param>
    /// <param name="words">Puts decisions into words.</param>
    /// <param name="options">How.</param>
    /// <param name="conversation">What has happened. Calls at its end that still wait for a result may go either way.</param>
    public ShieldSession(DomainManifest domain, PolicyProgram program, ShieldWords words, ShieldOptions options, Trajectory conversation)
    {
        (_domain, _words, _options) = (domain, words, options);
        var waiting = Waiting(conversation);
        var past = new Past(program);
        foreach (var happened in PolicyTrace.Of(domain, new Trajectory([.. conversation.Events.Where((_, i) => !waiting.Contains(i))])))
            past.Take(happened.Event);
        _pasts = [past];
        foreach (var index in waiting)
            Call((ToolCalled)conversation.Events[index]);
    }

    /// <summary>The indices of the calls at the end that still wait for a result. One that was never answered and after which somebody spoke is none of them.</summary>
    public static ImmutableArray<int> Waiting(Trajectory conversation)
    {
        var answered = conversation.Events.OfType<ToolReplied>().Select(r => r.CallId).ToHashSet(StringComparer.Ordinal);
        var last = conversation.Events.Length - 1;
        while (last >= 0 && conversation.Events[last] is not (UserSaid or AgentSaid))
            last--;
        return [.. Enumerable.Range(last + 1, conversation.Events.Length - last - 1).Where(i => conversation.Events[i] is ToolCalled called && !answered.Contains(called.CallId))];
    }

    /// <summary>Judges words, and takes them as said when they are allowed.</summary>
    /// <param name="text">The words; empty for an answer of nothing.</param>
    /// <param name="givesTurn">No call follows them: it is the user's turn.</param>
    /// <param name="final">The conversation ends with them.</param>
    public ShieldDecision Say(string text, bool givesTurn, bool final)
    {
        var act = final ? ShieldedAct.FinalReply : ShieldedAct.Reply;
        var said = PolicyEvent.OfReply(text);
        var after = text.Length == 0 ? _pasts : [.. _pasts.Select(p => p.After(said))];
        for (var i = 0; i < after.Length && text.Length > 0; i++)
            if (Against(_pasts[i], after[i], said) is { } found)
                return _words.Refuse(act, null, found);
        if (givesTurn)
            foreach (var past in after)
                if ((final ? Due(past) : DueBeforeTurn(past)) is { } due)
                    return _words.Refuse(act, null, due);
        _pasts = after;
        return ShieldDecision.Allow(act, null);
    }

    /// <summary>Judges a call, and takes it as made, with either outcome, when it is allowed.</summary>
    public ShieldDecision Call(ToolCalled called)
    {
        var succeeds = PolicyTrace.Call(_domain, called, succeeded: true);
        var after = ImmutableArray.CreateBuilder<Past>();
        foreach (var past in _pasts)
        {
            var done = past.After(succeeds);
            if (Against(past, done, succeeds) is { } found)
                return _words.Refuse(ShieldedAct.Call, called.Tool, found);
            if (Ends(called, succeeds) && Due(done) is { } due)
                return _words.Refuse(ShieldedAct.Call, called.Tool, due);
            after.Add(done);
        }

        if (OutcomeMatters(succeeds))
        {
            if (after.Count * 2 > MostPasts)
                return _words.Refuse(ShieldedAct.Call, called.Tool, new(RefusalReason.Unsettled, []));
            after.AddRange(_pasts.Select(p => p.After(succeeds with { Succeeded = false })));
        }

        _pasts = after.DrainToImmutable();
        return ShieldDecision.Allow(ShieldedAct.Call, called.Tool);
    }

    private bool Ends(ToolCalled called, in PolicyEvent happened) =>
        _options.HandoverEnds && happened.Value is not null && _domain.FindTool(called.Tool)?.Effect == Effect.Handover;

    private bool OutcomeMatters(PolicyEvent call) =>
        call.Value is not null && _domain.Constraints.Any(c => c.Atoms.Any(a => a.Succeeded && new EventKind(call.Kind, call.Name).IsNamedBy(a)));

    // What was broken before is no reason to refuse what does not make it worse.
    private Objection? Against(Past before, Past after, PolicyEvent step)
    {
        var peek = before.Peek(step);
        if (!peek.Violated.IsEmpty)
        {
            var known = before.Violated;
            return new(RefusalReason.Violates, [.. after.Violated.Where(v => !known.Contains(v)).Select(v => _words.BlameForStep(v, before.StateOf(v), step))]);
        }

        return peek.Doom.Answer == Doom.Yes ? new(RefusalReason.Dooms, [.. peek.Doom.Blame.Select(ShieldWords.BlameForDoom)]) : null;
    }

    private Objection? Due(Past past)
    {
        var due = past.Due.Select(d => _words.BlameForEnd(d, past.StateOf(d))).ToImmutableArray();
        return due.IsEmpty ? null : new(RefusalReason.Pending, due);
    }

    // What the user will say is not known: only constraints for which it makes no difference are asked, and only where the agent can do something about it.
    private Objection? DueBeforeTurn(Past past)
    {
        var turn = new PolicyEvent(PolicyEventKind.UserTurn, AtomContract.UserTurnEvent, null, false);
        if (Against(past, past.After(turn), turn) is not { } found)
            return null;
        var certain = found.Blame.Where(b => !_words.DependsOnTheUser(b.Constraint) && (found.Reason == RefusalReason.Dooms || !b.Missing.IsEmpty)).ToImmutableArray();
        var isProven = found.Reason == RefusalReason.Dooms ? certain.Length == found.Blame.Length && !past.Due.IsEmpty : !certain.IsEmpty;
        return isProven ? new(RefusalReason.Pending, certain) : null;
    }
}

/// <summary>What stands against a proposal.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Blame">The constraints.</param>
internal sealed record Objection(RefusalReason Reason, ImmutableArray<ShieldBlame> Blame);
