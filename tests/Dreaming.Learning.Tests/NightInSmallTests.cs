using Dreaming.Agents;
using Dreaming.Determinism;
using Dreaming.Distillation;

namespace Dreaming.Learning.Tests;

public sealed class NightInSmallTests
{
    [Fact]
    public async Task Practice_makes_the_agent_better_in_dreams_that_it_never_saw()
    {
        var overlay = await new Practice(Desk.Domain, Desk.World, Desk.Runner, Desk.Critic).LearnAsync(120, new Seed(1));
        var probes = Desk.Dreams(80, 99);
        var before = await PassedAsync(new PolicyAgent(Desk.Domain));
        var after = await PassedAsync(new PolicyAgent(Desk.Domain, overlay));
        Assert.True(after >= before + 12, $"{before} of {probes.Length} before, {after} after.");

        async Task<int> PassedAsync(PolicyAgent agent)
        {
            var passed = 0;
            foreach (var dream in probes)
                passed += (await Desk.RunAsync(dream, agent)).Scorecard.Passed is true ? 1 : 0;
            return passed;
        }
    }

    [Fact]
    public async Task Practice_of_the_same_seed_comes_to_the_same()
    {
        var practice = new Practice(Desk.Domain, Desk.World, Desk.Runner, Desk.Critic);
        Assert.Equal((await practice.LearnAsync(20, new Seed(4)))!.Id, (await practice.LearnAsync(20, new Seed(4)))!.Id);
    }

    [Fact]
    public async Task Recordings_hold_successes_failures_and_tool_errors_and_are_the_same_each_time()
    {
        var recorder = new EpisodeRecorder(Desk.Domain, Desk.World, Desk.Runner, Desk.Critic);
        RecordedAgent[] agents = [new("base", new PolicyAgent(Desk.Domain))];
        var episodes = await recorder.RecordAsync(60, agents, new Seed(2));
        Assert.Equal(60, episodes.Length);
        Assert.Contains(episodes, e => e.Successful);
        Assert.Contains(episodes, e => !e.Successful);
        Assert.Contains(episodes, e => e.Trajectory.Events.Any(x => x is ToolReplied { Outcome: ReplyOutcome.Fault }));
        Assert.All(episodes, e => Assert.Equal(Desk.Domain.ContractHash, e.ContractHash));
        Assert.Equal(60, episodes.Select(e => e.Id).Distinct().Count());
        Assert.Equal(episodes.Select(e => e.Id), (await recorder.RecordAsync(60, agents, new Seed(2))).Select(e => e.Id));
    }
}
