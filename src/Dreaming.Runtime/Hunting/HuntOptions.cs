using System.ComponentModel.DataAnnotations;

namespace Dreaming.Hunting;

/// <summary>How long and how widely failures are searched for. Everything here but <see cref="Concurrency"/> and <see cref="TimeLimit"/> decides the result.</summary>
public sealed record HuntOptions
{
    /// <summary>Decides every random choice.</summary>
    /// <value>The default is 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>The most dreams that the agent is run in; making failures smaller comes on top.</summary>
    /// <value>The default is 400.</value>
    [Range(1, 1_000_000)]
    public int Dreams { get; init; } = 400;

    /// <summary>The number of different failures after which the search ends; null to search on.</summary>
    [Range(1, 1_000_000)]
    public int? StopAfter { get; init; }

    /// <summary>The most time that the search takes; null for any. Making failures smaller comes on top. A search that was ended so depends on the machine, and the report says so.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The most rollouts that making one failure smaller takes; 0 leaves each in the smallest dream that the search met it in.</summary>
    /// <value>The default is 60.</value>
    [Range(0, 100_000)]
    public int ShrinkRollouts { get; init; } = 60;

    /// <summary>Whether a criterion of the rubric that came out against the agent is a failure too.</summary>
    public bool Criteria { get; init; }

    /// <summary>How many dreams are chosen at once. What they come to decides which are chosen next.</summary>
    /// <value>The default is 24.</value>
    [Range(1, 10_000)]
    public int RoundSize { get; init; } = 24;

    /// <summary>How many rollouts are under way at once. It changes the time, never the result.</summary>
    /// <value>The default is the number of processors.</value>
    [Range(1, 10_000)]
    public int Concurrency { get; init; } = Environment.ProcessorCount;
}
