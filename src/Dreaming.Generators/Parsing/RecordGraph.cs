using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Which record holds which.</summary>
internal static class RecordGraph
{
    /// <summary>Whether a value of a type can hold, however deep, a value of the record, or is one.</summary>
    public static bool LeadsTo(ITypeSymbol from, INamedTypeSymbol record) =>
        LeadsTo(from, record, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    /// <summary>Whether a record must hold another one of itself, so that no document of it ever ends.</summary>
    public static bool IsEndless(INamedTypeSymbol record) =>
        Needs(record, record, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static bool LeadsTo(ITypeSymbol from, INamedTypeSymbol record, HashSet<ITypeSymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(from, record))
            return true;
        if (!seen.Add(from))
            return false;
        if (from is IArrayTypeSymbol array)
            return LeadsTo(array.ElementType, record, seen);
        if (from is not INamedTypeSymbol named)
            return false;
        return named.TypeArguments.Any(a => LeadsTo(a, record, seen))
            || (named.IsRecord && RecordParser.Members(named).Any(m => LeadsTo(m.Symbol.Type, record, seen)))
            || UnionParser.Cases(named).Any(c => LeadsTo(c, record, seen));
    }

    private static bool Needs(INamedTypeSymbol from, INamedTypeSymbol record, HashSet<ITypeSymbol> seen) => RecordParser.Members(from).Any(m =>
        m.Symbol.Type is INamedTypeSymbol { IsRecord: true, IsAbstract: false, NullableAnnotation: not NullableAnnotation.Annotated } next
        && m.Parameter is not { HasExplicitDefaultValue: true }
        && (m.Parameter is not null || m.Symbol.IsRequired)
        && (SymbolEqualityComparer.Default.Equals(next, record) || (seen.Add(next) && Needs(next, record, seen))));
}
