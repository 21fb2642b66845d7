using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Rollouts.Tests;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Shields.Tests.Kit;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields.Tests.Uses;

// What the shield lets through, the critic does not call a breach: they are the same automata.
public class ShieldAgainstCriticTests
{
    private static readonly ConstraintContract[] Policy =
    [
        Desk.CancelOnce,
        Desk.LookFirst,
        Templates.NotSuccession("no-look-after-a-print", Templates.Tool("print_ticket", succeeded: true), Templates.Tool("show_ticket")),
        Templates.Response("print-a-receipt", Templates.Tool("cancel_ticket", succeeded: true, keyed: true), Templates.Tool("print_ticket", succeeded: true, keyed: true), ConstraintScope.Calls, "Ticket"),
        Templates.AtMost("three-prints", 3, Templates.Tool("print_ticket")),
    ];

    [Fact]
    public async Task An_agent_that_does_anything_at_random_breaks_nothing_behind_the_shield_and_much_without()
    {
        var (shielded, bare) = (0, 0);
        for (var seed = 0UL; seed < 120; seed++)
        {
            var bench = new Bench { Domain = new KioskDomain { WithConstraints = [.. Policy.Where((_, i) => seed % 7 == 0 || (seed >> i & 1) != 0)] } };
            var dream = KioskDomain.Dream(new InjectFault(seed % 2 == 0 ? "cancel_ticket" : "show_ticket", ToolFault.Timeout, 1, 1));

            shielded += await BreachesAsync(bench, dream, new Wanderer(seed).UseDreamingShield(bench.Domain));
            bare += await BreachesAsync(bench, dream, new Wanderer(seed));
        }

        Assert.Equal(0, shielded);
        Assert.True(bare >= 100, $"{bare} breaches without a shield are too few to have shown anything.");
    }

    // What is merely still owed at the end is nothing that a shield can prevent: nobody told it that the end had come.
    private static async Task<int> BreachesAsync(Bench bench, Dream dream, IChatClient agent)
    {
        var rollout = await bench.RunAsync(dream, agent);
        var card = await bench.JudgeAsync(rollout);
        Assert.Null(card.Unscored);
        return card.Breaches.Count(b => b.Event < rollout.Trajectory.Events.Length - 1);
    }

    // Calls and says anything; the same conversation gets the same answer.
    private sealed class Wanderer(ulong seed) : IChatClient
    {
        private static readonly string[] Tools = ["show_ticket", "cancel_ticket", "print_ticket", "no_such_tool"];

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var random = new Seed(seed).Derive("answer", messages.Count()).ToRandom();
            if (random.Chance(0.2))
                return Task.FromResult(ScriptedModel.Response(new TextContent("One moment, please.")));
            var calls = Enumerable.Range(0, 1 + random.Next(3)).Select(i => (AIContent)ScriptedModel.Call(random.Pick(Tools), random.Chance(0.8) ? "T-1001" : "T-2002", $"c{i}")).ToArray();
            return Task.FromResult(ScriptedModel.Response(calls));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
