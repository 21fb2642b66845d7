using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Rules;

internal static class RubricRules
{
    public static readonly DiagnosticDescriptor CriterionPoints = new(
        RuleIds.CriterionPoints,
        "A criterion has points between -10 and 10 that are not zero",
        "Criterion '{0}' has {1} points; give it -10 to -1 or 1 to 10",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.CriterionPoints + ".md");

    public static readonly DiagnosticDescriptor CriterionCannotBeAsked = new(
        RuleIds.CriterionCannotBeAsked,
        "A criterion is a static method whose parameters can be supplied",
        "Criterion method '{0}' cannot be asked: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.CriterionCannotBeAsked + ".md");

    public static readonly DiagnosticDescriptor DuplicateCriterion = new(
        RuleIds.DuplicateCriterion,
        "A criterion id is unique in the domain",
        "Criterion id '{0}' is also used by '{1}'; choose another one",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateCriterion + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NoPositivePoints = new(
        RuleIds.NoPositivePoints,
        "The criteria of a domain have positive points",
        "No criterion of this domain has positive points; add one that says what a good job is",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoPositivePoints + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor CompoundCriterion = new(
        RuleIds.CompoundCriterion,
        "A criterion checks one fact",
        "The text of criterion '{0}' joins two things with '{1}'; where they are two checks, make them two criteria",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.CompoundCriterion + ".md");

    public static readonly DiagnosticDescriptor CriterionText = new(
        RuleIds.CriterionText,
        "A criterion says what it checks",
        "Criterion '{0}' has no text; state one observable fact",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.CriterionText + ".md");

    public static readonly DiagnosticDescriptor EmptyRubric = new(
        RuleIds.EmptyRubric,
        "A rubric has criteria",
        "Rubric '{0}' has neither criteria nor rubrics that it includes; add some or remove it",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.EmptyRubric + ".md");

    public static readonly DiagnosticDescriptor HeadingOutOfReach = new(
        RuleIds.HeadingOutOfReach,
        "A criterion's heading can be judged on one rollout",
        "Criterion '{0}' stands under {1}, which one rollout cannot show; choose another heading",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.HeadingOutOfReach + ".md");

    public static readonly DiagnosticDescriptor CircularRubric = new(
        RuleIds.CircularRubric,
        "A rubric does not include itself",
        "Rubric '{0}' includes itself; take it out of Includes",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.CircularRubric + ".md");

    public static readonly DiagnosticDescriptor CriterionPlaceholder = new(
        RuleIds.CriterionPlaceholder,
        "A criterion's text is no template",
        "The text of criterion '{0}' holds '{1}', which nothing fills; write the fact without it",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.CriterionPlaceholder + ".md");

    public static readonly DiagnosticDescriptor HiddenVeto = new(
        RuleIds.HiddenVeto,
        "A veto is not averaged",
        "Criterion '{0}' takes the lowest points there are, which good marks elsewhere outweigh; an [Invariant] can ask the same and is never averaged",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.HiddenVeto + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor JudgedTwice = new(
        RuleIds.JudgedTwice,
        "A judged criterion asks what nothing else proves",
        "Judged criterion '{0}' asks what the {1} '{2}' decides without a model; remove one of the two",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.JudgedTwice + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
