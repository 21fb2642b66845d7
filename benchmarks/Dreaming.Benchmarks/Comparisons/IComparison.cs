namespace Dreaming.Benchmarks.Comparisons;

/// <summary>A measurement against something that exists outside of this project. It prints a table for people and ends with one line of JSON for machines.</summary>
public interface IComparison
{
    /// <summary>The name it is started by.</summary>
    string Name { get; }

    /// <summary>What it answers, in one line.</summary>
    string Question { get; }

    /// <summary>Measures and prints.</summary>
    /// <param name="output">Receives the table, the exceptions and the line of JSON.</param>
    /// <param name="ct">Stops the measurement.</param>
    /// <returns>The exit code: 0 when it was measured, or skipped aloud for want of data.</returns>
    Task<int> RunAsync(TextWriter output, CancellationToken ct);
}
