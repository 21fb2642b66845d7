using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Gates;
using Dreaming.Journals;
using Dreaming.Overlays;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming promote</c>: makes the agent wear an overlay that a gate let through.</summary>
internal static class PromoteCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var domain = CommonOptions.Domain();
        var overlay = new Argument<string>("OVERLAY") { Description = "The overlay's id, or the beginning of it." };
        var journal = CommonOptions.Journal("--out");
        var reason = CommonOptions.Reason();
        var force = new Option<bool>("--force") { Description = "Promote an overlay that no gate let through." };
        var command = new Command("promote", "Make the agent wear an overlay. What it wore before is kept: `dreaming rollback` returns to it.") { domain, overlay, journal, reason, force };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var loaded = await DomainLoader.LoadAsync(parse.GetRequiredValue(domain), terminal.Note, cancellationToken).ConfigureAwait(false);
            var opened = await JournalAccess.OpenAsync(parse.GetRequiredValue(domain), loaded.Manifest.Name, parse.GetValue(journal), cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);

            var found = JournalAccess.FindOverlay(opened, parse.GetRequiredValue(overlay), loaded.Manifest.ContractHash);
            if (!parse.GetValue(force))
                DemandGate(opened, found);
            var change = opened.Overlays.Promote(found.Id, time.GetUtcNow(), parse.GetValue(reason) ?? (parse.GetValue(force) ? "promoted by hand, without a gate" : "promoted by hand"));
            terminal.WriteLine($"the agent wears {change.Overlay} from now on{(change.Previous is null ? "" : $"; {change.Previous} is kept, and `dreaming rollback` returns to it")}");
            return ExitCode.Done;
        });
        return command;
    }

    private static void DemandGate(Journal journal, Overlay overlay)
    {
        var verdicts = journal.Nights().Select(NightSummary.Of).Where(n => n.Report?.Overlay?.Id == overlay.Id).Select(n => n.Report!.Gate?.Decision).ToList();
        if (verdicts.Contains(GateVerdict.Pass))
            return;
        var (said, exitCode) = verdicts.Contains(GateVerdict.Fail) ? ("The gate turned it down", ExitCode.GateFailed)
            : verdicts.Contains(GateVerdict.Inconclusive) ? ("The gate found too little evidence either way", ExitCode.Inconclusive)
            : ("No gate has looked at it", ExitCode.Inconclusive);
        throw new CliException($"Overlay {overlay.Id} is not promoted. {said}. Sleep with more episodes or dreams, or promote it all the same with --force.", exitCode);
    }
}
