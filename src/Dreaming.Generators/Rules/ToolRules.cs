using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Rules;

internal static class ToolRules
{
    public static readonly DiagnosticDescriptor NoTool = new(
        RuleIds.NoTool,
        "A tool implements ITool",
        "Tool '{0}' does not implement ITool<TResult>; add it with what a successful call returns",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoTool + ".md");

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        RuleIds.UnsupportedType,
        "A value has a type that the contract can describe",
        "'{0}' has the type '{1}', which a contract cannot describe: {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.UnsupportedType + ".md");

    public static readonly DiagnosticDescriptor DuplicateTool = new(
        RuleIds.DuplicateTool,
        "A tool name is unique in the domain",
        "Tool name '{0}' is also used by '{1}'; choose another one",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateTool + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NoHandler = new(
        RuleIds.NoHandler,
        "A sandbox handles every tool",
        "Sandbox '{0}' has no public method 'ToolOutcome<{2}> Handle({1} call)'; add it",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoHandler + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ContradictoryBounds = new(
        RuleIds.ContradictoryBounds,
        "Bounds leave room for a value",
        "The bounds of '{0}' leave no value: {1} is greater than {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ContradictoryBounds + ".md");

    public static readonly DiagnosticDescriptor BadPattern = new(
        RuleIds.BadPattern,
        "A pattern can be matched in linear time",
        "The pattern of '{0}' cannot be used: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.BadPattern + ".md");

    public static readonly DiagnosticDescriptor HandlerResult = new(
        RuleIds.HandlerResult,
        "A handler returns what its tool declares",
        "'Handle({0})' returns '{1}'; the tool declares 'ToolOutcome<{2}>'",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.HandlerResult + ".md");

    public static readonly DiagnosticDescriptor DuplicateMember = new(
        RuleIds.DuplicateMember,
        "A JSON name is unique in its record",
        "'{0}' and '{1}' have the same JSON name '{2}'; rename one of them",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateMember + ".md");

    public static readonly DiagnosticDescriptor ToolName = new(
        RuleIds.ToolName,
        "A tool name is snake_case",
        "Tool name '{0}' is not snake_case of at most 64 characters (a-z, 0-9 and _, beginning with a letter)",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ToolName + ".md");

    public static readonly DiagnosticDescriptor BadExample = new(
        RuleIds.BadExample,
        "An example fits its contract",
        "Example '{0}' of '{1}' breaks the contract: {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.BadExample + ".md");

    public static readonly DiagnosticDescriptor ConstraintDoesNotApply = new(
        RuleIds.ConstraintDoesNotApply,
        "A constraint applies to its type",
        "'{0}' on '{1}' has no meaning: {2}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ConstraintDoesNotApply + ".md");

    public static readonly DiagnosticDescriptor OpenUnion = new(
        RuleIds.OpenUnion,
        "A union lists its cases",
        "'{0}' is no closed union: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.OpenUnion + ".md");

    public static readonly DiagnosticDescriptor EmptyPattern = new(
        RuleIds.EmptyPattern,
        "A pattern matches something",
        "The pattern of '{0}' matches no text: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.EmptyPattern + ".md");

    public static readonly DiagnosticDescriptor ConstraintsDisagree = new(
        RuleIds.ConstraintsDisagree,
        "Constraints leave room for a value together",
        "The constraints of '{0}' contradict each other: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.ConstraintsDisagree + ".md");

    public static readonly DiagnosticDescriptor UnguardedWrite = new(
        RuleIds.UnguardedWrite,
        "A tool that changes the world has an invariant",
        "Tool '{0}' changes the world and no invariant guards it; write what must hold before a call",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.UnguardedWrite + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DuplicateFault = new(
        RuleIds.DuplicateFault,
        "A fault is declared once",
        "Tool '{0}' declares the fault {1} twice; remove one",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateFault + ".md");

    public static readonly DiagnosticDescriptor NoToolDescription = new(
        RuleIds.NoToolDescription,
        "A tool says what it does",
        "Tool '{0}' has no description; say what it does and when to call it",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoToolDescription + ".md");

    public static readonly DiagnosticDescriptor NoParameterDescription = new(
        RuleIds.NoParameterDescription,
        "A parameter says what it means",
        "Parameter '{0}' of tool '{1}' has no [Description]",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.NoParameterDescription + ".md");

    public static readonly DiagnosticDescriptor PredicateShape = new(
        RuleIds.PredicateShape,
        "A predicate on a record is an instance method without parameters that returns bool",
        "'{0}' cannot be asked of a record: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.PredicateShape + ".md");

    public static readonly DiagnosticDescriptor DefaultBreaksContract = new(
        RuleIds.DefaultBreaksContract,
        "A default fits its contract",
        "The default '{0}' of '{1}' breaks the contract: {2}",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DefaultBreaksContract + ".md");

    public static readonly DiagnosticDescriptor DuplicateEnumName = new(
        RuleIds.DuplicateEnumName,
        "The texts of an enum are unique",
        "The enum of '{0}' gives the text '{1}' to two members; rename one",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.DuplicateEnumName + ".md");

    public static readonly DiagnosticDescriptor IdleFault = new(
        RuleIds.IdleFault,
        "A fault changes what happens",
        "The fault {1} changes nothing for tool '{0}': only a tool that reads can answer from an old world; remove it or choose another fault",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.IdleFault + ".md");
}
