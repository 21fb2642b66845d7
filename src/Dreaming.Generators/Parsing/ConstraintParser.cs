using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the attributes of <c>System.ComponentModel.DataAnnotations</c> on a member.</summary>
internal static class ConstraintParser
{
    private const string OnText = "it holds for text";
    private const string OnLengths = "it holds for text, lists and dictionaries";

    /// <summary>The constraints; null when they are wrong.</summary>
    public static ConstraintSpec? Parse(IPropertySymbol on, ValueSpec value, ImmutableArray<AttributeData> attributes, IRuleSink? sink)
    {
        var spec = ConstraintSpec.None;
        var right = true;
        foreach (var attribute in attributes)
        {
            var name = attribute.AttributeClass?.ToDisplayString();
            var why = name switch
            {
                KnownNames.Range => Range(attribute, value, ref spec),
                KnownNames.Length => Lengths(value, ref spec, Int(attribute, 0), Int(attribute, 1)),
                KnownNames.MinLength => Lengths(value, ref spec, Int(attribute, 0), null),
                KnownNames.MaxLength => Lengths(value, ref spec, null, Int(attribute, 0)),
                KnownNames.StringLength => value.Shape == ValueShape.Text ? Lengths(value, ref spec, Minimum(attribute), Int(attribute, 0)) : OnText,
                KnownNames.RegularExpression => Pattern(attribute, value, ref spec),
                KnownNames.AllowedValues => Values(attribute, value, v => spec = spec with { Allowed = v }),
                KnownNames.DeniedValues => Values(attribute, value, v => spec = spec with { Denied = v }),
                KnownNames.EmailAddress => Format(TextFormat.Email, value, ref spec),
                KnownNames.Url => Format(TextFormat.Url, value, ref spec),
                KnownNames.Base64String => Format(TextFormat.Base64, value, ref spec),
                KnownNames.UniqueItems => Unique(value, ref spec),
                _ => null,
            };
            if (why is null)
                continue;
            sink?.Report(ToolRules.ConstraintDoesNotApply, attribute.Location(on), attribute.AttributeClass!.Name.Replace("Attribute", ""), on.Name, why);
            right = false;
        }

        return right && Consistent(on, value, spec, sink) ? spec : null;
    }

    private static bool Consistent(IPropertySymbol on, ValueSpec value, ConstraintSpec spec, IRuleSink? sink)
    {
        if (Number(spec.Minimum) is { } minimum && Number(spec.Maximum) is { } maximum
            && (minimum > maximum || (minimum == maximum && (spec.MinimumIsExclusive || spec.MaximumIsExclusive))))
        {
            sink?.Report(ToolRules.ContradictoryBounds, on.Location(), on.Name, spec.Minimum!, spec.Maximum!);
            return false;
        }

        if (spec.MinLength is { } least && spec.MaxLength is { } most && least > most)
        {
            sink?.Report(ToolRules.ContradictoryBounds, on.Location(), on.Name, least, most);
            return false;
        }

        if (spec.Pattern is { } pattern && PatternSyntax.WhyNot(pattern) is { } why)
        {
            sink?.Report(ToolRules.BadPattern, on.Location(), on.Name, why);
            return false;
        }

        if (spec.Pattern is { } matched && PatternRoom.WhyEmpty(matched) is { } empty)
        {
            sink?.Report(ToolRules.EmptyPattern, on.Location(), on.Name, empty);
            return false;
        }

        if (WhyNoRoom(value, spec) is { } contradiction)
        {
            sink?.Report(ToolRules.ConstraintsDisagree, on.Location(), on.Name, contradiction);
            return false;
        }

        return true;
    }

    private static string? WhyNoRoom(ValueSpec value, ConstraintSpec spec)
    {
        var others = new MemberSpec("", "", value, Binding.Parameter, true) { Constraints = spec with { Allowed = default } };
        foreach (var allowed in spec.Allowed)
            if (ExampleParser.WhyNot(others, allowed) is { } why)
                return $"it allows {allowed}, but {why}";
        return spec.Pattern is { } pattern && PatternRoom.Shortest(pattern) is { } shortest && shortest > (spec.MaxLength ?? int.MaxValue)
            ? $"the shortest text that matches the pattern has {shortest} characters, and {spec.MaxLength} are allowed"
            : null;
    }

    private static string? Range(AttributeData attribute, ValueSpec value, ref ConstraintSpec spec)
    {
        if (value.Shape is not (ValueShape.Integer or ValueShape.Unsigned or ValueShape.Single or ValueShape.Double or ValueShape.Decimal))
            return "it holds for numbers";
        var arguments = attribute.ConstructorArguments;
        if (arguments.Length < 2)
            return "it needs a minimum and a maximum";
        if (Bound(arguments[arguments.Length - 2]) is not { } minimum || Bound(arguments[arguments.Length - 1]) is not { } maximum)
            return "its bounds are no numbers within reach of decimal";
        var broken = value.Shape is not (ValueShape.Integer or ValueShape.Unsigned);
        if (!broken)
        {
            minimum = attribute.Named("MinimumIsExclusive", false) ? decimal.Floor(minimum) + 1 : decimal.Ceiling(minimum);
            maximum = attribute.Named("MaximumIsExclusive", false) ? decimal.Ceiling(maximum) - 1 : decimal.Floor(maximum);
            minimum = System.Math.Max(minimum, Number(value.Least)!.Value);
            maximum = System.Math.Min(maximum, Number(value.Greatest)!.Value);
        }

        spec = spec with
        {
            Minimum = Text(minimum),
            Maximum = Text(maximum),
            MinimumIsExclusive = broken && attribute.Named("MinimumIsExclusive", false),
            MaximumIsExclusive = broken && attribute.Named("MaximumIsExclusive", false),
        };
        return null;
    }

    private static string? Lengths(ValueSpec value, ref ConstraintSpec spec, int? least, int? most)
    {
        if (value.Shape is not (ValueShape.Text or ValueShape.List or ValueShape.Map))
            return OnLengths;
        spec = spec with { MinLength = least ?? spec.MinLength, MaxLength = most ?? spec.MaxLength };
        return null;
    }

    private static string? Pattern(AttributeData attribute, ValueSpec value, ref ConstraintSpec spec)
    {
        if (value.Shape != ValueShape.Text)
            return OnText;
        spec = spec with { Pattern = attribute.Text(0) };
        return null;
    }

    private static string? Values(AttributeData attribute, ValueSpec value, System.Action<EquatableArray<string>> set)
    {
        var values = attribute.ConstructorArguments.SelectMany(a => a.Elements()).ToArray();
        if (value.Shape != ValueShape.Text && !value.IsNumber)
            return "it holds for text and numbers; use an enum for other values";
        if (values.Length == 0)
            return "list at least one value";
        var texts = values.Select(v => value.IsNumber ? NumberText(v, value) : v.Value as string).ToArray();
        if (texts.Any(t => t is null))
            return value.IsNumber ? "each value is a number that the type can hold" : "each value is a text";
        set(EquatableArray.From(texts.Select(t => t!)));
        return null;
    }

    private static string? NumberText(TypedConstant constant, ValueSpec value)
    {
        var number = constant.Value switch
        {
            sbyte or byte or short or ushort or int or uint or long or ulong => System.Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture),
            float or double => Number(System.Convert.ToString(constant.Value, CultureInfo.InvariantCulture)),
            _ => null,
        };
        var whole = value.Shape is ValueShape.Integer or ValueShape.Unsigned;
        return number is not { } n || (whole && (n != decimal.Truncate(n) || n < Number(value.Least) || n > Number(value.Greatest))) ? null : Text(n);
    }

    private static string? Format(string format, ValueSpec value, ref ConstraintSpec spec)
    {
        if (value.Shape != ValueShape.Text)
            return OnText;
        if (spec.Format.Length > 0)
            return $"it is already held to the format {spec.Format}";
        spec = spec with { Format = format };
        return null;
    }

    private static string? Unique(ValueSpec value, ref ConstraintSpec spec)
    {
        if (value.Shape != ValueShape.List || value.IsSet)
            return value.IsSet ? "a set has no element twice" : "it holds for lists";
        if (!value.Element!.IsScalar)
            return "it holds for lists of scalars";
        spec = spec with { Unique = true };
        return null;
    }

    private static int? Int(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Value is int value && value >= 0 ? value : null;

    private static int? Minimum(AttributeData attribute) => attribute.Named("MinimumLength", 0) is > 0 and var least ? least : null;

    private static decimal? Bound(TypedConstant constant) => constant.Value switch
    {
        int i => i,
        double d when d is >= -7.9e27 and <= 7.9e27 => (decimal)d,
        string s when Number(s) is >= -7.9e27m and <= 7.9e27m => Number(s),
        _ => null,
    };

    /// <summary>The number that invariant text stands for.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number as invariant text.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
