using System.CommandLine;
using System.CommandLine.Invocation;
using System.ComponentModel.DataAnnotations;
using Dreaming.Cli.Commands;
using Dreaming.Cli.Display;
using Dreaming.Episodes;
using Dreaming.Journals;

namespace Dreaming.Cli.Hosting;

/// <summary>The command as a whole: its verbs, and what becomes of whatever goes wrong in them.</summary>
internal static class CommandLine
{
    private const string Trace = "DREAMING_TRACE";

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = $"Print the stack of an unexpected failure. {Trace}=1 does the same.",
        Recursive = true,
    };

    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand(
            "Rehearses at night what your agent fails at by day: dreams the neighbourhood of recorded episodes, runs the agent there, and learns an overlay that a gate lets through or not.\n\n"
            + ExitCode.Table);
        root.Options.Add(Verbose);
        foreach (var verb in Verbs(terminal))
            root.Subcommands.Add(verb);
        return root;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var terminal = Terminal.OfProcess();
        var parse = Create(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var verbose = parse.GetValue(Verbose) || Environment.GetEnvironmentVariable(Trace) is "1" or "true";
        if (parse.Action is ParseErrorAction)
            return Misused(parse, terminal);

        using var interrupts = new Interrupts();
        try
        {
            return await parse.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupts.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interrupts.Token.IsCancellationRequested)
        {
            terminal.Note("interrupted. Nothing that was finished is lost: the same command goes on where this one stopped.");
            return interrupts.ExitCode;
        }
        catch (Exception error)
        {
            return Tell(error, terminal, verbose);
        }
    }

    private static IEnumerable<Command> Verbs(Terminal terminal) =>
    [
        SleepCommand.Create(terminal, TimeProvider.System),
        ImportCommand.Create(terminal),
        RecordCommand.Create(terminal),
        ReportCommand.Create(terminal),
        ReplayCommand.Create(terminal),
        FreezeCommand.Create(terminal),
        HuntCommand.Create(terminal, TimeProvider.System),
        AuditCommand.Create(terminal),
        ExportCommand.Create(terminal),
        HistoryCommand.Create(terminal),
        PromoteCommand.Create(terminal, TimeProvider.System),
        RollbackCommand.Create(terminal, TimeProvider.System),
        CheckCommand.Create(terminal),
        PolicyCommand.Create(terminal),
        ScaffoldCommand.Create(terminal),
        DoctorCommand.Create(terminal),
    ];

    private static int Misused(ParseResult parse, Terminal terminal)
    {
        var command = parse.CommandResult.Command;
        var verbs = string.Join(", ", command.Subcommands.Select(c => c.Name));
        var errors = verbs.Length == 0 ? parse.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal)
            : parse.UnmatchedTokens is [var verb, ..] ? [$"There is no '{verb}'. There are: {verbs}."]
            : [$"Say what to do: {verbs}."];
        foreach (var error in errors)
            terminal.Note($"error: {SafeText.Line(error)}");
        var path = string.Join(' ', Path(command));
        terminal.Note($"Run `{path} --help` for what it takes.");
        return ExitCode.BadInput;
    }

    private static IEnumerable<string> Path(Command command)
    {
        var names = new Stack<string>();
        for (Symbol? at = command; at is Command; at = at.Parents.FirstOrDefault())
            names.Push(at is RootCommand ? "dreaming" : at.Name);
        return names;
    }

    private static int Tell(Exception error, Terminal terminal, bool verbose)
    {
        var (message, exitCode) = error switch
        {
            CliException told => (told.Message, told.ExitCode),
            JournalException journal => (journal.Message, ExitCode.Broken),
            EpisodeSourceException source => (source.Message, ExitCode.BadInput),
            ValidationException wrong => (wrong.Message, ExitCode.BadInput),
            UnauthorizedAccessException or IOException => ($"{error.Message} Check the path, its permissions and the free space of the disk.", ExitCode.Broken),
            _ => ($"{error.GetType().Name}: {error.Message} This is not a failure of the agent. Run it again with --verbose and report what it prints.", ExitCode.Broken),
        };
        terminal.Note($"error: {SafeText.Block(message)}");
        foreach (var detail in (error as CliException)?.Details ?? [])
            terminal.Note($"  {SafeText.Line(detail)}");
        if (verbose)
            terminal.Note(error.ToString());
        return exitCode;
    }
}
