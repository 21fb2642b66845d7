using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dreaming.Agents;

namespace Dreaming.Distillation;

/// <summary>A correction that was executed in the very dream in which the agent had failed, and passed.</summary>
public sealed record Repair
{
    /// <summary>Hash of dream, step and corrected action.</summary>
    public required string Id { get; init; }

    /// <summary>The dream.</summary>
    public required string DreamId { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The dream's family; null for a rehearsal.</summary>
    public Family? Family { get; init; }

    /// <summary>The number of events before the decision.</summary>
    public required int Step { get; init; }

    /// <summary>What had happened before the decision.</summary>
    public required Trajectory State { get; init; }

    /// <summary>What the agent did.</summary>
    public required AgentAction Attempted { get; init; }

    /// <summary>What was wrong with it, in words that name neither criterion nor points.</summary>
    public required string Critique { get; init; }

    /// <summary>What it should have done.</summary>
    public required AgentAction Corrected { get; init; }

    /// <summary>
    /// The label: ids of the constraints and invariants that the attempted action violated, ordered. What came due before the next decision counts to it: a turn that was given away, an end. Empty when
    /// it violated none and only led nowhere. No proposer is shown it.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<string> Violated { get; init; } = [];

    [JsonInclude, JsonPropertyName("violated"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal ImmutableArray<string>? WrittenViolated
    {
        get => Violated.IsEmpty ? null : Violated;
        init => Violated = value ?? [];
    }
}

/// <summary>Where a lesson comes from.</summary>
public enum LessonOrigin
{
    /// <summary>A step of a recorded, successful episode: the anchor.</summary>
    Episode,

    /// <summary>A repair found in a dream.</summary>
    Dream,
}

/// <summary>What an overlay is learnt from: in this state, that action is right, and where known, this one is wrong.</summary>
/// <param name="State">What had happened.</param>
/// <param name="Right">The action to take.</param>
/// <param name="Wrong">The action that was taken and failed; null for a demonstration.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="SourceId">The episode's or the repair's id.</param>
public sealed record Lesson(Trajectory State, AgentAction Right, AgentAction? Wrong, LessonOrigin Origin, string SourceId);
