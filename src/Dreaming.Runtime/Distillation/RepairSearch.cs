using System.Collections.Immutable;
using System.Globalization;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Rollouts;
using Microsoft.Extensions.AI;

namespace Dreaming.Distillation;

/// <summary>
/// Looks for corrections of a failed rollout. Goes back to a decision in the very same dream, takes an alternative, lets the agent go on, and asks the critic. Only what was executed
/// and passed becomes a repair. Where no single correction passes, the one that came furthest is kept and the search goes on from there. The same failure gives the same findings.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="runner">Runs the forks.</param>
/// <param name="critic">Judges them.</param>
/// <param name="proposer">Proposes alternatives.</param>
/// <param name="options">How hard to look.</param>
public sealed class RepairSearch(DomainManifest domain, RolloutRunner runner, Critic critic, IRepairProposer proposer, RepairOptions options)
{
    private const int PerWave = 4;

    /// <summary>Looks for corrections.</summary>
    /// <param name="failed">The failed rollout.</param>
    /// <param name="scorecard">Its verdicts.</param>
    /// <param name="agent">The agent that failed; it goes on after each correction.</param>
    /// <param name="cancellationToken">Gives the search up.</param>
    /// <exception cref="ArgumentException">The rollout is of another domain.</exception>
    /// <returns>The findings; no repairs when the rollout did not fail by the agent, or when nothing that was tried passed.</returns>
    public async Task<RepairFindings> FindAsync(Rollout failed, Scorecard scorecard, IChatClient agent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failed);
        ArgumentNullException.ThrowIfNull(scorecard);
        if (domain.FindScenario(failed.Dream.Skeleton.Scenario) is null)
            throw new ArgumentException($"The rollout {failed.Id} is of the scenario {failed.Dream.Skeleton.Scenario}, which the domain {domain.Name} does not declare.", nameof(failed));
        if (scorecard.Passed is not false)
            return new([], 0, 0, null);
        var search = new Search(failed, options);
        var current = new Attempt(failed.Trajectory, scorecard, [], Progress.Of(failed.Trajectory, scorecard));
        for (var depth = 0; depth < options.Depth && search.HasBudget; depth++)
        {
            var found = await StepAsync(search, current, agent, depth == options.Depth - 1, cancellationToken).ConfigureAwait(false);
            if (found is null)
                break;
            if (found.Scorecard.Passed is true)
                return new(RepairsOf(failed, found), search.Tried, search.Rollouts, found.Trajectory);
            current = found;
        }

        return new([], search.Tried, search.Rollouts, null);
    }

    // The first alternative that passes; else the one that came furthest beyond where we are; null when none did.
    private async Task<Attempt?> StepAsync(Search search, Attempt current, IChatClient agent, bool last, CancellationToken cancellationToken)
    {
        var decisions = Decision.In(current.Trajectory);
        var forks = await ForksAsync(search.Failed, decisions, cancellationToken).ConfigureAwait(false);
        var order = Order(decisions, current.Scorecard).Where(i => i < forks.Count).ToList();
        var proposals = new ImmutableArray<AgentAction>[decisions.Count];
        Attempt? furthest = null;

        // A few alternatives everywhere before many anywhere.
        for (var from = 0; from < options.Alternatives; from += PerWave)
        {
            foreach (var index in order)
            {
                var (state, decision) = (forks[index].Trajectory, decisions[index]);
                var critique = Critique.Of(decision, current.Trajectory, current.Scorecard, domain);
                if (proposals[index].IsDefault)
                    proposals[index] = [.. (await proposer.ProposeAsync(state, decision.Action, critique, cancellationToken).ConfigureAwait(false)).Where(p => p != decision.Action).Take(options.Alternatives)];
                for (var i = from; i < Math.Min(from + PerWave, proposals[index].Length); i++)
                {
                    if (!search.HasBudget)
                        return last ? null : furthest;
                    var proposal = proposals[index][i];
                    if (!search.IsNew(state, proposal))
                        continue;
                    var attempt = await TryAsync(search, current, forks[index], decision, proposal, critique, agent, cancellationToken).ConfigureAwait(false);
                    if (attempt.Scorecard.Passed is true)
                        return attempt;
                    if (attempt.Scorecard.Passed is false && attempt.Progress.CompareTo((furthest ?? current).Progress) > 0)
                        furthest = attempt;
                }
            }
        }

        return last ? null : furthest;
    }

    private async Task<Attempt> TryAsync(
        Search search, Attempt current, RolloutSession fork, Decision decision, AgentAction proposal, string critique, IChatClient agent, CancellationToken cancellationToken)
    {
        var session = fork.Fork();
        await session.ActAsync(proposal, cancellationToken).ConfigureAwait(false);
        await runner.ContinueAsync(session, agent, cancellationToken).ConfigureAwait(false);
        var rollout = search.Count(session.Trajectory);
        var scorecard = await critic.JudgeAsync(rollout, cancellationToken).ConfigureAwait(false);
        var correction = new Correction(fork.Trajectory, decision.Action, critique, proposal, ViolatedBy(decision, current));
        // Corrections behind this one were of a course that is no longer taken.
        var kept = current.Corrections.Where(c => c.State.Events.Length < fork.Trajectory.Events.Length);
        return new(session.Trajectory, scorecard, [.. kept, correction], Progress.Of(session.Trajectory, scorecard));
    }

    private async Task<List<RolloutSession>> ForksAsync(Rollout failed, List<Decision> decisions, CancellationToken cancellationToken)
    {
        var forks = new List<RolloutSession>(decisions.Count);
        var session = runner.Open(failed.Dream, failed.Trial);
        foreach (var decision in decisions)
        {
            if (session.Ended)
                break;
            forks.Add(session.Fork());
            await session.ActAsync(decision.Action, cancellationToken).ConfigureAwait(false);
        }

        return forks;
    }

    // Where it broke, then from the end backwards: late decisions have the shortest way to success.
    private static IEnumerable<int> Order(List<Decision> decisions, Scorecard scorecard)
    {
        var order = new List<int>(decisions.Count);
        if (!scorecard.Breaches.IsEmpty)
        {
            Add(Critique.Worst(scorecard).Event);
            Add(scorecard.Breaches.Min(b => b.Event));
        }

        for (var i = decisions.Count - 1; i >= 0; i--)
            if (!order.Contains(i))
                order.Add(i);
        return order;

        void Add(int broken)
        {
            var at = decisions.FindLastIndex(d => d.Index <= broken);
            if (at >= 0 && !order.Contains(at))
                order.Add(at);
        }
    }

    // Breaches from this decision up to the next: what came due meanwhile is the doing of the decision that let it.
    private static ImmutableArray<string> ViolatedBy(Decision decision, Attempt attempt)
    {
        var next = Decision.In(attempt.Trajectory).Where(d => d.Index > decision.Index).Select(d => d.Index).DefaultIfEmpty(int.MaxValue).First();
        return [.. attempt.Scorecard.Breaches.Where(b => b.Event >= decision.Index && b.Event < next).Select(b => b.Invariant).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<Repair> RepairsOf(Rollout failed, Attempt passed) =>
    [
        .. passed.Corrections.Select(c => new Repair
        {
            Id = ContentId.Of(failed.Dream.Id, c.State.Events.Length.ToString(CultureInfo.InvariantCulture), ActionText.Of(c.Corrected)),
            DreamId = failed.Dream.Id,
            Scenario = failed.Dream.Skeleton.Scenario,
            Family = failed.Dream.Skeleton.Family,
            Step = c.State.Events.Length,
            State = c.State,
            Attempted = c.Attempted,
            Critique = c.Critique,
            Corrected = c.Corrected,
            Violated = c.Violated,
        }),
    ];

    private sealed record Correction(Trajectory State, AgentAction Attempted, string Critique, AgentAction Corrected, ImmutableArray<string> Violated);

    private sealed record Attempt(Trajectory Trajectory, Scorecard Scorecard, ImmutableArray<Correction> Corrections, Progress Progress);

    private sealed class Search(Rollout failed, RepairOptions options)
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public Rollout Failed => failed;
        public int Tried { get; private set; }
        public int Rollouts { get; private set; }
        public bool HasBudget => Rollouts < options.MaxRollouts;

        public bool IsNew(Trajectory state, AgentAction proposal) => _seen.Add(ContentId.Of([ActionText.Of(proposal), .. Decision.In(state).Select(d => ActionText.Of(d.Action))]));

        public Rollout Count(Trajectory trajectory)
        {
            Tried++;
            Rollouts++;
            return failed with { Id = ContentId.Of(failed.Id, Rollouts.ToString(CultureInfo.InvariantCulture)), Trajectory = trajectory };
        }
    }
}
