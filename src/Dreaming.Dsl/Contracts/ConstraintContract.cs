using System.Collections.Immutable;

namespace Dreaming.Contracts;

/// <summary>A temporal constraint as the automaton that it was compiled to, made by generated code.</summary>
public sealed record ConstraintContract
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>The constraint as it was written, without its sentence: <c>Precedence&lt;VerifyIdentity, RequestRefill&gt;(Same = PatientId)</c>.</summary>
    public required string Text { get; init; }

    /// <summary>What must hold, and why.</summary>
    public string Because { get; init; } = "";

    /// <summary>The worst credible consequence of a violation.</summary>
    public Harm Harm { get; init; }

    /// <summary>How likely that is.</summary>
    public Likelihood Likelihood { get; init; } = Likelihood.Medium;

    /// <summary>The kinds of events that it sees; all others leave it as it is.</summary>
    public required ConstraintScope Scope { get; init; }

    /// <summary>What the low bits of a letter stand for: bit i is set when the event is one of atom i.</summary>
    public required ImmutableArray<AtomContract> Atoms { get; init; }

    /// <summary>What sets the bit above the atoms' bits; there is no such bit when nothing is counted.</summary>
    public ConstraintTick Tick { get; init; }

    /// <summary>The member that correlates it; null when it holds for the conversation as one.</summary>
    public string? Key { get; init; }

    /// <summary>The minimal automaton. Its letters are the sets of bits, in their binary order.</summary>
    public required AutomatonContract Automaton { get; init; }
}

/// <summary>A kind of event that a constraint speaks about.</summary>
/// <param name="Label">The kind in words, for a reader: <c>request_refill succeeded [IsControlled]</c>.</param>
/// <param name="Events">Names of tools, ids of signals, <see cref="ReplyEvent"/>, <see cref="UserTurnEvent"/> or <see cref="AnyCallEvent"/>.</param>
public sealed record AtomContract(string Label, ImmutableArray<string> Events)
{
    /// <summary>Names a reply of the agent in <see cref="Events"/>. No tool or signal can be named so.</summary>
    public const string ReplyEvent = "<reply>";

    /// <summary>Names a message of the user.</summary>
    public const string UserTurnEvent = "<user>";

    /// <summary>Names a call of any tool, declared or not.</summary>
    public const string AnyCallEvent = "<call>";

    /// <summary>Only calls that returned a result count.</summary>
    public bool Succeeded { get; init; }

    /// <summary>The name of the guard with its policy class, <c>Desk.Refills.IsControlled</c>; null without one. Equal names are the same guard.</summary>
    public string? Guard { get; init; }

    /// <summary>The guard, over the record of the event; null without one.</summary>
    public Func<object, bool>? Holds { get; init; }

    /// <summary>Reads the correlating member off the record of the event; null when the constraint is not correlated.</summary>
    public Func<object, CorrelationKey>? KeyOf { get; init; }
}

/// <summary>Which kinds of events a constraint sees.</summary>
public enum ConstraintScope
{
    /// <summary>Tool calls.</summary>
    Calls,

    /// <summary>Tool calls and signals.</summary>
    Signals,

    /// <summary>Everything: calls, signals, messages of the user, replies of the agent.</summary>
    Conversation,
}

/// <summary>What a constraint with a limit counts.</summary>
public enum ConstraintTick
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Messages of the user.</summary>
    Turns,

    /// <summary>Tool calls.</summary>
    Calls,
}

/// <summary>A complete, minimal, deterministic automaton. State 0 is the initial one.</summary>
/// <param name="Letters">The number of letters, a power of two.</param>
/// <param name="Next">The next state, by <c>state * Letters + letter</c>.</param>
/// <param name="Verdicts">The verdict in each state.</param>
public sealed record AutomatonContract(int Letters, ImmutableArray<ushort> Next, ImmutableArray<RvVerdict> Verdicts)
{
    /// <summary>The number of states.</summary>
    public int States => Verdicts.Length;
}
