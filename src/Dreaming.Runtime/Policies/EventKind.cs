using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Policies;

/// <summary>A kind of event of a domain.</summary>
/// <param name="Sort">Who makes it.</param>
/// <param name="Name">As atoms name it.</param>
internal readonly record struct EventKind(PolicyEventKind Sort, string Name)
{
    /// <summary>Only a call of a declared tool can succeed.</summary>
    public bool CanSucceed => Sort == PolicyEventKind.Call && Name != AtomContract.AnyCallEvent;

    /// <summary>Every kind of a domain: messages of the user, replies, calls of no declared tool, then tools and signals in the manifest's order.</summary>
    public static ImmutableArray<EventKind> Of(DomainManifest domain) =>
    [
        new(PolicyEventKind.UserTurn, AtomContract.UserTurnEvent),
        new(PolicyEventKind.Reply, AtomContract.ReplyEvent),
        new(PolicyEventKind.Call, AtomContract.AnyCallEvent),
        .. domain.Tools.Select(t => new EventKind(PolicyEventKind.Call, t.Name)),
        .. domain.Signals.Select(s => new EventKind(PolicyEventKind.Signal, s.Id)),
    ];

    /// <summary>Whether a constraint sees events of this kind.</summary>
    public bool IsSeenBy(ConstraintContract constraint) => constraint.Scope >= Sort switch
    {
        PolicyEventKind.Call => ConstraintScope.Calls,
        PolicyEventKind.Signal => ConstraintScope.Signals,
        _ => ConstraintScope.Conversation,
    };

    /// <summary>Whether an atom speaks of events of this kind.</summary>
    public bool IsNamedBy(AtomContract atom) => (Sort == PolicyEventKind.Call && atom.Events.Contains(AtomContract.AnyCallEvent)) || (Name != AtomContract.AnyCallEvent && atom.Events.Contains(Name));

    /// <summary>Whether events of this kind set a constraint's tick.</summary>
    public bool Ticks(ConstraintContract constraint) => (constraint.Tick, Sort) is (ConstraintTick.Turns, PolicyEventKind.UserTurn) or (ConstraintTick.Calls, PolicyEventKind.Call);
}
