using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Short questions to symbols.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The name as code writes it: with <c>global::</c> and the nullability of type arguments, without the type's own.</summary>
    public static string Code(this ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Qualified);

    /// <summary>The name as people write it.</summary>
    public static string Words(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public static bool Is(this ITypeSymbol? type, string name) =>
        type is not null && type.OriginalDefinition.ToDisplayString() == name;

    public static bool Has(this ISymbol symbol, string attribute) => symbol.Find(attribute) is not null;

    public static AttributeData? Find(this ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Find(attribute);

    public static AttributeData? Find(this IEnumerable<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(a => a.AttributeClass.Is(name));

    public static Location Location(this ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None;

    public static Location Location(this AttributeData attribute, ISymbol on) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? on.Location();

    public static string Text(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index].Value as string ?? "" : "";

    /// <summary>The member's name of an enum argument; something else where there is no such member, which the compiler reports.</summary>
    public static string EnumName(this TypedConstant? constant, string otherwise) =>
        constant?.Type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant.Value.Value))?.Name ?? otherwise;

    public static TypedConstant? Argument(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index] : null;

    public static T Named<T>(this AttributeData attribute, string name, T otherwise)
    {
        foreach (var argument in attribute.NamedArguments)
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array && argument.Value.Value is T value)
                return value;
        return otherwise;
    }

    public static TypedConstant? NamedConstant(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
            if (argument.Key == name)
                return argument.Value;
        return null;
    }

    /// <summary>The elements of an array argument; a null array has none.</summary>
    public static ImmutableArray<TypedConstant> Elements(this TypedConstant constant) =>
        constant.Kind != TypedConstantKind.Array || constant.IsNull ? [] : constant.Values;

    public static INamedTypeSymbol? Implemented(this INamedTypeSymbol type, string name) =>
        type.AllInterfaces.FirstOrDefault(i => i.Is(name));
}
