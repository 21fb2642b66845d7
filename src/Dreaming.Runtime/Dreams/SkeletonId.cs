using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dreaming.Determinism;

namespace Dreaming.Dreams;

/// <summary>The identity of a skeleton.</summary>
internal static class SkeletonId
{
    /// <summary>The skeleton with the id that belongs to what it dreams.</summary>
    public static Skeleton Seal(Skeleton skeleton) => skeleton with { Id = Of(skeleton) };

    /// <summary>A skeleton with one more operator, and where given with other facts.</summary>
    public static Skeleton With(Skeleton skeleton, DreamOperator step, RawJson? facts = null) => Seal(skeleton with
    {
        Facts = facts ?? skeleton.Facts,
        Operators = skeleton.Operators.Add(step),
    });

    private static string Of(Skeleton skeleton) => ContentId.Of(
        skeleton.Scenario,
        skeleton.Facts.Text,
        JsonSerializer.Serialize<ImmutableArray<DreamOperator>>(skeleton.Operators),
        skeleton.Turns.ToString(CultureInfo.InvariantCulture),
        skeleton.ToolCalls.ToString(CultureInfo.InvariantCulture));
}
