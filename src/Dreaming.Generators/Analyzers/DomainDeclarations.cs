using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>The declarations of a compilation, collected while its types are read on several threads.</summary>
internal sealed class DomainDeclarations
{
    private readonly ConcurrentBag<(string Attribute, INamedTypeSymbol Type)> _all = [];

    public void Add(string attribute, INamedTypeSymbol type) => _all.Add((attribute, type));

    /// <summary>The types that carry an attribute, in the order of the source.</summary>
    public IReadOnlyList<INamedTypeSymbol> With(string attribute) =>
    [
        .. _all.Where(d => d.Attribute == attribute)
            .Select(d => d.Type)
            .OrderBy(t => t.Location().SourceTree?.FilePath ?? "", StringComparer.Ordinal)
            .ThenBy(t => t.Location().SourceSpan.Start),
    ];
}
