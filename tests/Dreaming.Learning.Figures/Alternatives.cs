using Dreaming.Critics;
using Dreaming.Distillation;
using Dreaming.Rollouts;
using Microsoft.Extensions.AI;

namespace Dreaming.Learning.Figures;

/// <summary>What becomes of one failure when any one decision is taken otherwise.</summary>
internal static class Alternatives
{
    public static async Task PrintAsync(Judged failure, RolloutRunner runner, Critic critic, IRepairProposer proposer, IChatClient agent)
    {
        var session = runner.Open(failure.Rollout.Dream);
        foreach (var decision in Decision.In(failure.Rollout.Trajectory))
        {
            Console.WriteLine($"  at {decision.Index}: {ActionText.Of(decision.Action)}");
            var proposals = await proposer.ProposeAsync(session.Trajectory, decision.Action, "A customer sees no order but their own.", default);
            foreach (var proposal in proposals.Take(24))
            {
                var fork = session.Fork();
                await fork.ActAsync(proposal);
                await runner.ContinueAsync(fork, agent);
                var card = await critic.JudgeAsync(failure.Rollout with { Trajectory = fork.Trajectory });
                var rest = string.Join(" > ", Decision.In(fork.Trajectory).Where(d => d.Index > decision.Index).Select(d => ActionText.Of(d.Action)).Select(t => t[..Math.Min(34, t.Length)]));
                Console.WriteLine($"      {card.Passed,-5} {card.Achieved,-5} {card.Breaches.Length} {ActionText.Of(proposal)[..Math.Min(70, ActionText.Of(proposal).Length)],-70} > {rest}");
            }

            await session.ActAsync(decision.Action);
        }
    }
}
