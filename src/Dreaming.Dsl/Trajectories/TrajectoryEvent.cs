using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>Something that happened in a conversation.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(UserSaid), "user")]
[JsonDerivedType(typeof(AgentSaid), "agent")]
[JsonDerivedType(typeof(ToolCalled), "call")]
[JsonDerivedType(typeof(ToolReplied), "reply")]
[JsonDerivedType(typeof(Ended), "end")]
public abstract record TrajectoryEvent;

/// <summary>The user sent a message.</summary>
/// <param name="Text">The words, as received: hostile until proven otherwise.</param>
public sealed record UserSaid(string Text) : TrajectoryEvent;

/// <summary>The agent sent a message to the user.</summary>
/// <param name="Text">The words.</param>
public sealed record AgentSaid(string Text) : TrajectoryEvent;

/// <summary>The agent called a tool.</summary>
/// <param name="CallId">Links the call to its reply; unique in the trajectory.</param>
/// <param name="Tool">The tool's name, declared or not.</param>
/// <param name="Arguments">The arguments as they came.</param>
public sealed record ToolCalled(string CallId, string Tool, RawJson Arguments) : TrajectoryEvent
{
    /// <summary>How the arguments break the tool's contract; empty when they do not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<Violation> Violations { get; init; }

    /// <summary>The call as the domain's record, when it was made in this process and fits the contract.</summary>
    [JsonIgnore]
    public object? Typed { get; init; }
}

/// <summary>A tool answered.</summary>
/// <param name="CallId">The call that is answered.</param>
/// <param name="Tool">The tool's name.</param>
/// <param name="Outcome">Whether it is a result.</param>
/// <param name="Content">What the agent reads: JSON, or the bare text of a string result or of a refusal.</param>
/// <param name="Fault">The fault, when <paramref name="Outcome"/> is <see cref="ReplyOutcome.Fault"/>, or when a result was degraded by one.</param>
public sealed record ToolReplied(
    string CallId,
    string Tool,
    ReplyOutcome Outcome,
    string Content,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ToolFault? Fault = null) : TrajectoryEvent;

/// <summary>The conversation ended.</summary>
/// <param name="Reason">How.</param>
/// <param name="Owner">Whose doing it was, when it was a failure.</param>
/// <param name="Detail">What happened, for a reader.</param>
public sealed record Ended(EndReason Reason, Owner Owner = Owner.None, string? Detail = null) : TrajectoryEvent;

/// <summary>What kind of answer a tool gave.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplyOutcome>))]
public enum ReplyOutcome
{
    /// <summary>A result.</summary>
    Result,

    /// <summary>A refusal on the merits: the call was understood and turned down.</summary>
    Refused,

    /// <summary>The call broke the tool's contract, or no such tool exists; it was not executed.</summary>
    Invalid,

    /// <summary>The tool failed in one of its declared ways.</summary>
    Fault,
}

/// <summary>How a conversation ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EndReason>))]
public enum EndReason
{
    /// <summary>The user has what they came for, or says so.</summary>
    UserDone,

    /// <summary>The user lost patience.</summary>
    UserGaveUp,

    /// <summary>The agent handed the conversation to a human.</summary>
    Handover,

    /// <summary>The budget of turns is spent.</summary>
    TurnBudget,

    /// <summary>The budget of tool calls is spent.</summary>
    CallBudget,

    /// <summary>The agent returned neither words nor calls, or ended by itself.</summary>
    AgentStopped,

    /// <summary>The agent threw, hung or could not be understood.</summary>
    AgentFailed,

    /// <summary>The user simulator failed.</summary>
    UserFailed,

    /// <summary>Neither sandbox, recording nor simulator could answer.</summary>
    Ungrounded,

    /// <summary>Something broke that is nobody's performance: network, disk, process.</summary>
    Broken,

    /// <summary>A recording that does not say how it ended.</summary>
    Unknown,
}

/// <summary>Who owns a failure. Each has exactly one owner.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Owner>))]
public enum Owner
{
    /// <summary>Nothing failed.</summary>
    None,

    /// <summary>The agent under test.</summary>
    Agent,

    /// <summary>The user simulator.</summary>
    User,

    /// <summary>A tool or its sandbox.</summary>
    Tool,

    /// <summary>A critic.</summary>
    Critic,

    /// <summary>The domain's specification.</summary>
    Contract,

    /// <summary>The machine, the network, the disk.</summary>
    Infrastructure,
}
