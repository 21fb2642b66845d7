using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Hunting;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming hunt</c>: searches for failures of an agent that a team brings, and learns nothing.</summary>
internal static class HuntCommand
{
    private static readonly HuntOptions Defaults = new();

    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var domain = CommonOptions.Domain();
        var agent = new Option<string>("--agent")
        {
            HelpName = "ASSEMBLY:TYPE", Required = true,
            Description = "The agent: a built assembly, a colon, and a public type in it that is an IChatClient or an IAgentFactory.",
        };
        var episodes = CommonOptions.Episodes();
        var world = CommonOptions.World();
        var seed = CommonOptions.Number<ulong>("--seed", $"Decides every random choice. Default: {Numbers.Seed(Defaults.Seed)}.", 0, ulong.MaxValue);
        var dreams = CommonOptions.Number("--dreams", $"The most dreams that the agent is run in. Default: {Numbers.Whole(Defaults.Dreams)}.", 1, 1_000_000);
        var limit = CommonOptions.Number("--time", "The most seconds that the search takes. Default: any.", 0.1, 86_400 * 7, "SECONDS");
        var stopAfter = CommonOptions.Number("--stop-after", "Stop after this many different failures. Default: search on.", 1, 1_000_000);
        var shrink = CommonOptions.Number("--shrink", $"The most rollouts that making one failure smaller takes; 0 for none. Default: {Numbers.Whole(Defaults.ShrinkRollouts)}.", 0, 100_000);
        var criteria = new Option<bool>("--criteria") { Description = "Count a criterion of the rubric that came out against the agent as a failure too." };
        var patience = CommonOptions.Number("--answer-timeout", "How long one answer of the agent may take before it counts as hung. Default: 60.", 0.01, 86_400, "SECONDS");
        var concurrency = CommonOptions.Number("--concurrency", "How many rollouts are under way at once. It changes the time, never the result. Default: the number of processors.", 1, 10_000);
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "The folder that keeps the failing dreams. Default: .dreaming/hunt in the domain's folder." };
        var replay = new Option<string?>("--replay") { HelpName = "FILE", Description = "Do not search: run the agent in one kept dream again." };
        var format = CommonOptions.Format();
        var junit = File("--junit", "JUnit XML");
        var trx = File("--trx", "TRX, the test results of Visual Studio");
        var sarif = File("--sarif", "SARIF 2.1.0");
        var command = new Command(
            "hunt",
            "Search for failures of your own agent: dream around the recordings and scenarios of a domain, run the agent there, and print each different failure in the smallest dream that shows it. "
            + "Nothing is learnt. Exit code 0: no failure; 1: failures; 2: wrong input; 3: the machine or the network broke; 4: nothing could be judged.")
        {
            domain, agent, episodes, world, seed, dreams, limit, stopAfter, shrink, criteria, patience, concurrency, output, replay, format, junit, trx, sarif,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var request = new HuntRequest(
                parse.GetRequiredValue(domain), parse.GetRequiredValue(agent), parse.GetValue(episodes), parse.GetValue(world), parse.GetValue(output), parse.GetValue(patience),
                parse.GetValue(junit), parse.GetValue(trx), parse.GetValue(sarif),
                Defaults with
                {
                    Seed = parse.GetValue(seed) ?? Defaults.Seed,
                    Dreams = parse.GetValue(dreams) ?? Defaults.Dreams,
                    TimeLimit = parse.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                    StopAfter = parse.GetValue(stopAfter),
                    ShrinkRollouts = parse.GetValue(shrink) ?? Defaults.ShrinkRollouts,
                    Criteria = parse.GetValue(criteria),
                    Concurrency = parse.GetValue(concurrency) ?? Defaults.Concurrency,
                });
            var run = new HuntRun(request, terminal, parse.IsJson(format), time);
            try
            {
                return parse.GetValue(replay) is { } file ? await run.ReplayAsync(file, cancellationToken).ConfigureAwait(false) : await run.HuntAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new CliException("The hunt was interrupted. It keeps no journal: start it again, with --time for a shorter one.", ExitCode.Interrupted);
            }
        });
        return command;
    }

    private static Option<string?> File(string name, string what) => new(name) { HelpName = "FILE", Description = $"Write the result as {what}." };
}
