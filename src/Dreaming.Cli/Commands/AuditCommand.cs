using System.CommandLine;
using Dreaming.Audits;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Curation;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming audit</c>: holds every rollout of a night to what dreams promise.</summary>
internal static class AuditCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var night = CommonOptions.Night();
        var episodes = CommonOptions.Episodes();
        var world = CommonOptions.World();
        var journal = CommonOptions.Journal("--out");
        var format = CommonOptions.Format();
        var command = new Command(
            "audit",
            "Hold every rollout of a night to what dreams promise: possible facts, a user who gives nothing away, tools that answer what they can, budgets kept, one end. "
            + "Exit code 0: nothing was found; 1: something was.")
        {
            domain, night, episodes, world, journal, format,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var json = parse.IsJson(format);
            var given = parse.GetRequiredValue(domain);
            var loaded = await DomainLoader.LoadAsync(given, json ? null : terminal.Note, cancellationToken).ConfigureAwait(false);
            var opened = await JournalAccess.OpenAsync(given, loaded.Manifest.Name, parse.GetValue(journal), cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);
            var entry = JournalAccess.FindNight(opened, given, parse.GetValue(night));

            var path = parse.GetValue(episodes);
            var worldFile = parse.GetValue(world) ?? RecordedWorld.Beside(path ?? loaded.Folder.DefaultEpisodes);
            var reads = await EpisodeSource.ReadAsync(loaded, path, cancellationToken).ConfigureAwait(false);
            var curated = new Curator(loaded.Manifest, new CurationOptions()).Curate([.. reads.Where(r => r.Episode is not null).Select(r => r.Episode!)]);
            var auditor = new RolloutAuditor(loaded.Manifest, loaded.OpenWorld(worldFile), reads.IsEmpty ? null : [.. curated.Train, .. curated.HeldOut]);
            var audit = await NightAuditor.AuditAsync(opened, entry, auditor, cancellationToken).ConfigureAwait(false);

            var otherBuild = entry.Build != loaded.BuildWith(worldFile);
            if (json)
                AuditOut.WriteJson(loaded.Manifest.Name, entry.Id, audit, otherBuild, !reads.IsEmpty);
            else
                AuditOut.WriteText(terminal, entry.Id, audit, otherBuild, !reads.IsEmpty);
            return audit.Findings.IsEmpty ? ExitCode.Done : ExitCode.GateFailed;
        });
        return command;
    }
}
