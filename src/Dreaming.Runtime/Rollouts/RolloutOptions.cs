namespace Dreaming.Rollouts;

/// <summary>What a rollout may cost beside the dream's own budgets.</summary>
public sealed record RolloutOptions
{
    /// <summary>How long one answer of an agent or of a user simulator may take before it counts as hung.</summary>
    /// <value>The default is 60 seconds.</value>
    public TimeSpan StepTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most tool calls an agent may make before it lets the user speak; counted between its answers.</summary>
    /// <value>The default is 32.</value>
    public int CallsPerTurn { get; init; } = 32;

    /// <summary>The most that an agent may send in one answer: UTF-16 characters of words, or UTF-8 bytes of one call's arguments. An agent that sends more has failed.</summary>
    /// <value>The default is 65,536.</value>
    public int AnswerLength { get; init; } = 64 * 1024;

    /// <summary>The clock of <see cref="StepTimeout"/>. It decides nothing else.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
