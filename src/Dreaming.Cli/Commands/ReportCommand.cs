using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Nights;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming report</c>: renders the report of a night again.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var night = CommonOptions.Night();
        var journal = CommonOptions.Journal();
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "The file of the report. Default: reports/NIGHT.html beside the journal." };
        var format = CommonOptions.Format();
        var command = new Command("report", "Render the report of a night again, from the journal.") { domain, night, journal, output, format };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var json = parse.IsJson(format);
            var given = parse.GetRequiredValue(domain);
            var loaded = await DomainLoader.LoadAsync(given, json ? null : terminal.Note, cancellationToken).ConfigureAwait(false);
            var opened = await JournalAccess.OpenAsync(given, loaded.Manifest.Name, parse.GetValue(journal), cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);

            var entry = JournalAccess.FindNight(opened, given, parse.GetValue(night));
            var request = new NightRequest(given, null, null, parse.GetValue(journal), false, new NightOptions());
            var report = NightReplay.Restore(opened, entry, request.ReplayCommand)
                ?? throw new CliException($"Night {entry.Id} is not finished. Sleep it to its end with the arguments it was started with, and ask again.");
            var page = await ReportPage.WriteAsync(report, loaded, Path.GetDirectoryName(opened.FilePath), parse.GetValue(output), cancellationToken).ConfigureAwait(false);
            if (json)
                NightJsonOut.Write(report, page);
            else
                NightText.Write(terminal, report, new NightEnding(page, request.Command("promote", report.Overlay?.Id ?? ""), opened.Overlays.Active()?.Id == report.Overlay?.Id));
            return ExitCode.Done;
        });
        return command;
    }
}
