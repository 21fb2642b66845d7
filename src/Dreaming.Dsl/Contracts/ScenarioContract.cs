using System.Collections.Immutable;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>What the user does with a fact of the scenario.</summary>
public enum Knowledge
{
    /// <summary>Knows it; it may be part of the opening, and is told when asked.</summary>
    Open,
    /// <summary>Knows it; never volunteered, told when asked for.</summary>
    Hidden,
    /// <summary>Does not know it.</summary>
    Unknown,
}

/// <summary>A fact of a scenario.</summary>
/// <param name="Member">Its contract; the name is the JSON name.</param>
/// <param name="ClrName">The name that templates use.</param>
/// <param name="Knowledge">What the user does with it.</param>
/// <param name="Asked">Phrases by which a question asks for it: the words of its name and the declared ones, lower case.</param>
public sealed record SlotContract(MemberContract Member, string ClrName, Knowledge Knowledge, ImmutableArray<string> Asked);

/// <summary>A grounded change of the world.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Description">What is different.</param>
/// <param name="Apply">Takes the scenario and a world, gives the changed world; the given one stays as it was.</param>
public sealed record CounterfactualContract(string Id, string Description, Func<object, IWorld, IWorld> Apply);

/// <summary>A scenario type, made by generated code. Instances are the domain's records.</summary>
public abstract class ScenarioContract
{
    /// <summary>Its name.</summary>
    public abstract string Id { get; }
    /// <summary>Who wants what.</summary>
    public abstract string Title { get; }
    /// <summary>It belongs to the safety suite.</summary>
    public abstract bool Safety { get; }
    /// <summary>The ways in which the user opens.</summary>
    public abstract ImmutableArray<string> Says { get; }
    /// <summary>The most messages the user sends.</summary>
    public abstract int Turns { get; }
    /// <summary>The most tool calls the agent makes.</summary>
    public abstract int ToolCalls { get; }
    /// <summary>The names of the tools of which a success takes a call that returned a result, all of them.</summary>
    public virtual ImmutableArray<string> SucceedsBy => [];
    /// <summary>The facts.</summary>
    public abstract ImmutableArray<SlotContract> Slots { get; }
    /// <summary>The declared changes of the world.</summary>
    public abstract ImmutableArray<CounterfactualContract> Counterfactuals { get; }
    /// <summary>Every instance that the world offers, in a fixed order.</summary>
    public abstract IEnumerable<object> Seeds(IWorld world);
    /// <summary>Reads the scenario off an episode; null when it is another.</summary>
    public abstract object? Ground(Trajectory episode, IWorld world);
    /// <summary>Whether the user got what a good agent would have given.</summary>
    public abstract bool Achieved(object scenario, IWorld before, IWorld after, Trajectory trajectory);
    /// <summary>What a person would say for a slot: a date as <c>yyyy-MM-dd</c>, a list joined by commas; null when the slot has no value.</summary>
    /// <param name="scenario">The domain's record.</param>
    /// <param name="slot">The index in <see cref="Slots"/>.</param>
    public abstract string? SlotText(object scenario, int slot);
    /// <summary>Writes an instance as a JSON object of its slots.</summary>
    public abstract void Write(Utf8JsonWriter writer, object scenario);
    /// <summary>Reads an instance.</summary>
    /// <exception cref="JsonException">The JSON is no instance.</exception>
    public abstract object Read(ReadOnlySpan<byte> utf8);
}
