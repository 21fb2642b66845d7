namespace Dreaming.Episodes;

/// <summary>A real, recorded interaction. May hold personal data: nothing after curation accepts it.</summary>
public sealed record Episode
{
    /// <summary>Hash of everything but the place it was read from: the same recording has the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The domain it belongs to.</summary>
    public required string Domain { get; init; }

    /// <summary>The contract it was recorded under; null when the recording does not say.</summary>
    public string? ContractHash { get; init; }

    /// <summary>What was to be done: runs of one task share it, and are never split between training and held-out episodes.</summary>
    public required string TaskId { get; init; }

    /// <summary>Which run of the task it is.</summary>
    public int Trial { get; init; }

    /// <summary>The agent that was recorded.</summary>
    public string Agent { get; init; } = "";

    /// <summary>The recorded outcome, from 0 to 1; null when nobody judged it.</summary>
    public double? Reward { get; init; }

    /// <summary>What happened.</summary>
    public required Trajectory Trajectory { get; init; }

    /// <summary>Where it was read.</summary>
    public Place Place { get; init; } = Place.Nowhere;

    /// <summary>The recorded outcome is full success.</summary>
    public bool Successful => Reward >= 1 - 1e-9;
}

/// <summary>A place in an input.</summary>
/// <param name="File">The file's name as the user gave it.</param>
/// <param name="Line">The line, or the number of the record, from 1; 0 for the file itself.</param>
public readonly record struct Place(string File, int Line)
{
    /// <summary>Made in this process.</summary>
    public static Place Nowhere { get; } = new("", 0);

    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}

/// <summary>Input that could not be taken. Counted and kept with its place and reason; everything else goes on.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Reason">Why it was not taken, in one sentence.</param>
public sealed record Quarantined(Place Place, string Reason);
