using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads one member of a record: its type, its names, what it is held to.</summary>
internal static class MemberParser
{
    public static MemberSpec? Parse(IPropertySymbol property, IParameterSymbol? parameter, IRuleSink? sink, RecordScope scope)
    {
        if (ValueParser.Parse(property.Type, out var why, scope) is not { } value)
        {
            sink?.Report(ToolRules.UnsupportedType, property.Location(), property.Name, property.Type.Words(), why);
            return null;
        }

        if (SameText(value) is { } text)
        {
            sink?.Report(ToolRules.DuplicateEnumName, property.Location(), property.Name, text);
            return null;
        }

        var attributes = Attributes(property, parameter);
        if (ConstraintParser.Parse(property, value, attributes, sink) is not { } constraints)
            return null;
        var binding = parameter is not null ? Binding.Parameter : property.IsRequired ? Binding.Required : Binding.Initializer;
        var optional = value.Nullable || binding switch
        {
            Binding.Parameter => parameter!.HasExplicitDefaultValue,
            Binding.Required => false,
            _ => HasInitializer(property),
        };
        var member = new MemberSpec(property.Name, attributes.Find(KnownNames.JsonPropertyName)?.Text(0) ?? Naming.Snake(property.Name), value, binding, !optional)
        {
            Default = parameter is { HasExplicitDefaultValue: true } ? Literal(parameter) : null,
            Description = attributes.Find(KnownNames.Description)?.Text(0) ?? "",
            Sensitive = attributes.Find(KnownNames.Sensitive) is not null,
            AlwaysWritten = attributes.Find(KnownNames.JsonIgnore) is { } ignore && ignore.NamedConstant("Condition").EnumName("Always") == "Never",
            Constraints = constraints,
            Examples = EquatableArray.From(attributes.Where(a => a.AttributeClass.Is(KnownNames.Example)).Select(a => a.Text(0))),
        };
        if (!ExampleParser.Check(property, member, attributes, sink))
            return null;
        if (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } given } && value.Shape != ValueShape.Enum
            && ExampleParser.WhyNot(member, Words(given)) is { } whyNot)
            sink?.Report(ToolRules.DefaultBreaksContract, property.Location(), Words(given), property.Name, whyNot);
        return member with { Perturbations = EquatableArray.From(PerturbationParser.Parse(member)) };
    }

    /// <summary>The attributes of the property and, for a positional one, of its parameter.</summary>
    public static ImmutableArray<AttributeData> Attributes(IPropertySymbol property, IParameterSymbol? parameter) =>
        parameter is null ? property.GetAttributes() : [.. parameter.GetAttributes(), .. property.GetAttributes()];

    private static string? SameText(ValueSpec value) => value.Element is { } element
        ? SameText(element)
        : value.Names.GroupBy(n => n.JsonName).FirstOrDefault(g => g.Count() > 1)?.Key;

    private static string Words(object value) =>
        value is bool truth ? truth ? "true" : "false" : System.Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static bool HasInitializer(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Any(r => r.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null });

    private static string Literal(IParameterSymbol parameter)
    {
        var value = parameter.ExplicitDefaultValue;
        if (value is null)
            return "default";
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        var literal = value switch
        {
            bool b => b ? "true" : "false",
            string s => SymbolDisplay.FormatLiteral(s, quote: true),
            double d => d.ToString("R", CultureInfo.InvariantCulture) + "D",
            float f => f.ToString("R", CultureInfo.InvariantCulture) + "F",
            decimal m => m.ToString(CultureInfo.InvariantCulture) + "M",
            _ => System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return value is string or bool ? literal : $"({type.Code()})({literal})";
    }
}
