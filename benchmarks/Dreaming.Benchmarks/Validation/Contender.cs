using Dreaming.Benchmarks.Documents;

namespace Dreaming.Benchmarks.Validation;

/// <summary>One way of looking at a document.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Accepts">Whether it accepts the document.</param>
public sealed record Contender(string Name, Func<Document, bool> Accepts);

/// <summary>What a contender took.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Rounds">Nanoseconds for one document, round by round.</param>
/// <param name="Bytes">Allocated for one document.</param>
/// <param name="Accepted">How many of the documents it accepts.</param>
public sealed record Timing(string Name, IReadOnlyList<double> Rounds, double Bytes, int Accepted)
{
    /// <summary>For one document, in the quietest round.</summary>
    public double Nanoseconds => Rounds.Min();

    /// <summary>How many times as long as another it took: the median of the rounds, in each of which the two had their turns one behind the other.</summary>
    public double Over(Timing other) => Stopwatches.Median(Rounds.Zip(other.Rounds, (mine, theirs) => mine / theirs));
}
