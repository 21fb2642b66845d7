using System.Collections.Immutable;
using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Distillation;
using Dreaming.Nights;
using Dreaming.Overlays;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming export</c>: what a night has to teach, in formats that others read.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var night = CommonOptions.Night();
        var output = new Option<string>("--out") { HelpName = "DIR", Required = true, Description = "The folder to write into." };
        var journal = CommonOptions.Journal();
        var command = new Command("export", "Write the overlay of a night as safetensors, and its repairs as fine-tuning data for OpenAI and TRL.") { domain, night, output, journal };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var given = parse.GetRequiredValue(domain);
            var folder = parse.GetRequiredValue(output);
            var loaded = await DomainLoader.LoadAsync(given, terminal.Note, cancellationToken).ConfigureAwait(false);
            var opened = await JournalAccess.OpenAsync(given, loaded.Manifest.Name, parse.GetValue(journal), cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);
            var entry = JournalAccess.FindNight(opened, given, parse.GetValue(night));
            var report = NightReplay.Restore(opened, entry, "dreaming replay")
                ?? throw new CliException($"Night {entry.Id} is not finished: it has nothing to give away yet. Sleep it to its end with the arguments it was started with.");

            if (report.Overlay is { } summary && opened.Overlays.Find(summary.Id) is { } overlay)
            {
                await OverlayFiles.SaveAsync(overlay, Path.Combine(folder, "overlay"), cancellationToken).ConfigureAwait(false);
                terminal.WriteLine($"overlay {overlay.Id} in {SafeText.Line(Path.Combine(folder, "overlay"))}");
            }
            else
            {
                terminal.WriteLine($"no overlay: night {entry.Id} had nothing to learn from");
            }

            ImmutableArray<Lesson> lessons = [.. report.KeptRepairs.Select(r => new Lesson(r.State, r.Corrected, r.Attempted, LessonOrigin.Dream, r.Id))];
            await new DistilledData(loaded.Manifest).SaveAsync(lessons, Path.Combine(folder, "distilled"), cancellationToken).ConfigureAwait(false);
            terminal.WriteLine($"{Numbers.Whole(lessons.Length)} repairs in {SafeText.Line(Path.Combine(folder, "distilled"))}");
            return ExitCode.Done;
        });
        return command;
    }
}
