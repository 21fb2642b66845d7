using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Rules;

/// <summary>Rules on temporal constraints, signals, and what scenarios ask of them.</summary>
internal static class TemporalRules
{
    public static readonly DiagnosticDescriptor Contradiction = new(
        RuleIds.Contradiction,
        "The constraints of a domain can hold together",
        "'{0}' cannot hold{1}: every conversation violates {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.Contradiction + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DeadTool = new(
        RuleIds.DeadTool,
        "A tool can be called without violating the policy",
        "The tool '{0}' can never {1}, because of {2}; change that, or remove the tool",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DeadTool + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor VacuousConstraint = new(
        RuleIds.VacuousConstraint,
        "A constraint can be violated",
        "'{0}' forbids nothing{1}; make it say something, or remove it",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.VacuousConstraint + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ImpliedConstraint = new(
        RuleIds.ImpliedConstraint,
        "A constraint says more than the others",
        "'{0}' follows from {1}; remove it, or make it say more",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ImpliedConstraint + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SuccessForbidden = new(
        RuleIds.SuccessForbidden,
        "What a scenario succeeds by is allowed",
        "Scenario '{0}' succeeds by {1}, which no conversation that the policy allows comes to: {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SuccessForbidden + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SuccessOutOfBudget = new(
        RuleIds.SuccessOutOfBudget,
        "A scenario's budget leaves room for its success",
        "Scenario '{0}' cannot succeed by {1} within its budget of {2} turns and {3} tool calls: under the policy, that takes {4}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SuccessOutOfBudget + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ObligationOutOfBudget = new(
        RuleIds.ObligationOutOfBudget,
        "A scenario's budget leaves room for what must happen",
        "No conversation within the budget of scenario '{0}', {1} turns and {2} tool calls, meets the policy: that takes {3}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ObligationOutOfBudget + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SameMisfit = new(
        RuleIds.SameMisfit,
        "What correlates a constraint is a member of all its types",
        "'{0}' cannot be correlated by '{1}': {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SameMisfit + ".md");

    public static readonly DiagnosticDescriptor WhenMisfit = new(
        RuleIds.WhenMisfit,
        "A guard is a static predicate over an event of its constraint",
        "'{0}' cannot guard '{1}': {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.WhenMisfit + ".md");

    public static readonly DiagnosticDescriptor ConstraintLimit = new(
        RuleIds.ConstraintLimit,
        "A constraint has one limit, of 0 or more",
        "The limit of '{0}' makes no sense: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ConstraintLimit + ".md");

    public static readonly DiagnosticDescriptor ConstraintCount = new(
        RuleIds.ConstraintCount,
        "A constraint counts to at least 1",
        "'{0}' counts to {1}; count to 1 or more, and write Absence for never",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ConstraintCount + ".md");

    public static readonly DiagnosticDescriptor FormulaSyntax = new(
        RuleIds.FormulaSyntax,
        "A formula can be read",
        "The formula '{0}' cannot be read at character {1}: {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.FormulaSyntax + ".md");

    public static readonly DiagnosticDescriptor AutomatonTooLarge = new(
        RuleIds.AutomatonTooLarge,
        "A constraint compiles to an automaton of bounded size",
        "'{0}' is too large: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.AutomatonTooLarge + ".md");

    public static readonly DiagnosticDescriptor NoEvent = new(
        RuleIds.NoEvent,
        "A constraint speaks of tools, signals, turns and replies",
        "'{0}' is no event that '{1}' can speak about; name a tool or signal of this project, Reply, UserTurn, AnyCall, or an interface that tools or signals implement",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoEvent + ".md");

    public static readonly DiagnosticDescriptor UnimplementedInterface = new(
        RuleIds.UnimplementedInterface,
        "An interface that a constraint names is implemented",
        "No tool or signal of this project implements '{0}', so that '{1}' speaks of nothing; implement it, or name another type",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.UnimplementedInterface + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DuplicateConstraint = new(
        RuleIds.DuplicateConstraint,
        "A constraint id is unique in the domain",
        "Constraint id '{0}' is also used by '{1}'; give this one an Id of its own",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateConstraint + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SignalShape = new(
        RuleIds.SignalShape,
        "A signal is a record that detects itself",
        "Signal '{0}' cannot be raised: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SignalShape + ".md");

    public static readonly DiagnosticDescriptor NotProven = new(
        RuleIds.NotProven,
        "A policy is judged within bounds",
        "Not proven: {0}",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NotProven + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ConstraintOutsidePolicy = new(
        RuleIds.ConstraintOutsidePolicy,
        "A constraint stands on a policy",
        "[{0}] on '{1}' has no effect, since '{1}' is no policy; move it to a class with [Policy]",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ConstraintOutsidePolicy + ".md");

    public static readonly DiagnosticDescriptor DuplicateSignal = new(
        RuleIds.DuplicateSignal,
        "A signal id is unique in the domain",
        "Signal id '{0}' is also used by '{1}'; choose another one",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateSignal + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SucceedsByNoTool = new(
        RuleIds.SucceedsByNoTool,
        "A scenario succeeds by tools",
        "'{0}' is no tool of this project, so that no scenario can succeed by it; name a tool's record",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SucceedsByNoTool + ".md");

    public static readonly DiagnosticDescriptor FormulaName = new(
        RuleIds.FormulaName,
        "A formula names events of its domain",
        "'{0}' in the formula of '{1}' names no event: {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.FormulaName + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
