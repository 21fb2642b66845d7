using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Dreams;
using Dreaming.Rollouts.Tests.Kiosk;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

public class ForkTests
{
    private static readonly AgentAction[] Steps =
    [
        new Say("What is your date of birth?"), Call("show_ticket"), Call("cancel_ticket"), new Say("Shall I print a receipt?"), Call("print_ticket"), Call("show_ticket"), new Say("Your ticket has been cancelled."),
    ];

    private static readonly Dream Dream = KioskDomain.Dream(
        new InjectFault("show_ticket", ToolFault.Stale, 2, 1), new InjectFault("print_ticket", ToolFault.Malformed, 1, 1), new Noise(0.3), new ChangeOfMind("ticket", "T-1009"));

    [Fact]
    public async Task A_fork_at_any_step_goes_on_as_the_original_did()
    {
        var bench = new Bench();
        var original = await bench.RunAsync(Dream, Steps);
        Assert.Equal(EndReason.UserDone, original.Trajectory.End.Reason);

        for (var at = 0; at < Steps.Length; at++)
        {
            var session = bench.Runner.Open(Dream);
            foreach (var step in Steps[..at])
                await session.ActAsync(step);
            var fork = session.Fork();
            await bench.Runner.ContinueAsync(fork, Of(Steps));

            Assert.Equal(Json(original.Trajectory), Json(fork.Trajectory));
            Assert.Equal(original.Trajectory.Events[..session.Trajectory.Events.Length].Select(e => e.ToString()), session.Trajectory.Events.Select(e => e.ToString()));
        }
    }

    [Fact]
    public async Task Forks_know_nothing_of_each_other()
    {
        var session = new Bench().Runner.Open(KioskDomain.Dream());
        var (one, other) = (session.Fork(), session.Fork());
        await one.ActAsync(Call("cancel_ticket"));
        await other.ActAsync(Call("show_ticket"));

        Assert.Contains("T-1001", ((KioskWorld)one.World).Cancelled);
        Assert.Empty(((KioskWorld)other.World).Cancelled);
        Assert.Empty(((KioskWorld)session.World).Cancelled);
        Assert.Single(session.Messages);
        Assert.Single(session.Trajectory.Events);
        Assert.Equal("cancel_ticket", Assert.Single(one.Trajectory.Calls()).Called.Tool);
    }

    [Fact]
    public async Task A_fork_of_a_fork_still_remembers_the_start()
    {
        var session = new Bench().Runner.Open(KioskDomain.Dream(new InjectFault("show_ticket", ToolFault.Stale, 1, 1)));
        await session.ActAsync(Call("cancel_ticket"));
        var fork = session.Fork().Fork();
        await fork.ActAsync(Call("show_ticket"));

        Assert.Contains("\"valid\"", fork.Trajectory.Calls().Last().Reply!.Content);
    }

    [Fact]
    public async Task The_root_stays_as_it_was()
    {
        var bench = new Bench();
        await bench.RunAsync(KioskDomain.Dream(new WhatIf("already-cancelled")), Call("cancel_ticket", "T-2000"));

        Assert.Empty(((KioskWorld)bench.Root).Cancelled);
    }

    [Fact]
    public async Task The_same_rollout_gives_the_same_bytes()
    {
        var (first, second) = (await new Bench().RunAsync(Dream, Steps), await new Bench().RunAsync(Dream, Steps));

        Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(second));
    }

    [Fact]
    public async Task Acting_is_the_same_as_an_agent_that_acts()
    {
        var bench = new Bench();
        var session = bench.Runner.Open(Dream);
        foreach (var step in Steps)
            await session.ActAsync(step);

        Assert.Equal(Json((await bench.RunAsync(Dream, Steps)).Trajectory), Json(session.Trajectory));
    }

    private static string Json(Trajectory trajectory) => JsonSerializer.Serialize(trajectory);
}
