using System.Linq;
using System.Text.RegularExpressions;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>What a rubric compiles with and should not be like.</summary>
internal static class RubricChecks
{
    private static readonly string[] BeyondOneRollout = ["Consistency", "Agreement", "Satisfaction"];
    private static readonly Regex Joint = new(@"\b(and|or|as well as)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Placeholder = new(@"\{[A-Za-z_][A-Za-z0-9_]*\}", RegexOptions.CultureInvariant);

    public static void Check(INamedTypeSymbol type, IRuleSink sink)
    {
        var rubric = type.Find(KnownNames.Rubric)!;
        IdForm.Check(rubric, type, sink);
        var declared = RubricParser.Declared(type).ToArray();
        if (declared.Length == 0 && !RubricParser.Includes(type).Any())
            sink.Report(RubricRules.EmptyRubric, rubric.Location(type), rubric.Text(0));
        foreach (var (attribute, method) in declared)
            Criterion(attribute, method ?? (ISymbol)type, sink);
    }

    private static void Criterion(AttributeData attribute, ISymbol on, IRuleSink sink)
    {
        IdForm.Check(attribute, on, sink);
        var (id, text, at) = (attribute.Text(0), attribute.Text(3), attribute.Location(on));
        if (string.IsNullOrWhiteSpace(text))
            sink.Report(RubricRules.CriterionText, at, id);
        if (attribute.Argument(1).EnumName("") is var heading && BeyondOneRollout.Contains(heading))
            sink.Report(RubricRules.HeadingOutOfReach, at, id, heading);
        if (Joint.Match(text) is { Success: true } joint)
            sink.Report(RubricRules.CompoundCriterion, at, id, joint.Value);
        if (Placeholder.Match(text) is { Success: true } placeholder)
            sink.Report(RubricRules.CriterionPlaceholder, at, id, placeholder.Value);
    }
}
