namespace Dreaming.Contracts;

/// <summary>The four verdicts of RV-LTL (Bauer, Leucker, Schallhart, 2010) on a conversation that may go on.</summary>
public enum RvVerdict : byte
{
    /// <summary>Violated, and nothing that can happen mends it.</summary>
    PermanentlyViolated,

    /// <summary>Violated if it ended now; something that can happen mends it: an open obligation.</summary>
    TemporarilyViolated,

    /// <summary>Met if it ended now; something that can happen violates it.</summary>
    TemporarilySatisfied,

    /// <summary>Met, and nothing that can happen changes that.</summary>
    PermanentlySatisfied,
}
