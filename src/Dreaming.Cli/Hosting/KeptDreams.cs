using Dreaming.Contracts;
using Dreaming.Hunting;
using Dreaming.Regressions;

namespace Dreaming.Cli.Hosting;

/// <summary>The failures of a hunt as frozen dreams on disk, one file a failure under the same name in every hunt: for a replay, and for a regression test.</summary>
internal sealed class KeptDreams
{
    private const int IdLength = 8;

    private readonly DomainManifest _domain;
    private readonly HuntRequest _request;
    private readonly string _folder;

    private KeptDreams(DomainManifest domain, HuntRequest request, string folder) => (_domain, _request, _folder) = (domain, request, folder);

    /// <exception cref="IOException">A file cannot be written.</exception>
    public static async Task<KeptDreams> WriteAsync(HuntReport report, LoadedDomain domain, HuntRequest request, CancellationToken cancellationToken)
    {
        var kept = new KeptDreams(domain.Manifest, request, Path.GetFullPath(request.Out ?? Path.Combine(domain.Folder.DefaultOut, "hunt")));
        foreach (var failure in report.Failures)
            await FrozenDreamFile.WriteAsync(FrozenDream.Of(failure.Shrunk.Smallest, domain.Manifest, failure.Cluster.Rule), kept.FileOf(failure), cancellationToken).ConfigureAwait(false);
        return kept;
    }

    /// <summary>The file of a failure.</summary>
    public string FileOf(HuntedFailure failure) =>
        Path.Combine(_folder, $"{failure.Shrunk.Smallest.Rollout.Dream.Skeleton.Scenario}-{failure.Cluster.Id[..IdLength]}.dream.json");

    /// <summary>The file as a path from the current folder, with slashes; null when it lies elsewhere.</summary>
    public string? FromHere(HuntedFailure failure) =>
        Path.GetRelativePath(Environment.CurrentDirectory, FileOf(failure)).Replace('\\', '/') is var path && !Path.IsPathRooted(path) && !path.StartsWith("../", StringComparison.Ordinal) ? path : null;

    /// <summary>The command that runs the agent in the dream again.</summary>
    public string Replay(HuntedFailure failure) => _request.ReplayCommand(DomainBuild.Shown(FileOf(failure)));

    /// <summary>A failure in words: the short scenario, the conversation around the violation, and how to replay it.</summary>
    public string Tell(HuntedFailure failure) =>
        $"{ScenarioText.Of(failure.Shrunk.Smallest.Rollout.Dream, _domain)}\n\n{TranscriptLines.Around(failure.Shrunk.Smallest, failure.Cluster.Rule)}\n\nreplay: {Replay(failure)}";
}
