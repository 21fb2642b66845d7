using System.CommandLine;
using Dreaming.Cli.Display;
using Dreaming.Cli.Hosting;
using Dreaming.Nights;

namespace Dreaming.Cli.Commands;

/// <summary><c>dreaming sleep</c>: one night.</summary>
internal static class SleepCommand
{
    private static readonly NightOptions Defaults = new();

    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var domain = CommonOptions.Domain();
        var episodes = CommonOptions.Episodes();
        var world = CommonOptions.World();
        var seed = CommonOptions.Number<ulong>("--seed", $"Decides every random choice. Default: {Numbers.Seed(Defaults.Seed)}.", 0, ulong.MaxValue);
        var dreams = CommonOptions.Number("--dreams", $"How many dreams are made. Default: {Numbers.Whole(Defaults.Dreams)}.", 1, 1_000_000);
        var rounds = CommonOptions.Number("--rounds", $"How often the night rolls out, repairs and learns in turn. Default: {Numbers.Whole(Defaults.Rounds)}.", 1, 20);
        var trials = CommonOptions.Number("--trials", $"How often each held-out episode is rehearsed, each time in other words. Default: {Numbers.Whole(Defaults.HeldOutTrials)}.", 1, 100);
        var safety = CommonOptions.Number("--safety", $"How many dreams of the safety suite the gate asks for. Default: {Numbers.Whole(Defaults.SafetyDreams)}.", 0, 100_000);
        var heldOut = CommonOptions.Number("--held-out", $"The share of tasks whose episodes only gate and are never learnt from. Default: {Numbers.Share(Defaults.HeldOutShare)}.", 0.05, 0.95, "SHARE");
        var concurrency = CommonOptions.Number("--concurrency", "How many rollouts are under way at once. It changes the time, never the result. Default: the number of processors.", 1, 10_000);
        var noGate = new Option<bool>("--no-gate") { Description = "Do not gate the candidate." };
        var promote = new Option<bool>("--promote") { Description = "Promote the candidate when the gate passes. Default: it is staged, and the command that promotes it is printed." };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "The folder for the journal and the reports. Default: .dreaming in the domain's folder." };
        var format = CommonOptions.Format();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what the night would do, and do none of it." };
        var command = new Command(
            "sleep",
            "Sleep one night: read episodes, dream, run the agent, search repairs, learn an overlay, gate it, report. "
            + "The same arguments on the same episodes are the same night: cut short, it goes on where it stopped; finished, its result is shown again.\n\n" + ExitCode.Table)
        {
            domain, episodes, world, seed, dreams, rounds, trials, safety, heldOut, concurrency, noGate, promote, output, format, dryRun,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(noGate) && result.GetValue(promote))
                result.AddError("--promote needs the gate: leave out --no-gate, or promote by hand afterwards.");
        });
        command.SetAction((parse, cancellationToken) =>
        {
            var request = new NightRequest(
                parse.GetRequiredValue(domain), parse.GetValue(episodes), parse.GetValue(world), parse.GetValue(output), parse.GetValue(promote),
                Defaults with
                {
                    Seed = parse.GetValue(seed) ?? Defaults.Seed,
                    Dreams = parse.GetValue(dreams) ?? Defaults.Dreams,
                    Rounds = parse.GetValue(rounds) ?? Defaults.Rounds,
                    HeldOutTrials = parse.GetValue(trials) ?? Defaults.HeldOutTrials,
                    SafetyDreams = parse.GetValue(safety) ?? Defaults.SafetyDreams,
                    HeldOutShare = parse.GetValue(heldOut) ?? Defaults.HeldOutShare,
                    Concurrency = parse.GetValue(concurrency) ?? Defaults.Concurrency,
                    Gate = !parse.GetValue(noGate),
                });
            var sleeper = new Sleeper(request, terminal, parse.IsJson(format), time);
            return parse.GetValue(dryRun) ? sleeper.ForecastAsync(cancellationToken) : sleeper.SleepAsync(cancellationToken);
        });
        return command;
    }
}
