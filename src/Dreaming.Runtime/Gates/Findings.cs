using System.Collections.Immutable;

namespace Dreaming.Gates;

/// <summary>Collects what speaks against a candidate. The decision is the worst finding; nothing found is a pass.</summary>
internal sealed class Findings
{
    private readonly List<string> _reasons = [];

    public GateVerdict Worst { get; private set; } = GateVerdict.Pass;

    public ImmutableArray<string> Reasons => [.. _reasons];

    public void Fail(string reason)
    {
        Worst = GateVerdict.Fail;
        _reasons.Add(reason);
    }

    public void Doubt(string reason)
    {
        if (Worst == GateVerdict.Pass)
            Worst = GateVerdict.Inconclusive;
        _reasons.Add(reason);
    }

    public void Note(string reason) => _reasons.Add(reason);

    public void Take(Findings other)
    {
        _reasons.AddRange(other._reasons);
        if (other.Worst == GateVerdict.Fail || Worst == GateVerdict.Pass)
            Worst = other.Worst;
    }
}
