using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads examples and holds them to the contract.</summary>
internal static class ExampleParser
{
    private static readonly Regex Duration = new(@"\A-?P(?!\z)(\d{1,15}D)?(T(?!\z)(\d{1,15}H)?(\d{1,15}M)?(\d{1,15}(\.\d{1,7})?S)?)?\z", RegexOptions.CultureInvariant);

    public static bool Check(IPropertySymbol on, MemberSpec member, ImmutableArray<AttributeData> attributes, IRuleSink? sink)
    {
        var right = true;
        foreach (var attribute in attributes.Where(a => a.AttributeClass.Is(KnownNames.Example)))
        {
            if (WhyNot(member, attribute.Text(0)) is not { } why)
                continue;
            sink?.Report(ToolRules.BadExample, attribute.Location(on), attribute.Text(0), on.Name, why);
            right = false;
        }

        return right;
    }

    /// <summary>An example as JSON; null where the words do not say (lists, records).</summary>
    public static string? Json(MemberSpec member, string example) => member.Value.Shape switch
    {
        ValueShape.Integer or ValueShape.Unsigned or ValueShape.Single or ValueShape.Double or ValueShape.Decimal or ValueShape.Boolean => example,
        ValueShape.List or ValueShape.Map or ValueShape.Record or ValueShape.Any => null,
        _ => JsonLiteral.Text(example),
    };

    /// <summary>Why words are no value of a member; null when they are, or when nothing can be said.</summary>
    public static string? WhyNot(MemberSpec member, string example)
    {
        var constraints = member.Constraints;
        switch (member.Value.Shape)
        {
            case ValueShape.Text:
                return WhyNotText(constraints, example);
            case ValueShape.Boolean:
                return example is "true" or "false" ? null : "it is neither true nor false";
            case ValueShape.Integer or ValueShape.Unsigned:
                return example.All(c => c is '-' or (>= '0' and <= '9')) ? WhyNotNumber(constraints, example, member.Value) : "it is no whole number";
            case ValueShape.Single or ValueShape.Double or ValueShape.Decimal:
                return WhyNotNumber(constraints, example, member.Value);
            case ValueShape.Enum:
                return member.Value.Names.Any(n => n.JsonName == example) ? null : "it is none of " + string.Join(", ", member.Value.Names.Select(n => n.JsonName));
            case ValueShape.Date:
                return DateTime.TryParseExact(example, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "it is no date as yyyy-MM-dd";
            case ValueShape.Time:
                return DateTime.TryParseExact(example, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "it is no time as HH:mm:ss";
            case ValueShape.Duration:
                return Duration.IsMatch(example) ? null : "it is no length of time as P1DT2H30M";
            case ValueShape.Uri:
                return example.All(c => c is > ' ' and < (char)127) && Uri.IsWellFormedUriString(example, UriKind.Absolute) ? null : "it is no absolute URI";
            case ValueShape.Guid:
                return Guid.TryParseExact(example, "D", out _) ? null : "it is no UUID";
            case ValueShape.Instant:
                return example.Length >= 20 && DateTimeOffset.TryParse(example, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "it is no date and time with offset";
            default:
                return null;
        }
    }

    /// <summary>Why a text breaks the constraints of its member; null when it does not.</summary>
    public static string? WhyNotText(ConstraintSpec constraints, string example)
    {
        var length = example.Length - example.Count(char.IsLowSurrogate);
        if (length < (constraints.MinLength ?? 0) || length > (constraints.MaxLength ?? int.MaxValue))
            return $"it has {length} characters";
        if (constraints.Pattern is { } pattern && !PatternSyntax.Matches(pattern, example))
            return $"it does not match {pattern}";
        if (constraints.Allowed.Count > 0 && !constraints.Allowed.Contains(example))
            return "it is none of the allowed values";
        if (constraints.Denied.Contains(example))
            return "it is one of the denied values";
        return TextFormat.Has(constraints.Format, example) ? null : "it has not the format that is asked for";
    }

    private static string? WhyNotNumber(ConstraintSpec constraints, string example, ValueSpec value)
    {
        if (ConstraintParser.Number(example) is not { } number || !JsonLiteral.IsNumber(example))
            return "it is no number";
        var minimum = ConstraintParser.Number(constraints.Minimum ?? value.Least);
        var maximum = ConstraintParser.Number(constraints.Maximum ?? value.Greatest);
        if (number < minimum || number > maximum || (constraints.MinimumIsExclusive && number == minimum) || (constraints.MaximumIsExclusive && number == maximum))
            return $"it is outside of {minimum} to {maximum}";
        if (constraints.Allowed.Count > 0 && constraints.Allowed.All(a => ConstraintParser.Number(a) != number))
            return "it is none of the allowed values";
        return constraints.Denied.Any(d => ConstraintParser.Number(d) == number) ? "it is one of the denied values" : null;
    }
}
