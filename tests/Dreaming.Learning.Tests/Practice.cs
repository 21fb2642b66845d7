using System.Collections.Concurrent;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Overlays;
using Dreaming.Rollouts;

namespace Dreaming.Distillation;

/// <summary>
/// Lets the policy agent practise before there is any recording: it dreams from the domain's scenarios alone, looks for repairs and learns, without gate or journal.
/// Who comes out of it serves users well enough to be recorded. For a night's work see <c>Dreaming.Nights</c>.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="root">The world as the domain ships it.</param>
/// <param name="runner">Runs the dreams.</param>
/// <param name="critic">Judges them.</param>
public sealed class Practice(DomainManifest domain, IWorld root, RolloutRunner runner, Critic critic)
{
    /// <summary>Practises.</summary>
    /// <param name="dreams">In how many dreams.</param>
    /// <param name="seed">Decides everything.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>What was learnt; null when there was nothing to learn.</returns>
    public async Task<Overlay?> LearnAsync(int dreams, Seed seed, CancellationToken cancellationToken = default)
    {
        var skeletons = new Dreamer(domain, root, new DreamerOptions()).Dream([], dreams, seed.Derive("dreams")).Skeletons;
        var writer = new DreamWriter(domain);
        using var agent = new PolicyAgent(domain);
        var search = new RepairSearch(domain, runner, critic, new PolicyProposer(domain), new RepairOptions());
        var repairs = new ConcurrentBag<Repair>();
        var passed = new ConcurrentBag<Demonstration>();
        await Parallel.ForEachAsync(skeletons, cancellationToken, async (skeleton, ct) =>
        {
            var rollout = await runner.RunAsync(writer.Write(skeleton, seed.Derive("words").Derive(skeleton.Id)), agent, PolicyAgent.ModelId, 0, ct).ConfigureAwait(false);
            var scorecard = await critic.JudgeAsync(rollout, ct).ConfigureAwait(false);
            if (scorecard.Passed is true)
                passed.Add(new(rollout.Id, rollout.Trajectory));
            if (scorecard.Passed is not false)
                return;
            var findings = await search.FindAsync(rollout, scorecard, agent, ct).ConfigureAwait(false);
            foreach (var repair in findings.Repairs)
                repairs.Add(repair);
            if (findings.Passed is { } trajectory)
                passed.Add(new(findings.Repairs[0].Id, trajectory));
        }).ConfigureAwait(false);

        // The plan orders what came in any order.
        var lessons = new LessonPlan(domain, new LessonOptions()).Compose([], [.. repairs], [.. passed]);
        return await new PolicyLearner(domain, new LearningOptions()).LearnAsync(lessons, null, seed.Derive("learn"), cancellationToken).ConfigureAwait(false);
    }
}
