using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Parsing;

/// <summary>Derives values at and around the edges of a member's contract.</summary>
internal static class PerturbationParser
{
    private const string Valid = nameof(Valid);
    private const string Boundary = nameof(Boundary);
    private const string NearMiss = nameof(NearMiss);

    /// <summary>The longest text that is written out: what is longer is no edge that an agent stumbles over.</summary>
    private const int LongestText = 400;

    public static IEnumerable<PerturbationSpec> Parse(MemberSpec member)
    {
        var seen = new HashSet<string>();
        foreach (var perturbation in All(member))
            if (seen.Add(perturbation.Json))
                yield return perturbation;
    }

    private static IEnumerable<PerturbationSpec> All(MemberSpec member)
    {
        foreach (var example in member.Examples)
            if (ExampleParser.Json(member, example) is { } json)
                yield return new(Valid, json, "example");
        foreach (var perturbation in ByShape(member))
            yield return perturbation;
        if (member.Value.Nullable || member.Value.Shape == ValueShape.Any)
            yield return new(Boundary, "null", "null");
        else
            yield return new(NearMiss, "null", member.Required ? "missing" : "null");
        if (WrongType(member.Value.Shape) is { } wrong)
            yield return new(NearMiss, wrong, "wrong type");
    }

    private static IEnumerable<PerturbationSpec> ByShape(MemberSpec member) => member.Value.Shape switch
    {
        ValueShape.Integer or ValueShape.Unsigned => Numbers(member, 1m),
        ValueShape.Single or ValueShape.Double or ValueShape.Decimal => Numbers(member, 0.01m),
        ValueShape.Text => Texts(member.Constraints).Where(t => (ExampleParser.WhyNotText(member.Constraints, t.Text) is null) == (t.Kind != NearMiss)).Select(t => new PerturbationSpec(t.Kind, JsonLiteral.Text(t.Text), t.Reason)),
        ValueShape.Duration => [new(Boundary, "\"PT0S\"", "no time at all"), new(NearMiss, "\"01:30:00\"", "other duration format"), new(NearMiss, "\"P1M\"", "a month has no fixed length")],
        ValueShape.Uri => [new(Valid, "\"https://example.org/page\"", "a page"), new(NearMiss, "\"example.org/page\"", "no scheme")],
        ValueShape.Enum => Enums(member.Value),
        ValueShape.Boolean => [new(Valid, "true", "true"), new(Valid, "false", "false")],
        ValueShape.Date => [new(Boundary, "\"2024-02-29\"", "leap day"), new(NearMiss, "\"2023-02-29\"", "no such day"), new(NearMiss, "\"03/02/2026\"", "other date format")],
        ValueShape.Time => [new(Boundary, "\"00:00:00\"", "midnight"), new(NearMiss, "\"24:00:00\"", "no such time")],
        ValueShape.Instant => [new(Boundary, "\"2024-02-29T23:59:59Z\"", "leap day"), new(NearMiss, "\"2026-03-02T09:00:00\"", "no offset")],
        ValueShape.Guid => [new(Boundary, "\"00000000-0000-0000-0000-000000000000\"", "empty UUID"), new(NearMiss, "\"00000000-0000-0000-0000-00000000000\"", "one digit short")],
        ValueShape.List => Lists(member),
        _ => [],
    };

    // An edge that another constraint takes away is left out.
    private static IEnumerable<PerturbationSpec> Numbers(MemberSpec member, decimal step) => Edges(member, step)
        .Where(p => (ExampleParser.WhyNot(member, p.Json) is null) == (p.Kind != NearMiss));

    private static IEnumerable<PerturbationSpec> Edges(MemberSpec member, decimal step)
    {
        foreach (var allowed in member.Constraints.Allowed)
            yield return new(Valid, allowed, "allowed");
        if (member.Constraints.Allowed.Count > 0)
            yield return new(NearMiss, ConstraintParser.Text(member.Constraints.Allowed.Max(a => ConstraintParser.Number(a)!.Value) + 1m), "not allowed");
        foreach (var denied in member.Constraints.Denied)
            yield return new(NearMiss, denied, "denied");
        var (minimum, maximum) = (ConstraintParser.Number(member.Constraints.Minimum), ConstraintParser.Number(member.Constraints.Maximum));
        if (minimum is { } least)
        {
            if (member.Constraints.MinimumIsExclusive)
                yield return new(NearMiss, ConstraintParser.Text(least), "the excluded minimum");
            yield return new(Boundary, ConstraintParser.Text(member.Constraints.MinimumIsExclusive ? least + step : least), "minimum");
            if (member.Value.Least != ConstraintParser.Text(least))
                yield return new(NearMiss, ConstraintParser.Text(least - step), "below minimum");
        }

        if (maximum is { } greatest)
        {
            if (member.Constraints.MaximumIsExclusive)
                yield return new(NearMiss, ConstraintParser.Text(greatest), "the excluded maximum");
            yield return new(Boundary, ConstraintParser.Text(member.Constraints.MaximumIsExclusive ? greatest - step : greatest), "maximum");
            if (member.Value.Greatest != ConstraintParser.Text(greatest))
                yield return new(NearMiss, ConstraintParser.Text(greatest + step), "above maximum");
        }

        if (step == 1m)
            yield return new(NearMiss, ConstraintParser.Text((minimum ?? 0m) + 0.5m), "not whole");
    }

    private static IEnumerable<(string Kind, string Text, string Reason)> Texts(ConstraintSpec constraints)
    {
        foreach (var denied in constraints.Denied)
            yield return (NearMiss, denied, "denied");
        if (constraints.Allowed.Count > 0)
        {
            foreach (var allowed in constraints.Allowed)
                yield return (Valid, allowed, "allowed");
            yield return (NearMiss, Other(constraints.Allowed), "not allowed");
        }
        else if (constraints.Pattern is { } pattern)
        {
            foreach (var sample in PatternSamples.Around(pattern))
                yield return sample;
        }
        else if (constraints.Format.Length > 0)
        {
            yield return (Valid, TextFormat.Example(constraints.Format), "the format");
            yield return (NearMiss, TextFormat.NearMiss(constraints.Format), "not the format");
        }
        else
        {
            if (constraints.MinLength is > 0 and <= LongestText and var least)
            {
                yield return (Boundary, Letters(least), "shortest");
                yield return (NearMiss, Letters(least - 1), "too short");
            }

            if (constraints.MaxLength is <= LongestText and var most)
            {
                yield return (Boundary, Letters(most), "longest");
                yield return (NearMiss, Letters(most + 1), "too long");
            }
        }
    }

    private static IEnumerable<PerturbationSpec> Enums(ValueSpec value)
    {
        foreach (var name in value.Names)
            yield return new(Valid, JsonLiteral.Text(name.JsonName), "allowed");
        yield return new(NearMiss, JsonLiteral.Text(Other(value.Names.Select(n => n.JsonName))), "not allowed");
    }

    private static IEnumerable<PerturbationSpec> Lists(MemberSpec member)
    {
        var least = member.Constraints.MinLength ?? 0;
        if (least == 0)
            yield return new(Boundary, "[]", "no elements");
        else
            yield return new(NearMiss, "[]", "too few elements");
        // The elements of the samples are alike.
        if (member.Constraints.Unique || member.Value.IsSet)
        {
            if (Element(member.Value.Element!) is { } twice)
                yield return new(NearMiss, Repeat(twice, 2), "an element twice");
            yield break;
        }

        if (member.Constraints.MaxLength is <= 20 and var most && Element(member.Value.Element!) is { } element)
        {
            if (most > least)
                yield return new(Boundary, Repeat(element, most), "most elements");
            yield return new(NearMiss, Repeat(element, most + 1), "too many elements");
        }
    }

    private static string? Element(ValueSpec element) => element.Shape switch
    {
        ValueShape.Text => "\"a\"",
        ValueShape.Boolean => "true",
        ValueShape.Integer or ValueShape.Unsigned or ValueShape.Single or ValueShape.Double or ValueShape.Decimal => "1",
        ValueShape.Enum when element.Names.Count > 0 => JsonLiteral.Text(element.Names[0].JsonName),
        ValueShape.Date => "\"2026-03-02\"",
        _ => null,
    };

    private static string? WrongType(ValueShape shape) => shape switch
    {
        ValueShape.Any => null,
        ValueShape.Integer or ValueShape.Unsigned or ValueShape.Single or ValueShape.Double or ValueShape.Decimal => "\"one\"",
        ValueShape.Boolean => "\"true\"",
        ValueShape.List or ValueShape.Map or ValueShape.Record => "\"\"",
        _ => "0",
    };

    private static string Letters(int length) => new('a', length);

    private static string Repeat(string element, int count) => "[" + string.Join(",", Enumerable.Repeat(element, count)) + "]";

    private static string Other(IEnumerable<string> allowed)
    {
        var taken = new HashSet<string>(allowed);
        var other = "other";
        while (taken.Contains(other))
            other += "_";
        return other;
    }
}
