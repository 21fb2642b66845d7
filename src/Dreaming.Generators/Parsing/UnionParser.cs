using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads an abstract record that is one of several, by the attributes of <c>System.Text.Json</c>.</summary>
internal static class UnionParser
{
    private const string DefaultDiscriminator = "$type";

    /// <summary>Whether a record is meant as a union.</summary>
    public static bool IsUnion(INamedTypeSymbol type) => type.IsAbstract || type.Has(KnownNames.JsonDerivedType);

    /// <summary>The records that a union lists.</summary>
    public static IEnumerable<INamedTypeSymbol> Cases(INamedTypeSymbol type) =>
        Listed(type).Select(a => a.Argument(0)?.Value).OfType<INamedTypeSymbol>();

    public static RecordSpec? Parse(INamedTypeSymbol type, TypeSpec spec, IRuleSink? sink, RecordScope scope)
    {
        var discriminator = type.Find(KnownNames.JsonPolymorphic)?.Named("TypeDiscriminatorPropertyName", DefaultDiscriminator) ?? DefaultDiscriminator;
        var cases = new List<CaseSpec>();
        var listed = Listed(type).ToArray();
        if (!type.IsAbstract)
            return Refuse(type, "make it abstract, since a value is always one of its cases", sink, null);
        if (listed.Length == 0)
            return Refuse(type, "list its cases with [JsonDerivedType(typeof(Case), \"case\")]", sink, null);
        foreach (var attribute in listed)
        {
            var tag = attribute.Text(1);
            if (attribute.Argument(0)?.Value is not INamedTypeSymbol one)
                return Refuse(type, "a case is a record", sink, attribute);
            if (WhyNot(type, one, tag, discriminator, scope) is { } why)
                return Refuse(type, why, sink, attribute);
            if (cases.Any(c => c.Tag == tag || c.Type == one.Code()))
                return Refuse(type, $"'{one.Name}' or its text '{tag}' is listed twice", sink, attribute);
            cases.Add(new CaseSpec(one.Code(), tag));
        }

        return new RecordSpec(spec, false, []) { Discriminator = discriminator, Cases = EquatableArray.From(cases) };
    }

    private static string? WhyNot(INamedTypeSymbol type, INamedTypeSymbol one, string tag, string discriminator, RecordScope scope)
    {
        if (tag.Length == 0)
            return $"give '{one.Name}' a text: [JsonDerivedType(typeof({one.Name}), \"...\")]";
        if (!SymbolEqualityComparer.Default.Equals(one.BaseType, type))
            return $"'{one.Name}' does not derive from it";
        if (!one.Has(KnownNames.Data) || one.IsAbstract)
            return $"make '{one.Name}' a [Data] record that is not abstract";
        if (scope.Holds(one))
            return null;
        if (RecordParser.Parse(one, null, null, scope) is not { } record)
            return $"the record '{one.Name}' is refused; see what is found there";
        return record.Members.Any(m => m.JsonName == discriminator) ? $"'{one.Name}' has a member '{discriminator}' of its own" : null;
    }

    private static RecordSpec? Refuse(INamedTypeSymbol type, string why, IRuleSink? sink, AttributeData? at)
    {
        sink?.Report(ToolRules.OpenUnion, at?.Location(type) ?? type.Location(), type.Name, why);
        return null;
    }

    private static IEnumerable<AttributeData> Listed(INamedTypeSymbol type) =>
        type.GetAttributes().Where(a => a.AttributeClass.Is(KnownNames.JsonDerivedType));
}
