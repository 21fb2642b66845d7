using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming rollback</c>: makes the agent wear again what it wore before the last promotion. Works for a domain that does not compile.</summary>
internal static class RollbackCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var domain = CommonOptions.Domain();
        var journal = CommonOptions.Journal("--out");
        var reason = CommonOptions.Reason();
        var command = new Command("rollback", "Make the agent wear again what it wore before the last promotion.") { domain, journal, reason };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var opened = await JournalAccess.OpenAsync(parse.GetRequiredValue(domain), null, parse.GetValue(journal), cancellationToken).ConfigureAwait(false);
            await using var closing = opened.ConfigureAwait(false);
            var change = opened.Overlays.Rollback(time.GetUtcNow(), parse.GetValue(reason) ?? "rolled back by hand")
                ?? throw new CliException($"There is nothing to roll back in {DomainBuild.Shown(opened.FilePath)}: no promotion stands.");
            terminal.WriteLine($"took off {change.Previous}; the agent {(change.Overlay is null ? "wears no overlay" : $"wears {change.Overlay}")} from now on");
            return ExitCode.Done;
        });
        return command;
    }
}
