using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Rules;

internal static class InternalRules
{
    public static readonly DiagnosticDescriptor Internal = new(
        RuleIds.Internal,
        "The generator failed",
        "'{0}' could not be compiled into a contract because of an error in Dreaming: {1}. Please report it.",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.Help + RuleIds.Internal + ".md");
}
