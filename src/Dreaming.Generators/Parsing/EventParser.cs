using System;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Automata;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads a type as the constraints of its domain see it: what it is called, what it derives from, what can correlate it.</summary>
internal static class EventParser
{
    /// <summary>The types that stand for themselves, by the names that formulas give them.</summary>
    public static IReadOnlyList<OperandSpec> BuiltIn { get; } =
    [
        new(OperandKind.Reply, "global::" + KnownNames.Reply, "Reply", EventNames.Reply, default, default),
        new(OperandKind.UserTurn, "global::" + KnownNames.UserTurn, "UserTurn", EventNames.UserTurn, default, default),
        new(OperandKind.AnyCall, "global::" + KnownNames.AnyCall, "AnyCall", EventNames.AnyCall, default, default),
    ];

    public static EventSpec Parse(INamedTypeSymbol type, OperandKind kind, string name) => new(
        Operand(type, kind, name),
        EquatableArray.From(type.AllInterfaces.Where(IsWritten).Select(i => Operand(i, OperandKind.Interface, "")).OrderBy(i => i.Type, StringComparer.Ordinal)));

    /// <summary>The type as an operand; null when a constraint cannot speak about it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="domain">The assembly whose tools and signals make conversations.</param>
    public static OperandSpec? Operand(ITypeSymbol type, IAssemblySymbol domain)
    {
        if (BuiltIn.FirstOrDefault(b => type.Is(b.Type.Substring("global::".Length))) is { } itself)
            return itself;
        if (type is not INamedTypeSymbol named)
            return null;
        if (named.TypeKind == TypeKind.Interface)
            return IsWritten(named) ? Operand(named, OperandKind.Interface, "") : null;
        if (!SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, domain))
            return null;
        return named.Find(KnownNames.Tool) is { } tool ? Operand(named, OperandKind.Tool, tool.Text(0))
            : named.Find(KnownNames.Signal) is { } signal ? Operand(named, OperandKind.Signal, signal.Text(0))
            : null;
    }

    private static OperandSpec Operand(INamedTypeSymbol type, OperandKind kind, string name) => new(
        kind,
        type.Code(),
        type.Name,
        name,
        EquatableArray.From(Bases(type).Concat(type.AllInterfaces.Where(IsWritten)).Select(t => t.Code())),
        EquatableArray.From(Keys(type)));

    private static IEnumerable<KeySpec> Keys(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in Bases(type).Prepend(type).Concat(type.AllInterfaces.Where(i => type.TypeKind == TypeKind.Interface)).SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()))
            if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public }
                && property.ExplicitInterfaceImplementations.IsEmpty && seen.Add(property.Name))
                yield return Key(property);
    }

    private static KeySpec Key(IPropertySymbol property)
    {
        var nullable = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var type = (nullable ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type).WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return new KeySpec(property.Name, type.ToDisplayString(), Reading(type), nullable);
    }

    private static KeyReading Reading(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => KeyReading.Text,
        SpecialType.System_Boolean => KeyReading.Truth,
        >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => KeyReading.Whole,
        _ => type.TypeKind == TypeKind.Enum ? KeyReading.Whole
            : type.Is("System.DateOnly") ? KeyReading.Date
            : type.Is("System.DateTimeOffset") ? KeyReading.Instant
            : type.Is("System.Guid") ? KeyReading.Guid
            : KeyReading.None,
    };

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null && t.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); t = t.BaseType)
            yield return t;
    }

    // Not the interfaces of the language and those that generated code adds: an analyzer sees them, a generator does not. Those of one file are out of generated code's reach.
    private static bool IsWritten(INamedTypeSymbol type) =>
        !type.IsFileLocal && type.ContainingNamespace.ToDisplayString() is var home && home is not ("Dreaming" or "Dreaming.Contracts") && home != "System" && !home.StartsWith("System.", StringComparison.Ordinal);
}
