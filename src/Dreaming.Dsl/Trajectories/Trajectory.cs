using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>The ordered events that one conversation left: a recorded episode or a rollout.</summary>
/// <param name="Events">The events, in the order in which they happened.</param>
public sealed record Trajectory(ImmutableArray<TrajectoryEvent> Events)
{
    /// <summary>A conversation in which nothing has happened yet.</summary>
    public static Trajectory Empty { get; } = new([]);

    /// <summary>How it ended; <see cref="EndReason.Unknown"/> when it does not say.</summary>
    [JsonIgnore]
    public Ended End => Events is [.., Ended end] ? end : new Ended(EndReason.Unknown);

    /// <summary>The words of the user, message by message.</summary>
    [JsonIgnore]
    public IEnumerable<string> UserTexts => Events.OfType<UserSaid>().Select(e => e.Text);

    /// <summary>The words of the agent, message by message.</summary>
    [JsonIgnore]
    public IEnumerable<string> AgentTexts => Events.OfType<AgentSaid>().Select(e => e.Text);

    /// <summary>The agent's last message; empty when it never spoke.</summary>
    [JsonIgnore]
    public string LastAgentText => AgentTexts.LastOrDefault() ?? "";

    /// <summary>All calls, of any tool, with their replies.</summary>
    public IEnumerable<ToolCallView> Calls()
    {
        for (var i = 0; i < Events.Length; i++)
            if (Events[i] is ToolCalled called)
                yield return new ToolCallView(i, called, ReplyTo(called.CallId, i));
    }

    /// <summary>The calls of one tool that fit its contract, with their replies. Calls that break it never reached the tool and are not here.</summary>
    /// <typeparam name="T">The tool's record.</typeparam>
    public IEnumerable<ToolCallView<T>> Calls<T>()
        where T : class, IToolRecord<T>
    {
        var contract = T.Contract;
        for (var i = 0; i < Events.Length; i++)
            if (Read<T>(contract, i) is { } call)
                yield return new ToolCallView<T>(i, call, ReplyTo(((ToolCalled)Events[i]).CallId, i));
    }

    /// <summary>The calls of one tool that returned a result.</summary>
    /// <typeparam name="T">The tool's record.</typeparam>
    public IEnumerable<ToolCallView<T>> Succeeded<T>()
        where T : class, IToolRecord<T>
    {
        var contract = T.Contract;
        for (var i = 0; i < Events.Length; i++)
            if (Events[i] is ToolCalled called && called.Tool == contract.Name
                && ReplyTo(called.CallId, i) is { Outcome: ReplyOutcome.Result } reply && Read<T>(contract, i) is { } call)
                yield return new ToolCallView<T>(i, call, reply);
    }

    /// <summary>What happened before an event.</summary>
    /// <param name="index">The index of the event in <see cref="Events"/>; it is not part of the result.</param>
    public Trajectory Before(int index) => new(Events[..index]);

    private T? Read<T>(ToolContract contract, int index)
        where T : class
    {
        if (Events[index] is not ToolCalled called || called.Tool != contract.Name)
            return null;
        if (called.Typed is T typed)
            return typed;
        var utf8 = called.Arguments.ToUtf8();
        return contract.Validate(utf8) ? (T)contract.ReadCall(utf8) : null;
    }

    private ToolReplied? ReplyTo(string callId, int from)
    {
        for (var i = from + 1; i < Events.Length; i++)
            if (Events[i] is ToolReplied reply && reply.CallId == callId)
                return reply;
        return null;
    }
}

/// <summary>A call and its reply.</summary>
/// <param name="Index">The index of the call in <see cref="Trajectory.Events"/>.</param>
/// <param name="Called">The call.</param>
/// <param name="Reply">The reply; null when the conversation ended before it.</param>
public readonly record struct ToolCallView(int Index, ToolCalled Called, ToolReplied? Reply)
{
    /// <summary>The tool returned a result.</summary>
    public bool Succeeded => Reply?.Outcome == ReplyOutcome.Result;
}

/// <summary>A call as the domain's record, and its reply.</summary>
/// <typeparam name="T">The tool's record.</typeparam>
/// <param name="Index">The index of the call in <see cref="Trajectory.Events"/>.</param>
/// <param name="Call">The call.</param>
/// <param name="Reply">The reply; null when the conversation ended before it.</param>
public readonly record struct ToolCallView<T>(int Index, T Call, ToolReplied? Reply)
    where T : class, IToolRecord<T>
{
    /// <summary>The tool returned a result.</summary>
    public bool Succeeded => Reply?.Outcome == ReplyOutcome.Result;

    /// <summary>The result as the domain's record; null when there is none, or when it breaks the contract.</summary>
    /// <typeparam name="TResult">The tool's result type.</typeparam>
    public TResult? Result<TResult>()
        where TResult : class
    {
        if (!Succeeded)
            return null;
        return T.Contract.TryReadResult(Reply!.Content, out var result) ? result as TResult : null;
    }
}
