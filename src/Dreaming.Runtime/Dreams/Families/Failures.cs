using Dreaming.Determinism;

namespace Dreaming.Dreams.Families;

/// <summary>
/// A tool fails in one of its declared ways, once or twice, mostly from its first call on and sometimes from its second, which many conversations never make; an outage is there from the
/// start.
/// </summary>
internal sealed class Failures : IFamily
{
    public Family Family => Family.FailureInjection;

    public Skeleton? Vary(Departure from, SeededRandom random)
    {
        var failing = from.Skeleton.Operators.OfType<InjectFault>().Select(f => f.Tool).ToHashSet(StringComparer.Ordinal);
        var faults = from.Tools.Where(t => !failing.Contains(t.Name)).SelectMany(t => t.Faults.Select(f => (t.Name, Fault: f))).ToArray();
        if (faults.Length == 0)
            return null;
        var (tool, fault) = random.Pick(faults);
        return SkeletonId.With(from.Skeleton, fault == ToolFault.Outage
            ? new InjectFault(tool, fault, 1, 1)
            : new InjectFault(tool, fault, random.Chance(0.25) ? 2 : 1, 1 + random.Next(2)));
    }
}
