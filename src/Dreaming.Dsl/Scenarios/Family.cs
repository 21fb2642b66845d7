namespace Dreaming;

/// <summary>The five ways in which a dream leaves the beaten path.</summary>
public enum Family
{
    /// <summary>The same kind of wish, otherwise: other words, other facts, a change of mind on the way.</summary>
    IntentVariation,

    /// <summary>What was said fits more than one thing, or a fact is missing: the right move is to ask.</summary>
    AmbiguityFork,

    /// <summary>The world answers differently than it did: no stock left, an interaction found, an order already shipped.</summary>
    CounterfactualOutcome,

    /// <summary>A tool fails in one of its declared ways.</summary>
    FailureInjection,

    /// <summary>Rare but valid: boundary values, unusual formats, noise.</summary>
    EdgeCase,
}
