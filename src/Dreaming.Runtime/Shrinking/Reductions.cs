using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Nights;

namespace Dreaming.Shrinking;

/// <summary>The ways in which a dream can be made smaller, and how small it is.</summary>
internal sealed class Reductions(DomainManifest domain, IWorld root)
{
    private const double LeastNoise = 0.1;
    private const int TriedAtEachDistance = 3;
    private readonly InstancePool _pool = new(root, []);

    public DreamSize SizeOf(Skeleton skeleton)
    {
        var contract = Contract(skeleton);
        return new DreamSize(skeleton.Operators.Length, skeleton.Operators.Sum(Strength), Distance(contract, InstanceOf(contract, skeleton)), skeleton.Turns + skeleton.ToolCalls);
    }

    /// <summary>What a smaller dream has to keep to. The facts of the dream itself are taken as grounded: an episode may have given them.</summary>
    public SkeletonCheck CheckFor(Skeleton skeleton) => new(domain, root, _pool, [skeleton]);

    /// <summary>The skeleton with these operators alone. Without any it is a rehearsal, of no family.</summary>
    public static Skeleton With(Skeleton skeleton, ImmutableArray<DreamOperator> operators) =>
        SkeletonId.Seal(skeleton with { Operators = operators, Family = operators.IsEmpty ? null : skeleton.Family });

    /// <summary>The dream with one of its operators weakened, the weakest form first.</summary>
    public IEnumerable<Skeleton> Weaker(JudgedRollout from)
    {
        var skeleton = from.Rollout.Dream.Skeleton;
        for (var i = 0; i < skeleton.Operators.Length; i++)
            foreach (var weaker in Weaker(skeleton.Operators[i]))
                yield return With(skeleton, skeleton.Operators.SetItem(i, weaker));
    }

    /// <summary>The dream with the facts of instances that differ less from the scenario's first one, the nearest first, a few of each distance.</summary>
    public IEnumerable<Skeleton> Nearer(Skeleton skeleton)
    {
        var contract = Contract(skeleton);
        var distance = Distance(contract, InstanceOf(contract, skeleton));
        return _pool.Instances(contract)
            .Select(i => (Instance: i, Distance: Distance(contract, i)))
            .Where(i => i.Distance < distance)
            .GroupBy(i => i.Distance)
            .OrderBy(g => g.Key)
            .SelectMany(g => g.Take(TriedAtEachDistance))
            .Select(i => SkeletonId.Seal(skeleton with { Facts = i.Instance.Facts, EpisodeId = null, TaskId = ContentId.Of(contract.Id, i.Instance.Facts.Text) }));
    }

    /// <summary>The dream with no more budget than the conversation took until it broke an invariant. With less budget anybody misses a success, so nothing is cut for that.</summary>
    public static IEnumerable<Skeleton> Shorter(JudgedRollout from, FailedRule rule)
    {
        if (rule.EventIn(from.Scorecard) is not { } at)
            yield break;
        var skeleton = from.Rollout.Dream.Skeleton;
        var until = from.Rollout.Trajectory.Events.Take(at + 1).ToList();
        var turns = Math.Clamp(until.Count(e => e is UserSaid), 1, skeleton.Turns);
        var calls = Math.Clamp(until.Count(e => e is ToolCalled), 1, skeleton.ToolCalls);
        yield return SkeletonId.Seal(skeleton with { Turns = turns, ToolCalls = calls });
        yield return SkeletonId.Seal(skeleton with { Turns = turns });
        yield return SkeletonId.Seal(skeleton with { ToolCalls = calls });
    }

    private static IEnumerable<DreamOperator> Weaker(DreamOperator step)
    {
        if (step is Noise { Rate: > LeastNoise })
            yield return new Noise(LeastNoise);
        if (step is not InjectFault fault)
            yield break;
        if (fault is { From: > 1, Times: > 1 })
            yield return fault with { From = 1, Times = 1 };
        if (fault.Times > 1)
            yield return fault with { Times = 1 };
        if (fault.From > 1)
            yield return fault with { From = 1 };
        if (fault.Times > 2)
            yield return fault with { Times = fault.Times - 1 };
    }

    private static int Strength(DreamOperator step) => step switch
    {
        InjectFault { Fault: ToolFault.Outage } outage => outage.From - 1,
        InjectFault fault => fault.From - 1 + (fault.Times - 1),
        Noise noise => Math.Max(0, (int)Math.Ceiling(noise.Rate * 10 - 1e-9) - 1),
        _ => 0,
    };

    private int Distance(ScenarioContract contract, Instance instance) =>
        _pool.Instances(contract) is [var first, ..] ? instance.Differences(first).Count() : 0;

    private static Instance InstanceOf(ScenarioContract contract, Skeleton skeleton) => Instance.Of(contract, contract.Read(skeleton.Facts.ToUtf8()));

    private ScenarioContract Contract(Skeleton skeleton) =>
        domain.FindScenario(skeleton.Scenario) ?? throw new ArgumentException($"The domain '{domain.Name}' has no scenario '{skeleton.Scenario}'.", nameof(skeleton));
}
