using System.Runtime.CompilerServices;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>How many of a number of things have each verdict.</summary>
[InlineArray(4)]
internal struct VerdictCounts
{
    private int _first;

    public readonly int PermanentlyViolated => this[(int)RvVerdict.PermanentlyViolated];

    public readonly int TemporarilyViolated => this[(int)RvVerdict.TemporarilyViolated];

    /// <summary>The verdict of all of them together.</summary>
    public readonly RvVerdict Conjunction =>
        PermanentlyViolated > 0 ? RvVerdict.PermanentlyViolated
        : TemporarilyViolated > 0 ? RvVerdict.TemporarilyViolated
        : this[(int)RvVerdict.TemporarilySatisfied] > 0 ? RvVerdict.TemporarilySatisfied
        : RvVerdict.PermanentlySatisfied;

    public void Add(int verdict, int count) => this[verdict & PolicyTable.VerdictMask] += count;
}
