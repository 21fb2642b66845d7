using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Journals;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming history</c>: the nights of a domain, and what its agent wore.</summary>
internal static class HistoryCommand
{
    public static Command Create(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var journal = CommonOptions.Journal("--out");
        var format = CommonOptions.Format();
        var command = new Command("history", "List the nights of a domain, its overlays, and what its agent wore.") { domain, journal, format };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var opened = await JournalAccess.OpenAsync(parse.GetRequiredValue(domain), null, parse.GetValue(journal), cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);
            var nights = opened.Nights().Select(NightSummary.Of).ToList();
            if (parse.IsJson(format))
                WriteJson(nights, opened.Overlays);
            else
                WriteText(terminal, nights, opened.Overlays);
            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteText(Terminal terminal, List<NightSummary> nights, OverlayShelf shelf)
    {
        var worn = shelf.Active()?.Id;
        var table = new TextTable("night", "started", "seed>", "before>", "after>", "gate", "overlay");
        foreach (var night in nights)
        {
            table.Add(
                night.Entry.Id, Numbers.Instant(night.Entry.Started), Numbers.Seed(night.Entry.Seed),
                Numbers.Percent(night.Report?.Before.Rate?.Estimate), Numbers.Percent(night.Report?.After?.Rate?.Estimate), Gate(night), Overlay(night.Report?.Overlay?.Id, worn));
        }

        terminal.Write(table);
        foreach (var change in shelf.History())
            terminal.WriteLine($"{Numbers.Instant(change.At)}  {change.Action}: {change.Previous ?? "nothing"} -> {change.Overlay ?? "nothing"} ({SafeText.Line(change.Reason)})");
        terminal.WriteLine(worn is null ? "the agent wears no overlay" : $"the agent wears {worn}");
    }

    private static string Gate(NightSummary night) => night.Report is null ? "not finished" : night.Report.Gate?.Decision.ToString().ToLowerInvariant() ?? "not asked";

    private static string Overlay(string? id, string? worn) => id is null ? "" : id == worn ? $"{id} (worn)" : id;

    private static void WriteJson(List<NightSummary> nights, OverlayShelf shelf) => JsonOut.Write(writer =>
    {
        writer.WriteString("worn", shelf.Active()?.Id);
        writer.WriteStartArray("nights");
        foreach (var night in nights)
        {
            writer.WriteStartObject();
            writer.WriteString("nightId", night.Entry.Id);
            writer.WriteString("build", night.Entry.Build);
            writer.WriteNumber("seed", night.Entry.Seed);
            writer.WriteString("agent", night.Entry.Agent);
            writer.WriteString("started", night.Entry.Started);
            if (night.Entry.Finished is { } finished)
                writer.WriteString("finished", finished);
            else
                writer.WriteNull("finished");
            writer.WriteNumberOrNull("before", night.Report?.Before.Rate?.Estimate);
            writer.WriteNumberOrNull("after", night.Report?.After?.Rate?.Estimate);
            writer.WriteString("gate", night.Report?.Gate?.Decision.ToString());
            writer.WriteString("overlay", night.Report?.Overlay?.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("promotions");
        foreach (var change in shelf.History())
        {
            writer.WriteStartObject();
            writer.WriteString("action", change.Action);
            writer.WriteString("overlay", change.Overlay);
            writer.WriteString("previous", change.Previous);
            writer.WriteString("at", change.At);
            writer.WriteString("reason", change.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
