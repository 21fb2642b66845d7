using System.Globalization;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the counts and limits of temporal constraints.</summary>
internal static class TemporalNumbers
{
    /// <summary>The number that a template counts to; null when it does not count.</summary>
    public static int? Count(AttributeData attribute) => attribute.Argument(0)?.Value as int?;

    /// <summary>The rule that the numbers break, and how; null when they are right.</summary>
    public static (DiagnosticDescriptor Rule, string Why)? WhyNot(AttributeData attribute)
    {
        if (Count(attribute) is < 1 and var count)
            return (TemporalRules.ConstraintCount, count.ToString(CultureInfo.InvariantCulture));
        var turns = attribute.Named("WithinTurns", -1);
        var calls = attribute.Named("WithinCalls", -1);
        return turns < -1 || calls < -1 ? (TemporalRules.ConstraintLimit, "a limit is 0 or more, and left out for none")
            : turns >= 0 && calls >= 0 ? (TemporalRules.ConstraintLimit, "it has a limit of turns and a limit of calls; write two constraints, or drop one limit")
            : null;
    }
}
