namespace Dreaming.Generators.Specs;

/// <summary>A tool.</summary>
internal sealed record ToolSpec(
    RecordSpec Record,
    string Name,
    string Description,
    string Effect,
    EquatableArray<string> Faults,
    ValueSpec Result,
    EventSpec Event);

/// <summary>A sandbox.</summary>
internal sealed record SandboxSpec(TypeSpec Type, EquatableArray<HandlerSpec> Handlers);

/// <summary>One <c>Handle</c> method.</summary>
/// <param name="Tool">The tool's record.</param>
/// <param name="Result">The tool's result type.</param>
internal sealed record HandlerSpec(string Tool, string Result);

/// <summary>A policy class.</summary>
internal sealed record PolicySpec(TypeSpec Type, EquatableArray<InvariantSpec> Invariants, EquatableArray<TemporalSpec> Constraints);

/// <summary>An invariant method.</summary>
/// <param name="Tool">The tool's name; null when it is asked at the end.</param>
internal sealed record InvariantSpec(
    string Id,
    string Harm,
    string Likelihood,
    string Because,
    string Method,
    string? Tool,
    EquatableArray<ArgumentSpec> Arguments);

/// <summary>What is handed to a parameter of an invariant or criterion.</summary>
internal enum ArgumentSource
{
    Call, World, Trajectory, Scenario, Before, After,
}

/// <param name="Source">Where it comes from.</param>
/// <param name="Type">The parameter's type.</param>
internal sealed record ArgumentSpec(ArgumentSource Source, string Type);

/// <summary>A rubric class.</summary>
internal sealed record RubricSpec(TypeSpec Type, string Id, EquatableArray<CriterionSpec> Criteria, EquatableArray<string> Includes);

/// <param name="Method">The body; null when a chat model judges.</param>
internal sealed record CriterionSpec(
    string Id,
    string Heading,
    int Points,
    string Text,
    string? Method,
    EquatableArray<ArgumentSpec> Arguments);

/// <summary>A scenario.</summary>
internal sealed record ScenarioSpec(
    RecordSpec Record,
    string World,
    string Id,
    string Title,
    bool Safety,
    EquatableArray<string> Says,
    int Turns,
    int ToolCalls,
    EquatableArray<SlotSpec> Slots,
    EquatableArray<CounterfactualSpec> Counterfactuals,
    EquatableArray<string> SucceedsBy);

/// <summary>What the user does with a member of a scenario.</summary>
internal sealed record SlotSpec(string Knowledge, EquatableArray<string> Asked);

internal sealed record CounterfactualSpec(string Id, string Description, string Method);

/// <summary>The assembly's declaration as a domain.</summary>
internal sealed record DomainSpec(string Name, string Task, string Instructions);

/// <summary>A declared thing as the manifest knows it.</summary>
/// <param name="Id">Its name in the domain.</param>
/// <param name="FullName">Its type.</param>
internal sealed record NamedSpec(string Id, string FullName);

/// <summary>All that the manifest names, each list in the order in which it is written.</summary>
internal sealed record ManifestSpec(
    DomainSpec Domain,
    string Namespace,
    string World,
    EquatableArray<string> Tools,
    EquatableArray<string> Policies,
    EquatableArray<string> Scenarios,
    EquatableArray<string> Rubrics)
{
    /// <summary>The policies that declare temporal constraints.</summary>
    public EquatableArray<string> Constraints { get; init; }

    /// <summary>The signals, ordered by id.</summary>
    public EquatableArray<SignalSpec> Signals { get; init; }
}
