using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads what a value of a type is as JSON.</summary>
internal static class ValueParser
{
    /// <summary>The value's spec; null when a contract cannot describe the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="why">Why not, for a reader.</param>
    /// <param name="scope">The records that are being read; null for none.</param>
    public static ValueSpec? Parse(ITypeSymbol type, out string why, RecordScope? scope = null)
    {
        why = "use text, numbers, bool, enums, DateOnly, TimeOnly, DateTimeOffset, TimeSpan, Guid, Uri, JsonElement, [Data] records, lists, sets or string-keyed dictionaries of these";
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Parse(nullable.TypeArguments[0], out why, scope) is { } inner ? inner with { Nullable = true } : null;
        var spec = Scalar(type) ?? Named(type) ?? Collection(type, scope, ref why) ?? Data(type, scope, ref why);
        return spec is null ? null : spec with { Nullable = !type.IsValueType && type.NullableAnnotation == NullableAnnotation.Annotated };
    }

    private static ValueSpec? Scalar(ITypeSymbol type)
    {
        ValueSpec Of(ValueShape shape) => new(shape, type.Code(), type.IsValueType, false);
        ValueSpec Whole(string getter, string least, string greatest) => Of(ValueShape.Integer) with { Getter = getter, Least = least, Greatest = greatest };
        return type.SpecialType switch
        {
            SpecialType.System_String => Of(ValueShape.Text),
            SpecialType.System_Boolean => Of(ValueShape.Boolean),
            SpecialType.System_SByte => Whole("SByte", "-128", "127"),
            SpecialType.System_Byte => Whole("Byte", "0", "255"),
            SpecialType.System_Int16 => Whole("Int16", "-32768", "32767"),
            SpecialType.System_UInt16 => Whole("UInt16", "0", "65535"),
            SpecialType.System_Int32 => Whole("Int32", "-2147483648", "2147483647"),
            SpecialType.System_UInt32 => Whole("UInt32", "0", "4294967295"),
            SpecialType.System_Int64 => Whole("Int64", "-9223372036854775808", "9223372036854775807"),
            SpecialType.System_UInt64 => Whole("UInt64", "0", "18446744073709551615") with { Shape = ValueShape.Unsigned },
            SpecialType.System_Single => Of(ValueShape.Single) with { Getter = "Single" },
            SpecialType.System_Double => Of(ValueShape.Double) with { Getter = "Double" },
            SpecialType.System_Decimal => Of(ValueShape.Decimal) with { Getter = "Decimal" },
            _ => null,
        };
    }

    private static ValueSpec? Named(ITypeSymbol type)
    {
        ValueSpec Of(ValueShape shape) => new(shape, type.Code(), type.IsValueType, false);
        if (type.TypeKind == TypeKind.Enum)
            return Of(ValueShape.Enum) with { Names = EquatableArray.From(EnumNames(type)) };
        return type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString() switch
        {
            "System.DateOnly" => Of(ValueShape.Date),
            "System.TimeOnly" => Of(ValueShape.Time),
            "System.DateTimeOffset" => Of(ValueShape.Instant),
            "System.TimeSpan" => Of(ValueShape.Duration),
            "System.Uri" => Of(ValueShape.Uri),
            "System.Guid" => Of(ValueShape.Guid),
            "System.Text.Json.JsonElement" => Of(ValueShape.Any),
            _ => null,
        };
    }

    // Two members of the same value write alike: the first name stands for both.
    private static IEnumerable<EnumMemberSpec> EnumNames(ITypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(f => f.HasConstantValue)
        .GroupBy(f => f.ConstantValue)
        .Select(g => g.First())
        .Select(f => new EnumMemberSpec(f.Name, f.Find(KnownNames.JsonEnumName)?.Text(0) ?? f.Name));

    private static ValueSpec? Collection(ITypeSymbol type, RecordScope? scope, ref string why)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return With(ValueShape.List, Container.Array, type, array.ElementType, scope, ref why);
        if (type is not INamedTypeSymbol { IsGenericType: true } named)
            return null;
        var (shape, container) = named.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Immutable.ImmutableArray<T>" => (ValueShape.List, Container.ImmutableArray),
            "System.Collections.Generic.IReadOnlyList<T>" => (ValueShape.List, Container.ReadOnly),
            "System.Collections.Generic.List<T>" => (ValueShape.List, Container.List),
            "System.Collections.Generic.HashSet<T>" => (ValueShape.List, Container.HashSet),
            "System.Collections.Generic.IReadOnlySet<T>" => (ValueShape.List, Container.ReadOnlySet),
            "System.Collections.Immutable.ImmutableHashSet<T>" => (ValueShape.List, Container.ImmutableHashSet),
            "System.Collections.Generic.Dictionary<TKey, TValue>" => (ValueShape.Map, Container.List),
            "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>" => (ValueShape.Map, Container.ReadOnly),
            "System.Collections.Immutable.ImmutableDictionary<TKey, TValue>" => (ValueShape.Map, Container.ImmutableDictionary),
            "System.Collections.Immutable.ImmutableSortedDictionary<TKey, TValue>" => (ValueShape.Map, Container.ImmutableSortedDictionary),
            _ => (ValueShape.Any, Container.None),
        };
        if (container == Container.None)
            return null;
        if (shape == ValueShape.List)
            return With(shape, container, type, named.TypeArguments[0], scope, ref why);
        if (named.TypeArguments[0].SpecialType == SpecialType.System_String)
            return With(shape, container, type, named.TypeArguments[1], scope, ref why);
        why = "only text can be the key of a dictionary";
        return null;
    }

    private static ValueSpec? With(ValueShape shape, Container container, ITypeSymbol type, ITypeSymbol element, RecordScope? scope, ref string why)
    {
        if (Parse(element, out var whyNot, scope) is not { } spec)
        {
            why = whyNot;
            return null;
        }

        var value = new ValueSpec(shape, type.Code(), type.IsValueType, false) { Container = container, Element = spec };
        if (!value.IsSet || spec is { IsScalar: true, Nullable: false })
            return value;
        why = "the elements of a set are scalars that are not null; use a list";
        return null;
    }

    private static ValueSpec? Data(ITypeSymbol type, RecordScope? scope, ref string why)
    {
        if (type.IsRecord && !type.Has(KnownNames.Data))
            why = $"mark the record '{type.Name}' with [Data]";
        if (!type.Has(KnownNames.Data))
            return null;
        if (type is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } own && !(scope?.Holds(own) ?? false) && RecordParser.Parse(own, null, null, scope) is null)
        {
            why = $"the record '{type.Name}' is refused; see what is found there";
            return null;
        }

        return new ValueSpec(ValueShape.Record, type.Code(), type.IsValueType, false) { Recursive = scope is not null && RecordGraph.LeadsTo(type, scope.Owner) };
    }
}
