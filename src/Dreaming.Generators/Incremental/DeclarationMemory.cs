using System.Collections.Immutable;
using System.Linq;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Incremental;

/// <summary>What was read last, and from what.</summary>
/// <param name="Room">What was around the files.</param>
/// <param name="Facts">The facts of each file.</param>
/// <param name="Sets">What each file declares.</param>
/// <param name="Whole">What all of them declare.</param>
internal sealed record DeclarationMemory(CompilationRoom Room, ImmutableArray<TreeFacts> Facts, ImmutableArray<DeclarationSet> Sets, DeclarationSet Whole);

/// <summary>What a compilation is beside its files.</summary>
/// <param name="AssemblyName">References may show their internals to it.</param>
/// <param name="Options">Nullability, checked constants and the like.</param>
/// <param name="References">One object a reference: the same for the same reference, and no reference itself.</param>
internal sealed record CompilationRoom(string? AssemblyName, CompilationOptions Options, ImmutableArray<object> References)
{
    public bool IsSame(CompilationRoom other) =>
        AssemblyName == other.AssemblyName && Options.Equals(other.Options) && References.SequenceEqual(other.References, ReferenceComparer.Instance);

    private sealed class ReferenceComparer : System.Collections.Generic.IEqualityComparer<object>
    {
        public static readonly ReferenceComparer Instance = new();

        bool System.Collections.Generic.IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y);

        public int GetHashCode(object obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
