using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Rules;

internal static class UsageRules
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        RuleIds.NotPartial,
        "A declaration is partial",
        "'{0}' must be a partial {1} that is neither generic nor inside of a type that is not partial, so that the compiler can add its contract",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NotPartial + ".md");

    public static readonly DiagnosticDescriptor InvariantCannotBeAsked = new(
        RuleIds.InvariantCannotBeAsked,
        "An invariant is a static predicate whose parameters can be supplied",
        "Invariant method '{0}' cannot be asked: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.InvariantCannotBeAsked + ".md");

    public static readonly DiagnosticDescriptor DuplicateInvariant = new(
        RuleIds.DuplicateInvariant,
        "An invariant id is unique in the domain",
        "Invariant id '{0}' is also used by '{1}'; choose another one",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateInvariant + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NotOneSandbox = new(
        RuleIds.NotOneSandbox,
        "A domain has one sandbox",
        "Domain '{0}' has {1} sandboxes; mark exactly one class with [Sandbox]",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NotOneSandbox + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ReservedName = new(
        RuleIds.ReservedName,
        "A name that the compiler adds is free",
        "'{0}' already has a member '{1}'; rename it, since the compiler adds one of that name",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ReservedName + ".md");

    public static readonly DiagnosticDescriptor OneRole = new(
        RuleIds.OneRole,
        "A declaration has one role",
        "'{0}' carries both [{1}] and [{2}]; split it in two declarations",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.OneRole + ".md");

    public static readonly DiagnosticDescriptor NoSandbox = new(
        RuleIds.NoSandbox,
        "A sandbox implements ISandbox",
        "Sandbox '{0}' does not implement ISandbox<{0}>; add it",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoSandbox + ".md");

    public static readonly DiagnosticDescriptor NoBecause = new(
        RuleIds.NoBecause,
        "What must hold says why",
        "'{0}' has no Because; say what must hold and why",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoBecause + ".md");

    public static readonly DiagnosticDescriptor IdForm = new(
        RuleIds.IdForm,
        "An id is kebab-case",
        "The id '{0}' is not kebab-case (a-z and 0-9, words joined by single hyphens, beginning with a letter)",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.IdForm + ".md");

    public static readonly DiagnosticDescriptor EmptyPolicy = new(
        RuleIds.EmptyPolicy,
        "A policy says what must hold",
        "Policy '{0}' has neither invariant nor constraint; add one or remove it",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.EmptyPolicy + ".md");

    public static readonly DiagnosticDescriptor AlwaysHolds = new(
        RuleIds.AlwaysHolds,
        "An invariant can be violated",
        "Invariant '{0}' always holds; say what it depends on or remove it",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.AlwaysHolds + ".md");

    public static readonly DiagnosticDescriptor SlotOutsideScenario = new(
        RuleIds.SlotOutsideScenario,
        "Hidden, Unknown and Asked stand on slots of a scenario",
        "[{0}] on '{1}' has no effect, since '{2}' is no scenario; remove it",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SlotOutsideScenario + ".md");

    public static readonly DiagnosticDescriptor NothingToDream = new(
        RuleIds.NothingToDream,
        "A domain has what a night needs",
        "Domain '{0}' has no {1}; a night has nothing to rehearse without it",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NothingToDream + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SensitiveInText = new(
        RuleIds.SensitiveInText,
        "What identifies a person stands in no prompt",
        "'{0}' identifies a person and stands in {1}, which is read by a model as it is written; say what is meant without it",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SensitiveInText + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SensitiveElsewhere = new(
        RuleIds.SensitiveElsewhere,
        "What is sensitive in one place is sensitive in every place",
        "'{0}' of '{1}' is not [Sensitive], '{0}' of '{2}' is: what stands in the one is not scrubbed when it comes from the other",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.SensitiveElsewhere + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
