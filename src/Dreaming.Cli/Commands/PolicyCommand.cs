using System.CommandLine;
using Dreaming.Cli.Checks;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Episodes;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming policy</c>: what a policy says, and what changed between two.</summary>
internal static class PolicyCommand
{
    public static Command Create(Terminal terminal) => new("policy", "Read a policy, or compare two.") { Show(terminal), Diff(terminal) };

    private static Command Show(Terminal terminal)
    {
        var domain = CommonOptions.Domain();
        var command = new Command("show", "Print the policy of a domain as Markdown: each constraint with its automaton, drawn by Mermaid, and what they come to together.") { domain };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var loaded = await DomainLoader.LoadAsync(parse.GetRequiredValue(domain), null, cancellationToken).ConfigureAwait(false);
            PolicyPage.Write(terminal, loaded.Manifest, PolicyReview.Of(loaded.Manifest, cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Diff(Terminal terminal)
    {
        var before = new Argument<string>("OLD") { Description = "The domain as it was: the folder of its project, the project file, or the built assembly." };
        var after = new Argument<string>("NEW") { Description = "The domain as it is." };
        var episodes = CommonOptions.Episodes();
        var format = CommonOptions.Format();
        var command = new Command(
            "diff",
            "Say what became allowed and what became forbidden between two versions of a domain, each with a shortest example, and which recorded episodes are judged otherwise. "
            + "Exit code 0: they allow the same; 1: they differ, or it was not proven that they do not.")
        {
            before, after, episodes, format,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var json = parse.IsJson(format);
            var old = await DomainLoader.LoadAsync(parse.GetRequiredValue(before), json ? null : terminal.Note, cancellationToken).ConfigureAwait(false);
            var now = await DomainLoader.LoadAsync(parse.GetRequiredValue(after), json ? null : terminal.Note, cancellationToken).ConfigureAwait(false);
            var difference = PolicyDifference.Of(old.Manifest, now.Manifest, cancellationToken);
            var flips = await PolicyFlips.OfAsync(old, now, parse.GetValue(episodes), cancellationToken).ConfigureAwait(false);
            if (json)
                JsonOut.Write(writer => PolicyDiffJson.Write(writer, difference, flips));
            else
                PolicyDiffText.Write(terminal, difference, flips);
            return difference.IsNone ? ExitCode.Done : ExitCode.GateFailed;
        });
        return command;
    }
}
