namespace Dreaming.Shrinking;

/// <summary>What a sequential test has come to.</summary>
public enum SequentialVerdict
{
    /// <summary>More observations are needed.</summary>
    Undecided,

    /// <summary>The chance is the high one, or more.</summary>
    High,

    /// <summary>The chance is the low one, or less.</summary>
    Low,
}

/// <summary>
/// Tells a high chance from a low one by looking after each observation (Wald's sequential probability ratio test, Ann. Math. Statist. 16, 1945). The bounds are 1/alpha and beta
/// themselves, so that both error rates hold exactly (Ville's inequality) and not only about: "high" comes out with a chance of at most alpha when the chance is the low one or less, "low"
/// with at most beta when it is the high one or more. Stopping early without a verdict keeps both.
/// </summary>
public sealed class SequentialTest
{
    private readonly double _hit;
    private readonly double _miss;
    private readonly double _upper;
    private readonly double _lower;
    private double _evidence;

    /// <summary>Begins a test.</summary>
    /// <param name="low">The low chance, above 0.</param>
    /// <param name="high">The high chance, above the low one and below 1.</param>
    /// <param name="alpha">The chance of a wrong "high", between 0 and 1.</param>
    /// <param name="beta">The chance of a wrong "low", between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A chance is out of its range.</exception>
    public SequentialTest(double low, double high, double alpha, double beta)
    {
        if (!(low > 0 && low < high && high < 1))
            throw new ArgumentOutOfRangeException(nameof(low), low, "The low chance lies between 0 and the high one, and the high one below 1.");
        if (!(alpha is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "An error rate lies between 0 and 1.");
        if (!(beta is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "An error rate lies between 0 and 1.");
        _hit = Math.Log(high / low);
        _miss = Math.Log((1 - high) / (1 - low));
        _upper = -Math.Log(alpha);
        _lower = Math.Log(beta);
    }

    /// <summary>The verdict so far. It stays once it is reached.</summary>
    public SequentialVerdict Verdict { get; private set; }

    /// <summary>Takes one observation. Nothing changes after the verdict.</summary>
    /// <param name="hit">Whether it happened.</param>
    public void Observe(bool hit)
    {
        if (Verdict != SequentialVerdict.Undecided)
            return;
        _evidence += hit ? _hit : _miss;
        Verdict = _evidence >= _upper ? SequentialVerdict.High : _evidence <= _lower ? SequentialVerdict.Low : SequentialVerdict.Undecided;
    }
}
