using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Rules;

internal static class ScenarioRules
{
    public static readonly DiagnosticDescriptor NoScenario = new(
        RuleIds.NoScenario,
        "A scenario implements IScenario",
        "Scenario '{0}' does not implement IScenario<{0}, TWorld>; add it with your sandbox as TWorld",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoScenario + ".md");

    public static readonly DiagnosticDescriptor UnknownSlot = new(
        RuleIds.UnknownSlot,
        "An opening names only slots of its scenario",
        "'{{{0}}}' is no slot of '{1}'; its slots are {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.UnknownSlot + ".md");

    public static readonly DiagnosticDescriptor DuplicateScenario = new(
        RuleIds.DuplicateScenario,
        "A scenario id is unique in the domain",
        "Scenario id '{0}' is also used by '{1}'; choose another one",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateScenario + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor CounterfactualShape = new(
        RuleIds.CounterfactualShape,
        "A counterfactual takes the world and returns it",
        "Counterfactual '{0}' must be a public instance method '{1} {0}({1} world)'",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.CounterfactualShape + ".md");

    public static readonly DiagnosticDescriptor NoOpening = new(
        RuleIds.NoOpening,
        "A scenario has an opening",
        "Scenario '{0}' has no [Says]; write at least one way in which the user opens",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoOpening + ".md");

    public static readonly DiagnosticDescriptor HiddenAndUnknown = new(
        RuleIds.HiddenAndUnknown,
        "A slot is hidden or unknown, never both",
        "'{0}' is both [Hidden] and [Unknown]; a user who does not know it has nothing to hide: keep one of them",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.HiddenAndUnknown + ".md");

    public static readonly DiagnosticDescriptor UnknownInOpening = new(
        RuleIds.UnknownInOpening,
        "An opening holds nothing that the user does not know",
        "The opening says '{{{0}}}', which the user does not know ([Unknown]); take one of the two away",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.UnknownInOpening + ".md");

    public static readonly DiagnosticDescriptor SensitiveInOpening = new(
        RuleIds.SensitiveInOpening,
        "An opening holds no sensitive value",
        "The opening says '{{{0}}}', which is [Sensitive]; every dream would begin with it",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SensitiveInOpening + ".md");

    public static readonly DiagnosticDescriptor EmptyBudget = new(
        RuleIds.EmptyBudget,
        "A budget leaves room for a conversation",
        "The budget of '{0}' has {1} turns and {2} tool calls; give it at least 1 turn and no negative number",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.EmptyBudget + ".md");

    public static readonly DiagnosticDescriptor DuplicateCounterfactual = new(
        RuleIds.DuplicateCounterfactual,
        "A counterfactual's id is unique in its scenario",
        "Counterfactual id '{0}' is also used by '{1}'; choose another one",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateCounterfactual + ".md");

    public static readonly DiagnosticDescriptor NeverAchieved = new(
        RuleIds.NeverAchieved,
        "A scenario can succeed",
        "'{0}' never succeeds: Achieved is always false; say what a good agent would have reached",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NeverAchieved + ".md");

    public static readonly DiagnosticDescriptor EmptyOpening = new(
        RuleIds.EmptyOpening,
        "An opening says something",
        "An opening of '{0}' is empty; write what the user says",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.EmptyOpening + ".md");

    public static readonly DiagnosticDescriptor IdleFamily = new(
        RuleIds.IdleFamily,
        "Every family applies to some scenario",
        "Domain '{0}' has {1}, so that the family {2} applies to nothing",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.IdleFamily + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Unobserved = new(
        RuleIds.Unobserved,
        "A scenario's success is seen in what happened",
        "The success of '{0}' is not seen in what happened: {1}",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.Unobserved + ".md");
}
