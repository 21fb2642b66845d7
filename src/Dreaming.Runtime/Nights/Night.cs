using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Distillation;
using Dreaming.Gates;
using Dreaming.Journals;
using Dreaming.Overlays;
using Dreaming.Reports;
using Dreaming.Rollouts;

namespace Dreaming.Nights;

/// <summary>
/// One sleep cycle: a straight hallway from real episodes to a gated overlay. The order of the stages stands here and nowhere else. The same parts and options are the same
/// night: cut short, it goes on where it stopped; finished, it gives its result again without running.
/// </summary>
public sealed class Night
{
    private readonly NightParts _parts;
    private readonly NightOptions _options;
    private readonly Journal _journal;
    private readonly Lazy<NightPlan> _plan;
    private readonly StageClock _clock;

    /// <summary>Prepares a night.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <param name="options">What it is asked to do.</param>
    /// <param name="journal">Where every finished unit is kept.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public Night(NightParts parts, NightOptions options, Journal journal)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        _parts = parts;
        _options = options;
        _journal = journal;
        _clock = new StageClock(parts.Time);
        _plan = new Lazy<NightPlan>(() => NightPlan.Make(parts, options));
        Id = NightIdentity.Of(parts, options);
    }

    /// <summary>The night: hash of everything that decides its result.</summary>
    public string Id { get; }

    /// <summary>What the night would do. Nothing is run, nothing is written.</summary>
    public NightForecast Forecast() => NightForecast.Of(Id, _parts, _options, _plan.Value);

    /// <summary>Sleeps.</summary>
    /// <param name="progress">Told how far the night is.</param>
    /// <param name="cancellationToken">Stops the night; the next start goes on where it stopped.</param>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    public async Task<NightReport> SleepAsync(IProgress<NightProgress>? progress, CancellationToken cancellationToken)
    {
        var log = await _journal.BeginAsync(Id, _parts.Build, _options.Seed, _parts.Agent.Id, _parts.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await using var _ = log.ConfigureAwait(false);

        var plan = _clock.Time("dream", () => Announce(progress, "dream", () => _plan.Value));
        var runner = new RolloutRunner(_parts.Domain, _parts.World, _parts.User, new RolloutOptions());
        var critic = new Critic(_parts.Domain, _parts.World, _parts.Judge);
        var rollouts = new RolloutBatch(runner, critic, log, _options.Concurrency, progress);

        using var agent = _parts.Agent.Create(_parts.Parent);
        var before = await _clock.TimeAsync("before", () =>
            rollouts.RunAsync("before", plan.Cases, agent, _parts.AgentId(_parts.Parent), cancellationToken)).ConfigureAwait(false);

        var rounds = new LearningRounds(_parts, _options, rollouts, runner, critic, log, progress, _clock);
        var (practice, findings, learnt) = await rounds.RunAsync(plan, before, cancellationToken).ConfigureAwait(false);

        var measured = plan.Cases.Where(c => c.Group != CaseGroup.Lesson).ToList();
        var after = ImmutableArray<JudgedRollout>.Empty;
        if (learnt.Overlay is { } overlay)
        {
            _journal.Overlays.Put(overlay, Id);
            using var dressed = _parts.Agent.Create(overlay);
            after = await _clock.TimeAsync("after", () =>
                rollouts.RunAsync("after", measured, dressed, _parts.AgentId(overlay), cancellationToken)).ConfigureAwait(false);
        }

        var outcome = new NightOutcome(plan, before, practice, findings, learnt, measured, after);
        var gate = _clock.Time("gate", () => Announce(progress, "gate", () => GateStage.Decide(_parts, _options, outcome)));
        var report = new ReportBuilder(Id, _parts, _options, outcome, gate).Build() with { Timings = _clock.Seconds };
        // What the machine broke is tried again by the next start.
        if (!report.Rollouts.ByOwner.ContainsKey(nameof(Owner.Infrastructure)))
            log.Finish(ReportJson.Write(report), _parts.Time.GetUtcNow());
        return report;
    }

    private static T Announce<T>(IProgress<NightProgress>? progress, string stage, Func<T> work)
    {
        progress?.Report(new NightProgress(stage, 0, 1));
        var result = work();
        progress?.Report(new NightProgress(stage, 1, 1));
        return result;
    }
}
