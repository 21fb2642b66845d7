using Dreaming.Contracts;

namespace Dreaming;

/// <summary>What kind of event a policy sees.</summary>
public enum PolicyEventKind : byte
{
    /// <summary>The user sent a message.</summary>
    UserTurn,

    /// <summary>The agent sent a message to the user.</summary>
    Reply,

    /// <summary>The agent called a tool.</summary>
    Call,

    /// <summary>The user revealed something that the policy speaks about.</summary>
    Signal,
}

/// <summary>An event of a conversation, as a policy sees it.</summary>
/// <param name="Kind">What kind of event it is.</param>
/// <param name="Name">The tool's name, the signal's id, <see cref="AtomContract.ReplyEvent"/> or <see cref="AtomContract.UserTurnEvent"/>; of a call of no declared tool, or one that breaks its contract, <see cref="AtomContract.AnyCallEvent"/>.</param>
/// <param name="Value">The record that guards and correlation read: the tool's, the signal's, <see cref="Dreaming.Reply"/> or <see cref="Dreaming.UserTurn"/>; null for <see cref="AtomContract.AnyCallEvent"/>.</param>
/// <param name="Succeeded">It is a call that returned a result.</param>
public readonly record struct PolicyEvent(PolicyEventKind Kind, string Name, object? Value, bool Succeeded)
{
    /// <summary>A message of the user.</summary>
    public static PolicyEvent OfUserTurn(string text) => new(PolicyEventKind.UserTurn, AtomContract.UserTurnEvent, new UserTurn(text), false);

    /// <summary>A message of the agent.</summary>
    public static PolicyEvent OfReply(string text) => new(PolicyEventKind.Reply, AtomContract.ReplyEvent, new Reply(text), false);

    /// <summary>A signal.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="signal">Its record.</param>
    public static PolicyEvent OfSignal(string id, object signal) => new(PolicyEventKind.Signal, id, signal, false);

    /// <summary>A call that fits its tool's contract.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="call">The tool's record.</param>
    /// <param name="succeeded">It returned a result, degraded or not.</param>
    public static PolicyEvent OfCall(string tool, object call, bool succeeded) => new(PolicyEventKind.Call, tool, call, succeeded);

    /// <summary>A call of a tool that no one declared, or one that breaks its tool's contract. It is a call, and of no tool.</summary>
    public static PolicyEvent OfUnknownCall() => new(PolicyEventKind.Call, AtomContract.AnyCallEvent, null, false);
}
