using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>The records that are being read, the innermost first: one that is met again contains itself.</summary>
internal sealed class RecordScope(INamedTypeSymbol owner, RecordScope? outer)
{
    /// <summary>The record whose members are being read.</summary>
    public INamedTypeSymbol Owner { get; } = owner;

    public bool Holds(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(Owner, type) || (outer?.Holds(type) ?? false);
}
