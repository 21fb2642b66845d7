using Dreaming.Cli.Display;
using Dreaming.Hunting;
using Dreaming.Hunting.Files;
using Dreaming.Nights;
using Dreaming.Regressions;
using Dreaming.Rollouts;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Cli.Hosting;

/// <summary>Makes ready what a hunt needs, lets it search, keeps what it finds, and tells what came of it.</summary>
internal sealed class HuntRun(HuntRequest asked, Terminal terminal, bool json, TimeProvider time)
{
    private HuntRequest _request = asked;

    /// <summary>Searches.</summary>
    public async Task<int> HuntAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var (domain, parts) = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        using var agent = parts.Agent;
        if (!parts.Episodes.Any(e => e.Episode is not null) && !json)
            terminal.Note($"no episodes: dreams come from the scenarios of {domain.Manifest.Name} alone. Give recordings with --episodes.");

        var began = time.GetUtcNow();
        var report = await new Hunter(parts, _request.Options).HuntAsync(json ? null : new HuntDisplay(terminal), cancellationToken).ConfigureAwait(false);
        var kept = await KeptDreams.WriteAsync(report, domain, _request, cancellationToken).ConfigureAwait(false);
        await WriteFilesAsync(report, domain, kept, began, cancellationToken).ConfigureAwait(false);
        if (json)
            HuntJson.Write(report, kept);
        else
            HuntText.Write(terminal, report, kept);
        return ExitCodeOf(report);
    }

    /// <summary>Runs the agent in one kept dream again.</summary>
    public async Task<int> ReplayAsync(string file, CancellationToken cancellationToken)
    {
        var (domain, parts) = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        using var agent = parts.Agent;
        var frozen = await ReadAsync(file, domain, parts, cancellationToken).ConfigureAwait(false);
        var judged = await new Rehearsals(parts).RunAsync(frozen.Dream, 0, cancellationToken).ConfigureAwait(false);
        var broken = frozen.Rule?.IsBrokenBy(judged, domain.Manifest) is true;
        if (json)
        {
            HuntJson.Write(judged, frozen, broken);
        }
        else
        {
            TranscriptText.Write(terminal, judged.Rollout, judged.Scorecard, domain.Manifest);
            terminal.WriteLine(frozen.Rule is { } rule ? $"{(broken ? "still breaks" : "does not break")} {SafeText.Line(rule.Id)}" : "");
        }

        return ExitCodeOf(judged, broken);
    }

    private static int ExitCodeOf(JudgedRollout judged, bool broken) => judged.Scorecard switch
    {
        { Passed: false } => ExitCode.GateFailed,
        _ when broken => ExitCode.GateFailed,
        { Passed: true } => ExitCode.Done,
        { Owner: Owner.Infrastructure } => ExitCode.Broken,
        _ => ExitCode.Inconclusive,
    };

    private static int ExitCodeOf(HuntReport report) =>
        !report.Failures.IsEmpty ? ExitCode.GateFailed
        : report.Unjudged.ContainsKey(nameof(Owner.Infrastructure)) ? ExitCode.Broken
        : report.Passed == 0 ? ExitCode.Inconclusive
        : ExitCode.Done;

    // A search of an hour must not end at a path that could never be written.
    private void MakeRoom()
    {
        foreach (var file in _request.Files)
        {
            if (Directory.Exists(file))
                throw new CliException($"{file} is a folder. Give a file to write.");
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
    }

    private async Task<(LoadedDomain Domain, HuntParts Parts)> PrepareAsync(CancellationToken cancellationToken)
    {
        var domain = await DomainLoader.LoadAsync(_request.Domain, json ? null : terminal.Note, cancellationToken).ConfigureAwait(false);
        _request = _request with { World = _request.World ?? RecordedWorld.Beside(_request.Episodes ?? domain.Folder.DefaultEpisodes) };
        var world = domain.OpenWorld(_request.World);
        var brought = BroughtAgent.Load(_request.Agent, domain);
        return (domain, new HuntParts
        {
            Domain = domain.Manifest,
            World = world,
            Agent = new OwnedAgent(brought.Client, terminal),
            AgentId = brought.Id,
            User = new AgendaUser(domain.Manifest),
            Episodes = await EpisodeSource.ReadAsync(domain, _request.Episodes, cancellationToken).ConfigureAwait(false),
            Rollouts = _request.AnswerTimeout is { } seconds ? new RolloutOptions { StepTimeout = TimeSpan.FromSeconds(seconds) } : new RolloutOptions(),
            Time = time,
        });
    }

    private static async Task<FrozenDream> ReadAsync(string file, LoadedDomain domain, HuntParts parts, CancellationToken cancellationToken)
    {
        try
        {
            var frozen = await FrozenDreamFile.ReadAsync(file, domain.Manifest, parts.World, cancellationToken).ConfigureAwait(false);
            return FrozenGround.Change(frozen, domain.Manifest, parts.World) is { } change
                ? throw new CliException($"The ground of the kept dream has changed: {change} Hunt again, or undo the change.")
                : frozen;
        }
        catch (InvalidDataException wrong)
        {
            throw new CliException(wrong.Message, ExitCode.BadInput, wrong);
        }
    }

    private async Task WriteFilesAsync(HuntReport report, LoadedDomain domain, KeptDreams kept, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var file = new HuntFile { Report = report, Domain = domain.Manifest, Tell = kept.Tell, KeptIn = kept.FromHere, Began = began, Ended = time.GetUtcNow() };
        foreach (var (path, write) in new (string? Path, Func<HuntFile, byte[]> Write)[] { (_request.JUnit, JUnitXml.Write), (_request.Trx, TrxXml.Write), (_request.Sarif, SarifJson.Write) })
            if (path is not null)
                await File.WriteAllBytesAsync(path, write(file), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The agent, whose last act may fail without spoiling what was found.</summary>
    private sealed class OwnedAgent(IChatClient agent, Terminal terminal) : DelegatingChatClient(agent)
    {
        protected override void Dispose(bool disposing)
        {
            try
            {
                base.Dispose(disposing);
            }
            catch (Exception error)
            {
                terminal.Note($"the agent threw {error.GetType().Name} when it was disposed of: {SafeText.Line(error.Message)}");
            }
        }
    }
}
