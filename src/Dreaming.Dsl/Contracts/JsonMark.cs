using System.Diagnostics.CodeAnalysis;

namespace Dreaming.Contracts;

/// <summary>Where a value begins that is checked, and how much was wrong before it.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "A mark is never compared.")]
public readonly struct JsonMark
{
    internal int Start { get; init; }

    internal int Violations { get; init; }
}
