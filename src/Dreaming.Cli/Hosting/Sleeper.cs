using Dreaming.Cli.Display;
using Dreaming.Gates;
using Dreaming.Journals;
using Dreaming.Nights;
using Dreaming.Reports;

namespace Dreaming.Cli.Hosting;

/// <summary>Makes ready what a night needs, lets it be slept, and tells what came of it.</summary>
internal sealed class Sleeper(NightRequest asked, Terminal terminal, bool json, TimeProvider time)
{
    private NightRequest _request = asked;
    private readonly NightDisplay _display = NightDisplay.Of(terminal, json, time);

    /// <summary>Says what the night would do. Nothing is written.</summary>
    public async Task<int> ForecastAsync(CancellationToken cancellationToken)
    {
        var domain = await LoadAsync(cancellationToken).ConfigureAwait(false);
        var path = domain.Folder.JournalPath(domain.Manifest.Name, _request.Out);
        using var scratch = File.Exists(path) ? null : new ScratchFolder();
        var journal = await Journal.OpenAsync(scratch?.File("forecast.db") ?? path, cancellationToken).ConfigureAwait(false);
        await using var closing = journal.ConfigureAwait(false);
        var night = await PrepareAsync(domain, journal, cancellationToken).ConfigureAwait(false);
        var forecast = night.Night.Forecast();
        if (json)
            ForecastText.WriteJson(forecast, domain.Manifest.Name, _request.Options.Seed);
        else
            ForecastText.Write(terminal, forecast, path);
        return ExitCode.Done;
    }

    /// <summary>Sleeps the night, or shows it again.</summary>
    public async Task<int> SleepAsync(CancellationToken cancellationToken)
    {
        var domain = await LoadAsync(cancellationToken).ConfigureAwait(false);
        var journal = await Journal.OpenAsync(domain.Folder.JournalPath(domain.Manifest.Name, _request.Out), cancellationToken).ConfigureAwait(false);
        await using var closing = journal.ConfigureAwait(false);
        var (night, parts) = await PrepareAsync(domain, journal, cancellationToken).ConfigureAwait(false);

        var known = journal.Nights().FirstOrDefault(n => n.Id == night.Id && n.Build == parts.Build);
        Announce(known, journal);
        var report = known?.Finished is not null
            ? await night.SleepAsync(null, cancellationToken).ConfigureAwait(false)
            : await _display.WhileAsync(() => night.SleepAsync(_display, cancellationToken)).ConfigureAwait(false);
        var page = await ReportPage.WriteAsync(report, domain, _request.Out, null, cancellationToken).ConfigureAwait(false);
        var promoted = Promote(journal, report);

        if (json)
            NightJsonOut.Write(report, page);
        else
            NightText.Write(terminal, report, new NightEnding(page, _request.Command("promote", report.Overlay?.Id ?? ""), promoted));
        return ExitCodeOf(report);
    }

    private static int ExitCodeOf(NightReport report) => report.Gate?.Decision switch
    {
        GateVerdict.Fail => ExitCode.GateFailed,
        _ when report.Rollouts.ByOwner.ContainsKey(nameof(Owner.Infrastructure)) => ExitCode.Broken,
        GateVerdict.Inconclusive => ExitCode.Inconclusive,
        _ => ExitCode.Done,
    };

    private Task<LoadedDomain> LoadAsync(CancellationToken cancellationToken) => DomainLoader.LoadAsync(_request.Domain, json ? null : terminal.Note, cancellationToken);

    private async Task<(Night Night, NightParts Parts)> PrepareAsync(LoadedDomain domain, Journal journal, CancellationToken cancellationToken)
    {
        _request = _request with { World = _request.World ?? RecordedWorld.Beside(_request.Episodes ?? domain.Folder.DefaultEpisodes) };
        var world = domain.OpenWorld(_request.World);
        var episodes = await EpisodeSource.ReadAsync(domain, _request.Episodes, cancellationToken).ConfigureAwait(false);
        if (episodes.IsEmpty && !json)
            terminal.Note($"no episodes: dreams come from the scenarios of {domain.Manifest.Name} alone. Give recordings with --episodes.");
        if (journal.Overlays.Active() is { } worn && worn.ContractHash != domain.Manifest.ContractHash && !json)
            terminal.Note($"the promoted overlay {worn.Id} was learnt under contract {worn.ContractHash} and does not fit any more: the agent sleeps without it.");
        var parts = EmbeddedParts.Of(domain, _request.World, world, episodes, journal, _request.ReplayCommand);
        return (new Night(parts, _request.Options, journal), parts);
    }

    private void Announce(NightEntry? known, Journal journal)
    {
        if (json || known is null)
            return;
        terminal.Note(known.Finished is { } finished
            ? $"night {known.Id} was finished on {Numbers.Instant(finished)}: nothing is run again, its result is shown"
            : $"night {known.Id} was cut short: it goes on with the {Numbers.Whole(journal.Units(known.Key).Count)} units that are done");
    }

    private bool Promote(Journal journal, NightReport report)
    {
        if (report.Overlay is not { } overlay)
            return false;
        if (journal.Overlays.Active()?.Id == overlay.Id)
            return true;
        if (!_request.Promote)
            return false;
        if (report.Gate?.Decision != GateVerdict.Pass)
        {
            terminal.Note("not promoted: the gate did not pass");
            return false;
        }

        journal.Overlays.Promote(overlay.Id, time.GetUtcNow(), $"the gate of night {report.NightId} passed");
        return true;
    }
}
