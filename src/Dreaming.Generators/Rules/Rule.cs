using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Rules;

/// <summary>What all rules share, and the list of them.</summary>
internal static class Rule
{
    public const string Category = "Dreaming";
    public const string Help = "https://github.com/dreaming-dotnet/dreaming/blob/main/docs/rules/";

    /// <summary>Every rule, ordered by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        RubricRules.CriterionPoints,
        RubricRules.CriterionCannotBeAsked,
        RubricRules.DuplicateCriterion,
        RubricRules.NoPositivePoints,
        RubricRules.CompoundCriterion,
        RubricRules.CriterionText,
        RubricRules.EmptyRubric,
        RubricRules.HeadingOutOfReach,
        RubricRules.CircularRubric,
        RubricRules.CriterionPlaceholder,
        RubricRules.HiddenVeto,
        RubricRules.JudgedTwice,
        ScenarioRules.NoScenario,
        ScenarioRules.UnknownSlot,
        ScenarioRules.DuplicateScenario,
        ScenarioRules.CounterfactualShape,
        ScenarioRules.NoOpening,
        ScenarioRules.HiddenAndUnknown,
        ScenarioRules.UnknownInOpening,
        ScenarioRules.SensitiveInOpening,
        ScenarioRules.EmptyBudget,
        ScenarioRules.DuplicateCounterfactual,
        ScenarioRules.NeverAchieved,
        ScenarioRules.EmptyOpening,
        ScenarioRules.IdleFamily,
        ScenarioRules.Unobserved,
        ToolRules.NoTool,
        ToolRules.UnsupportedType,
        ToolRules.DuplicateTool,
        ToolRules.NoHandler,
        ToolRules.ContradictoryBounds,
        ToolRules.BadPattern,
        ToolRules.HandlerResult,
        ToolRules.DuplicateMember,
        ToolRules.ToolName,
        ToolRules.BadExample,
        ToolRules.ConstraintDoesNotApply,
        ToolRules.OpenUnion,
        ToolRules.EmptyPattern,
        ToolRules.ConstraintsDisagree,
        ToolRules.UnguardedWrite,
        ToolRules.DuplicateFault,
        ToolRules.NoToolDescription,
        ToolRules.NoParameterDescription,
        ToolRules.PredicateShape,
        ToolRules.DefaultBreaksContract,
        ToolRules.DuplicateEnumName,
        ToolRules.IdleFault,
        UsageRules.NotPartial,
        UsageRules.InvariantCannotBeAsked,
        UsageRules.DuplicateInvariant,
        UsageRules.NotOneSandbox,
        UsageRules.NoSandbox,
        UsageRules.ReservedName,
        UsageRules.OneRole,
        UsageRules.NoBecause,
        UsageRules.IdForm,
        UsageRules.EmptyPolicy,
        UsageRules.AlwaysHolds,
        UsageRules.SlotOutsideScenario,
        UsageRules.NothingToDream,
        UsageRules.SensitiveInText,
        UsageRules.SensitiveElsewhere,
        TemporalRules.Contradiction,
        TemporalRules.DeadTool,
        TemporalRules.VacuousConstraint,
        TemporalRules.ImpliedConstraint,
        TemporalRules.SuccessForbidden,
        TemporalRules.SuccessOutOfBudget,
        TemporalRules.ObligationOutOfBudget,
        TemporalRules.SameMisfit,
        TemporalRules.WhenMisfit,
        TemporalRules.ConstraintLimit,
        TemporalRules.ConstraintCount,
        TemporalRules.FormulaSyntax,
        TemporalRules.AutomatonTooLarge,
        TemporalRules.NoEvent,
        TemporalRules.UnimplementedInterface,
        TemporalRules.DuplicateConstraint,
        TemporalRules.SignalShape,
        TemporalRules.NotProven,
        TemporalRules.ConstraintOutsidePolicy,
        TemporalRules.DuplicateSignal,
        TemporalRules.SucceedsByNoTool,
        TemporalRules.FormulaName,
        InternalRules.Internal,
    ];
}

/// <summary>Receives what a parser finds wrong.</summary>
internal interface IRuleSink
{
    void Report(DiagnosticDescriptor rule, Location location, params object[] arguments);
}
