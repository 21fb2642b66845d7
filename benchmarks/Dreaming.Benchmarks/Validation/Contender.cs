using Dreaming.Benchmarks.Documents;

namespace Dreaming.Benchmarks.Validation;

/// <summary>One way of looking at a document.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Accepts">Whether it accepts the document.</param>
public sealed record Contender(string Name, Func<Document, bool> Accepts);

/// <summary>What a contender took.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Nanoseconds">For one document, the median of the rounds.</param>
/// <param name="Bytes">Allocated for one document.</param>
/// <param name="Accepted">How many of the documents it accepts.</param>
public sealed record Timing(string Name, double Nanoseconds, double Bytes, int Accepted);
