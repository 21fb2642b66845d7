using System.Collections.Immutable;

namespace Dreaming.Contracts;

/// <summary>What a number must be like beyond its type and inclusive bounds.</summary>
public sealed class JsonNumberRule
{
    /// <summary>The number is greater than this; null for no such bound.</summary>
    public decimal? Above { get; init; }

    /// <summary>The number is less than this; null for no such bound.</summary>
    public decimal? Below { get; init; }

    /// <summary>The allowed numbers; empty when any is.</summary>
    public ImmutableArray<decimal> Allowed { get; init; } = [];

    /// <summary>The numbers that are not allowed.</summary>
    public ImmutableArray<decimal> Denied { get; init; } = [];
}
