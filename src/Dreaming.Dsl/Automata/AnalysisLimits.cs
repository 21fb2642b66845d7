namespace Dreaming.Automata;

/// <summary>How far an analysis looks before it says that it has not proven the answer.</summary>
internal sealed class AnalysisLimits
{
    public static AnalysisLimits Default { get; } = new();

    /// <summary>The most states that one search visits, greedily for a witness at first and then to visit all, round after round: what an early round proves makes the later ones small.</summary>
    public (int Greedy, int Whole)[] Rounds { get; init; } = [(60, 200), (300, 1_500), (1_000, 6_000)];

    /// <summary>The most states that all searches of one analysis visit together.</summary>
    public int Nodes { get; init; } = 60_000;

    /// <summary>The most guards on one kind of event. A constraint on a kind with more is left out of proofs, and what it could change is not proven.</summary>
    public int Guards { get; init; } = 6;

    /// <summary>The most different key values with open business that a witness may have at a time. A member is taken to have as many values as that, which a truth value has not.</summary>
    public int Keys { get; init; } = 3;

    /// <summary>The most different situations of key values that a proof keeps apart.</summary>
    public int Situations { get; init; } = 8;
}
