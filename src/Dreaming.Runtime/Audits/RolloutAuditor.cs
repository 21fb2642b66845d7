using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Episodes;
using Dreaming.Rollouts;
using Dreaming.Simulators;

namespace Dreaming.Audits;

/// <summary>
/// Audits rollouts: that what was dreamed is possible, that the user gave nothing away, that the tools answered what they could, and that the conversation kept to its budget and came to one
/// end. It reads the rollout only, and asks contracts and world again; of the code that made the rollout it shares the forms in which values are said and the opening of a dream's world.
/// What is named is looked for as whole words, whatever the letter case, the marks between words and, of dates, the form. Values shorter than 3 characters, and values that a scenario's own
/// words or the agent have named before, prove nothing. Not for several threads at once.
/// </summary>
public sealed class RolloutAuditor
{
    private readonly DomainManifest _domain;
    private readonly ToolTiers? _tiers;
    private readonly IWorld _root;
    private readonly DreamWorld _worlds;
    private readonly SkeletonAudit _skeletons;
    private readonly CourseAudit _course;
    private readonly ToolAudit _tools;
    private readonly Dictionary<string, InstanceValues> _instances = new(StringComparer.Ordinal);

    /// <summary>Prepares an audit.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="root">The world as the night found it; it is forked and never changed.</param>
    /// <param name="episodes">The episodes that the night slept on, both sides of the split. Null when they are not at hand: the facts of dreams that come from one are then held to the scenario only.</param>
    /// <param name="tiers">What the rollouts were run with beneath the sandbox; null for the sandbox alone.</param>
    public RolloutAuditor(DomainManifest domain, IWorld root, IEnumerable<ScrubbedEpisode>? episodes, ToolTiers? tiers = null)
    {
        (_domain, _root, _tiers) = (domain, root, tiers);
        _worlds = new DreamWorld(domain, root);
        var grounder = new Grounder(domain, root);
        _skeletons = new SkeletonAudit(domain, root, episodes?
            .DistinctBy(e => e.Id)
            .Select(e => (e.Id, Rehearsal: grounder.Rehearse(e)))
            .Where(e => e.Rehearsal is not null)
            .ToFrozenDictionary(e => e.Id, e => e.Rehearsal!, StringComparer.Ordinal));
        _course = new CourseAudit(domain);
        _tools = new ToolAudit(domain);
    }

    /// <summary>Audits one rollout.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <returns>What is wrong with it; empty when nothing is.</returns>
    public ImmutableArray<AuditFinding> Audit(Rollout rollout)
    {
        var findings = ImmutableArray.CreateBuilder<AuditFinding>();
        Ids(rollout, Report);
        _course.Check(rollout.Dream.Skeleton, rollout.Trajectory, Report);
        if (Instances(rollout.Dream.Skeleton.Scenario) is not { } instances)
        {
            Report(null, AuditRules.Grounding, $"The domain has no scenario '{rollout.Dream.Skeleton.Scenario}'.");
        }
        else if (_skeletons.Check(rollout.Dream.Skeleton, instances, Report) is { } scenario)
        {
            new UserAudit(instances, scenario).Check(rollout.Dream, rollout.Trajectory, Report);
            if (Open(rollout.Dream) is { } world)
                _tools.Check(rollout.Dream.Skeleton, rollout.Trajectory, world, Report);
        }

        return findings.ToImmutable();

        void Report(int? at, string rule, string sentence) => findings.Add(new AuditFinding(rollout.Id, at, rule, sentence));
    }

    // That it does not open is a finding of the skeleton.
    private IWorld? Open(Dream dream)
    {
        try
        {
            var sandbox = _worlds.Open(dream.Skeleton);
            return _tiers?.Over(sandbox, dream) ?? sandbox;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }

    private static void Ids(Rollout rollout, Report report)
    {
        var dream = rollout.Dream;
        if (SkeletonId.Seal(dream.Skeleton).Id != dream.Skeleton.Id)
            report(null, AuditRules.Id, $"The skeleton's id {dream.Skeleton.Id} is not the hash of what it dreams.");
        if (ContentId.Of(dream.Skeleton.Id, dream.Opening, JsonSerializer.Serialize(dream.Spoken), dream.Seed.ToString(CultureInfo.InvariantCulture)) != dream.Id)
            report(null, AuditRules.Id, $"The dream's id {dream.Id} is not the hash of its skeleton, words and seed.");
        if (ContentId.Of(dream.Id, rollout.Agent, rollout.Trial.ToString(CultureInfo.InvariantCulture)) != rollout.Id)
            report(null, AuditRules.Id, $"The rollout's id {rollout.Id} is not the hash of dream, agent and trial.");
        var calls = 0;
        for (var i = 0; i < rollout.Trajectory.Events.Length; i++)
            if (rollout.Trajectory.Events[i] is ToolCalled called && called.CallId != string.Create(CultureInfo.InvariantCulture, $"call{++calls:D5}"))
                report(i, AuditRules.Id, $"The call id {called.CallId} is not that of call {calls}.");
    }

    private InstanceValues? Instances(string scenario)
    {
        if (_instances.TryGetValue(scenario, out var known))
            return known;
        return _domain.FindScenario(scenario) is { } contract ? _instances[scenario] = new InstanceValues(contract, _root) : null;
    }
}
