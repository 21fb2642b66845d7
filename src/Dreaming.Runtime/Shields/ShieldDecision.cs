using System.Collections.Immutable;

namespace Dreaming.Shields;

/// <summary>What an agent proposed.</summary>
public enum ShieldedAct
{
    /// <summary>A call of a tool.</summary>
    Call,

    /// <summary>Words to the user, after which it is the user's turn.</summary>
    Reply,

    /// <summary>Words to the user, after which the conversation ends.</summary>
    FinalReply,
}

/// <summary>Why something was refused.</summary>
public enum RefusalReason
{
    /// <summary>Nothing was refused.</summary>
    None,

    /// <summary>It would violate a constraint.</summary>
    Violates,

    /// <summary>Each constraint could still be met by itself, but no continuation would meet them all.</summary>
    Dooms,

    /// <summary>It would end the conversation, or give the turn away, while something is still due.</summary>
    Pending,

    /// <summary>It cannot be told yet: it depends on the outcomes of too many calls that were made at the same time.</summary>
    Unsettled,

    /// <summary>The shield failed.</summary>
    Failure,
}

/// <summary>A constraint that stands against a proposal.</summary>
/// <param name="Constraint">Its id.</param>
/// <param name="Because">What must hold, and why; the constraint as it was written when it does not say.</param>
/// <param name="Key">The correlating member and the value that it is about, <c>PatientId P-1</c>; null when the constraint holds for the conversation as one.</param>
/// <param name="Missing">What the agent can do so that the constraint stands against it no more, in order, in words; empty when there is no such thing.</param>
public sealed record ShieldBlame(string Constraint, string Because, string? Key, ImmutableArray<string> Missing);

/// <summary>What a shield has to say to one proposal of an agent.</summary>
/// <param name="Act">What was proposed.</param>
/// <param name="Tool">The tool of a call; null for words.</param>
/// <param name="Reason">Why it is refused; <see cref="RefusalReason.None"/> when it is allowed, <see cref="RefusalReason.Failure"/> when the shield failed.</param>
/// <param name="Allowed">Whether it may go ahead.</param>
/// <param name="Blame">The constraints that stand against it, by id.</param>
/// <param name="Words">What the agent is told; empty when it is allowed.</param>
public sealed record ShieldDecision(ShieldedAct Act, string? Tool, RefusalReason Reason, bool Allowed, ImmutableArray<ShieldBlame> Blame, string Words)
{
    internal static ShieldDecision Allow(ShieldedAct act, string? tool) => new(act, tool, RefusalReason.None, true, [], "");
}
