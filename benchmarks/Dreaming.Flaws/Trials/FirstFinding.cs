using Dreaming.Shrinking;

namespace Dreaming.Flaws.Trials;

/// <summary>What a search came to.</summary>
/// <param name="Found">Whether the agent failed in a dream that the correct one passes.</param>
/// <param name="Dreams">How many dreams it took, the failed one among them; without a failure, how many were run.</param>
public readonly record struct FirstFinding(bool Found, int Dreams)
{
    /// <summary>The failure as it was met and as small as it got; null where nothing was shrunk.</summary>
    public ShrinkResult? Shrunk { get; init; }
}
