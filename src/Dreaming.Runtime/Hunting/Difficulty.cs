using Dreaming.Determinism;
using Dreaming.Dreams;

namespace Dreaming.Hunting;

/// <summary>
/// How hard each neighbourhood is for the agent: the chance of failure has a uniform prior and a Beta posterior. A round draws one chance for each neighbourhood from its posterior (Thompson,
/// Biometrika 25, 1933), so that what is little known is tried too, and prefers dreams where it is near one half: what always passes and what always fails teaches nothing.
/// </summary>
internal sealed class Difficulty
{
    private readonly Dictionary<string, (int Failed, int Passed)> _known = new(StringComparer.Ordinal);

    public void Count(Skeleton skeleton, bool failed)
    {
        foreach (var cell in DreamCells.Neighbourhoods(skeleton))
            Count(cell, failed);
    }

    public void Count(string cell, bool failed)
    {
        var (lost, won) = _known.GetValueOrDefault(cell);
        _known[cell] = failed ? (lost + 1, won) : (lost, won + 1);
    }

    /// <summary>How middling dreams are, from 0 to 1, by chances drawn for one round.</summary>
    public Func<Skeleton, double> Draw(Seed seed)
    {
        var drawn = new Dictionary<string, double>(StringComparer.Ordinal);
        return skeleton => DreamCells.Neighbourhoods(skeleton).Max(cell =>
        {
            if (!drawn.TryGetValue(cell, out var chance))
            {
                var (failed, passed) = _known.GetValueOrDefault(cell);
                drawn[cell] = chance = BetaDistribution.Sample(failed + 1, passed + 1, seed.Derive(cell).ToRandom());
            }

            return 4 * chance * (1 - chance);
        });
    }
}
