using System.ComponentModel.DataAnnotations;
using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>How a shield acts.</summary>
public enum ShieldMode
{
    /// <summary>It refuses.</summary>
    Enforce,

    /// <summary>It decides and tells, and changes nothing.</summary>
    Observe,

    /// <summary>It neither decides nor tells.</summary>
    Off,
}

/// <summary>What a shield does that cannot decide, because a guard or a signal of the policy throws, or because it cannot see the conversation.</summary>
public enum ShieldFailure
{
    /// <summary>It refuses, and says so.</summary>
    Close,

    /// <summary>It allows, and says so.</summary>
    Open,
}

/// <summary>How a policy is enforced in production.</summary>
public sealed record ShieldOptions
{
    /// <summary>The member of <see cref="ChatOptions.AdditionalProperties"/> or <see cref="ChatResponse.AdditionalProperties"/> that says, when it is <see langword="true"/>, that a reply ends the conversation.</summary>
    public const string FinalProperty = "dreaming.final";

    /// <summary>Whether it refuses, only tells, or does nothing.</summary>
    /// <value>The default is <see cref="ShieldMode.Enforce"/>.</value>
    [EnumDataType(typeof(ShieldMode))]
    public ShieldMode Mode { get; init; } = ShieldMode.Enforce;

    /// <summary>What it does when it cannot decide.</summary>
    /// <value>The default is <see cref="ShieldFailure.Close"/>.</value>
    [EnumDataType(typeof(ShieldFailure))]
    public ShieldFailure OnFailure { get; init; } = ShieldFailure.Close;

    /// <summary>How many answers to one request may be refused before <see cref="SafeReply"/> takes the place of the next that would be.</summary>
    /// <value>The default is 3; 0 never asks again.</value>
    [Range(0, 32)]
    public int MaxRefusals { get; init; } = 3;

    /// <summary>What the user reads when the agent found no answer that the policy allows.</summary>
    [Required]
    public string SafeReply { get; init; } = "I'm sorry, I can't complete this here. Please ask a member of staff to take over.";

    /// <summary>The role in which the agent is told why its reply was refused. A refused call is told as the call's result, whatever stands here.</summary>
    /// <value>The default is <see cref="ChatRole.System"/>; for a model that takes instructions at the beginning only, <see cref="ChatRole.User"/>.</value>
    public ChatRole InstructionRole { get; init; } = ChatRole.System;

    /// <summary>Whether a successful call of a tool with <see cref="Effect.Handover"/> ends the conversation, as it does in a rollout: it is then refused while something else is due.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool HandoverEnds { get; init; } = true;

    /// <summary>
    /// Says whether an answer without calls ends the conversation. A chat client cannot know: the user may come back or not. An application that knows says it here, or with <see cref="FinalProperty"/>.
    /// </summary>
    /// <value>The default asks for <see cref="FinalProperty"/>.</value>
    [Required]
    public Func<ChatResponse, ChatOptions?, bool> IsFinal { get; init; } =
        (response, options) => response.AdditionalProperties.Says(FinalProperty) || options?.AdditionalProperties.Says(FinalProperty) is true;

    /// <summary>Says what kind of answer a tool gave: only <see cref="ReplyOutcome.Result"/> is a call that succeeded.</summary>
    /// <value>The default is <see cref="ToolAnswers.Outcome"/>.</value>
    [Required]
    public Func<FunctionResultContent, ReplyOutcome> Outcome { get; init; } = ToolAnswers.Outcome;

    /// <summary>The options, when they can be used.</summary>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    internal ShieldOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }
}

internal static class Flags
{
    public static bool Says(this AdditionalPropertiesDictionary? properties, string name) =>
        properties?.TryGetValue(name, out var value) is true && value is true or System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.True };
}
