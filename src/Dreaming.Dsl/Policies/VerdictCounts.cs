using Dreaming.Contracts;

namespace Dreaming;

/// <summary>How many of a number of things have each verdict.</summary>
internal struct VerdictCounts
{
    private int _permanentlyViolated;
    private int _temporarilyViolated;
    private int _temporarilySatisfied;

    public readonly int PermanentlyViolated => _permanentlyViolated;

    public readonly int TemporarilyViolated => _temporarilyViolated;

    /// <summary>The verdict of all of them together.</summary>
    public readonly RvVerdict Conjunction =>
        _permanentlyViolated > 0 ? RvVerdict.PermanentlyViolated
        : _temporarilyViolated > 0 ? RvVerdict.TemporarilyViolated
        : _temporarilySatisfied > 0 ? RvVerdict.TemporarilySatisfied
        : RvVerdict.PermanentlySatisfied;

    public void Add(int verdict, int count)
    {
        switch (verdict)
        {
            case 0:
                _permanentlyViolated += count;
                break;
            case 1:
                _temporarilyViolated += count;
                break;
            case 2:
                _temporarilySatisfied += count;
                break;
        }
    }
}
