using System.Text.Json.Serialization;

namespace Dreaming.Agents;

/// <summary>One decision of an agent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(CallTool), "call")]
[JsonDerivedType(typeof(Say), "say")]
public abstract record AgentAction;

/// <summary>Call a tool.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record CallTool(string Tool, RawJson Arguments) : AgentAction;

/// <summary>Say something to the user and wait for an answer.</summary>
/// <param name="Text">The words.</param>
public sealed record Say(string Text) : AgentAction;
