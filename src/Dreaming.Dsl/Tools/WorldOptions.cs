namespace Dreaming;

/// <summary>How a sandbox is opened.</summary>
public sealed record WorldOptions
{
    /// <summary>The world as the domain ships it.</summary>
    public static WorldOptions Default { get; } = new();

    /// <summary>A file that holds the world's data; null for the data that the domain ships.</summary>
    public string? DataPath { get; init; }

    /// <summary>What time it is in the world. It does not pass by itself, so that a night can be replayed.</summary>
    public DateTimeOffset Now { get; init; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
}
