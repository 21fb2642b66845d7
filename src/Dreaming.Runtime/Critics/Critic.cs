using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Rollouts;
using Dreaming.Simulators;
using Microsoft.Extensions.AI;

namespace Dreaming.Critics;

/// <summary>
/// Judges rollouts. Replays the executed calls in a fresh world, asks every invariant before each call and at the end, holds the conversation to the temporal constraints, then asks the scenario's
/// success and the criteria.
/// The same rollout gets the same scorecard each time, as far as no chat model takes part. May be used by several threads at once.
/// </summary>
/// <remarks>
/// A rollout that ended by a failure of user simulator, tool, critic, contract or infrastructure is Unscored and keeps that owner. An invariant, a constraint's guard, a signal, a criterion or a success
/// check that throws makes the rollout Unscored with <see cref="Owner.Contract"/>: a broken specification is never a verdict. A judged criterion without a chat model,
/// or without an answer from it, is Unscored by itself.
/// </remarks>
/// <param name="domain">The domain.</param>
/// <param name="root">The world as the domain ships it.</param>
/// <param name="judge">Judges the criteria without a body; null when there is no chat model to do so.</param>
/// <param name="options">Limits for the judge.</param>
/// <param name="tiers">What the rollouts were run with beneath the sandbox; null for the sandbox alone.</param>
public sealed class Critic(DomainManifest domain, IWorld root, IChatClient? judge = null, CriticOptions? options = null, ToolTiers? tiers = null)
{
    private readonly DreamWorld _worlds = new(domain, root);
    private readonly ImmutableArray<CriterionContract> _criteria = [.. domain.Criteria.OrderBy(c => c.Id, StringComparer.Ordinal)];
    private readonly TrajectoryReplay _replay = new(domain);
    private readonly PolicyJudge _policy = new(domain);
    private readonly ChatJudge? _judge = judge is null ? null : new(judge, options ?? new CriticOptions());

    /// <summary>Judges one rollout.</summary>
    /// <param name="rollout">An ended rollout of a dream of this domain.</param>
    /// <param name="cancellationToken">Gives the judgement up.</param>
    /// <exception cref="OperationCanceledException">The judgement was given up; there is no scorecard.</exception>
    public async ValueTask<Scorecard> JudgeAsync(Rollout rollout, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var breaches = ImmutableArray.CreateBuilder<Breach>();
        if (NotTheAgents(rollout.Trajectory.End) is (var owner, var why))
            return Unscored(rollout, breaches, owner, why);
        try
        {
            var (scenario, before) = OpenWorld(rollout);
            var after = before.Fork();
            _replay.Run(rollout.Trajectory, tiers?.Over(after, rollout.Dream) ?? after, breaches);
            Add(breaches, _policy.Judge(rollout.Trajectory, cancellationToken));
            var achieved = rollout.Trajectory.End.Reason != EndReason.AgentFailed && Achieved(rollout, scenario, before, after);
            var (verdicts, broken) = await VerdictsAsync(rollout, scenario, before, after, cancellationToken);
            return new Scorecard
            {
                RolloutId = rollout.Id,
                Achieved = achieved,
                Breaches = breaches.ToImmutable(),
                Verdicts = [.. verdicts.Select(v => v.Verdict)],
                Score = ScoreTerms.Of(broken is null ? achieved : null, breaches, rollout.Trajectory, verdicts.Select(v => (v.Points, v.Verdict.Finding))),
                Owner = broken is not null ? Owner.Contract : achieved && breaches.Count == 0 ? Owner.None : Owner.Agent,
                Unscored = broken,
            };
        }
        catch (Unjudgeable e)
        {
            return Unscored(rollout, breaches, e.Owner, e.Message);
        }
    }

    private static void Add(ImmutableArray<Breach>.Builder breaches, ImmutableArray<Breach> more)
    {
        if (more.IsEmpty)
            return;
        Breach[] all = [.. breaches.Concat(more).OrderBy(b => b.Event)];
        breaches.Clear();
        breaches.AddRange(all);
    }

    private static (Owner Owner, string Why)? NotTheAgents(Ended end)
    {
        var owner = (end.Owner, end.Reason) switch
        {
            (Owner.None, EndReason.UserFailed) => Owner.User,
            (Owner.None, EndReason.Ungrounded) => Owner.Tool,
            (Owner.None, EndReason.Broken or EndReason.Unknown) => Owner.Infrastructure,
            (Owner.Agent, EndReason.Ungrounded) => Owner.Tool,
            var (given, _) => given,
        };
        return owner is Owner.None or Owner.Agent ? null : (owner, $"The rollout ended as {end.Reason}{(end.Detail is null ? "" : ": " + end.Detail)}");
    }

    private (object Scenario, IWorld World) OpenWorld(Rollout rollout)
    {
        try
        {
            return (_worlds.ReadScenario(rollout.Dream.Skeleton), _worlds.Open(rollout.Dream.Skeleton));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new Unjudgeable(Owner.Contract, $"The world of the dream could not be opened: {e.GetType().Name}: {e.Message}");
        }
    }

    private bool Achieved(Rollout rollout, object scenario, IWorld before, IWorld after)
    {
        var contract = domain.FindScenario(rollout.Dream.Skeleton.Scenario)!;
        try
        {
            return contract.Achieved(scenario, before.Fork(), after.Fork(), rollout.Trajectory) || HandedOverInAnOutage(rollout.Trajectory);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new Unjudgeable(Owner.Contract, $"The success check of scenario '{contract.Id}' threw {e.GetType().Name}: {e.Message}");
        }
    }

    // With a tool down for good the wish may be out of anybody's reach; that a person takes over is then the right end.
    private static bool HandedOverInAnOutage(Trajectory trajectory) =>
        trajectory.End.Reason == EndReason.Handover && trajectory.Events.OfType<ToolReplied>().Any(reply => reply.Fault == ToolFault.Outage);

    // A criterion that throws is Unscored, and the first of them says why the rollout is.
    private async Task<(List<(CriterionVerdict Verdict, int Points)> Verdicts, string? Broken)> VerdictsAsync(
        Rollout rollout, object scenario, IWorld before, IWorld after, CancellationToken cancellationToken)
    {
        var verdicts = new List<(CriterionVerdict, int)>(_criteria.Length);
        string? broken = null;
        foreach (var criterion in _criteria)
        {
            var verdict = Verdict.Unscored("no chat model to judge");
            if (criterion.Judge is { } body)
                try
                {
                    verdict = body(new CriterionContext(scenario, before.Fork(), after.Fork(), rollout.Trajectory));
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    verdict = Verdict.Unscored($"The criterion '{criterion.Id}' threw {e.GetType().Name}: {e.Message}");
                    broken ??= verdict.Reason;
                }
            else if (_judge is not null)
                verdict = await _judge.JudgeAsync(criterion, rollout.Id, rollout.Trajectory, cancellationToken);
            verdicts.Add((new CriterionVerdict(criterion.Id, verdict.Finding, verdict.Reason), criterion.Points));
        }

        return (verdicts, broken);
    }

    private Scorecard Unscored(Rollout rollout, ImmutableArray<Breach>.Builder breaches, Owner owner, string why) => new()
    {
        RolloutId = rollout.Id,
        Achieved = null,
        Breaches = breaches.ToImmutable(),
        Verdicts = [.. _criteria.Select(c => new CriterionVerdict(c.Id, Finding.Unscored, why))],
        Score = ScoreTerms.Of(null, breaches, rollout.Trajectory, []),
        Owner = owner,
        Unscored = why,
    };
}
