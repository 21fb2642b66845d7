using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Critics;
using Dreaming.Distillation;
using Dreaming.Nights;
using Dreaming.Rollouts.Tests;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Shields.Tests.Kit;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Shields.Tests.Uses;

public class RepairLabelTests
{
    private static readonly AgentAction Done = new Say("Your ticket has been cancelled.");

    [Fact]
    public async Task A_repair_is_labelled_with_what_the_attempt_violated()
    {
        var repair = await RepairAsync(new KioskDomain { WithConstraints = [Desk.LookFirst] }, Call("show_ticket"), Call("cancel_ticket"), Call("cancel_ticket"), Done);

        Assert.Equal(["look-first"], repair.Violated);
        Assert.Equal("look first.", repair.Critique);
    }

    [Fact]
    public async Task An_attempt_that_only_led_nowhere_has_no_label()
    {
        var repair = await RepairAsync(new KioskDomain { WithConstraints = [Desk.LookFirst], WithScenario = new KioskScenario { Success = (_, t) => t.Calls().Any(c => c.Called.Tool == "show_ticket") } },
            Call("show_ticket"), Call("print_ticket"), Done);

        Assert.Empty(repair.Violated);
    }

    [Fact]
    public async Task The_label_survives_the_journal_and_an_empty_one_is_not_written()
    {
        var repair = await RepairAsync(new KioskDomain { WithConstraints = [Desk.LookFirst] }, Call("show_ticket"), Call("cancel_ticket"), Call("cancel_ticket"), Done);

        var labelled = Written(repair);
        var bare = Written(repair with { Violated = [] });

        Assert.Contains("""
            "violated":["look-first"]
            """.Trim(), labelled);
        Assert.DoesNotContain("violated\"", bare);
        Assert.Equal(["look-first"], Read(labelled).Violated);
        Assert.Empty(Read(bare).Violated);
    }

    [Fact]
    public async Task A_proposer_is_not_shown_the_label()
    {
        var proposer = new OneProposal(Call("show_ticket"));
        await FindAsync(new KioskDomain { WithConstraints = [Desk.LookFirst] }, proposer, Call("cancel_ticket"), Call("cancel_ticket"), Done);

        Assert.NotEmpty(proposer.Critiques);
        Assert.DoesNotContain(proposer.Critiques, c => c.Contains("look-first"));
    }

    private static string Written(Repair repair) => JsonSerializer.Serialize(new RepairFindings([repair], 1, 1, null), NightJson.Default.RepairFindings);

    private static Repair Read(string json) => JsonSerializer.Deserialize(json, NightJson.Default.RepairFindings)!.Repairs[0];

    private static async Task<Repair> RepairAsync(KioskDomain domain, AgentAction better, params AgentAction[] steps) =>
        Assert.Single((await FindAsync(domain, new OneProposal(better), steps)).Repairs);

    private static async Task<RepairFindings> FindAsync(KioskDomain domain, OneProposal proposer, params AgentAction[] steps)
    {
        var bench = new Bench { Domain = domain };
        var failed = await bench.RunAsync(KioskDomain.Dream(), steps);
        return await new RepairSearch(domain, bench.Runner, new Critic(domain, bench.Root), proposer, new RepairOptions())
            .FindAsync(failed, await bench.JudgeAsync(failed), ScriptedAgent.Of(steps), default);
    }

    private sealed class OneProposal(AgentAction better) : IRepairProposer
    {
        public List<string> Critiques { get; } = [];

        public string Id => "one";

        public ValueTask<ImmutableArray<AgentAction>> ProposeAsync(Trajectory state, AgentAction attempted, string critique, CancellationToken cancellationToken)
        {
            Critiques.Add(critique);
            return ValueTask.FromResult(ImmutableArray.Create(better));
        }
    }
}
