using Dreaming.Contracts;

namespace Dreaming.Hunting.Files;

/// <summary>What a file about a hunt is written from.</summary>
public sealed record HuntFile
{
    /// <summary>The hunt.</summary>
    public required HuntReport Report { get; init; }

    /// <summary>Its domain.</summary>
    public required DomainManifest Domain { get; init; }

    /// <summary>A failure in words: the short scenario, the conversation around the violation, the command that replays it.</summary>
    public required Func<HuntedFailure, string> Tell { get; init; }

    /// <summary>The file that keeps a failure's dream, as a path relative to the place that readers start from; null when it is not kept.</summary>
    public Func<HuntedFailure, string?> KeptIn { get; init; } = _ => null;

    /// <summary>When the hunt began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Ended { get; init; }

    /// <summary>A failure in a line.</summary>
    internal static string Line(HuntedFailure failure) => $"{failure.Cluster.Rule.Id} ({failure.Cluster.Step}): {failure.Cluster.Rule.Because}";
}
