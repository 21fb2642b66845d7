using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dreaming.Audits;
using Dreaming.Contracts;
using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Journals;
using Dreaming.Rollouts;
using RefillDesk;

namespace Dreaming.Nights.Tests;

/// <summary>One small night of the refill desk, slept once, and what is planted into its rollouts.</summary>
public sealed class AuditedNight : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal ImmutableArray<Rollout> Rollouts { get; private set; }

    internal RolloutAuditor Auditor { get; private set; } = null!;

    internal Journal Journal { get; private set; } = null!;

    internal NightEntry Entry => Journal.Nights()[0];

    public async ValueTask InitializeAsync()
    {
        Journal = await Journal.OpenAsync(_folder.File("desk.db"));
        var parts = await Desk.PartsAsync();
        await new Night(parts, Desk.Small with { Dreams = 60, Rounds = 1 }, Journal).SleepAsync(null, CancellationToken.None);
        Rollouts = [.. NightReplay.Rollouts(Journal, Entry).Select(r => r.Judged.Rollout)];
        var curated = new Curator(parts.Domain, new CurationOptions()).Curate([.. parts.Episodes.Where(e => e.Episode is not null).Select(e => e.Episode!)]);
        Auditor = new RolloutAuditor(parts.Domain, parts.World, [.. curated.Train, .. curated.HeldOut]);
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A rollout with ids that belong to it, so that what is planted is all there is to find.</summary>
    internal static Rollout Seal(Rollout rollout)
    {
        var skeleton = SkeletonId.Seal(rollout.Dream.Skeleton);
        var dream = rollout.Dream with
        {
            Skeleton = skeleton,
            Id = ContentId.Of(skeleton.Id, rollout.Dream.Opening, JsonSerializer.Serialize(rollout.Dream.Spoken), rollout.Dream.Seed.ToString(CultureInfo.InvariantCulture)),
        };
        return rollout with { Dream = dream, Id = ContentId.Of(dream.Id, rollout.Agent, rollout.Trial.ToString(CultureInfo.InvariantCulture)) };
    }

    /// <summary>The first rollout of a plain dream of a repeat, in which a tool returned a result.</summary>
    internal Rollout Plain() => Rollouts.First(r =>
        r.Dream.Skeleton is { Scenario: "repeat-prescription", Operators.IsEmpty: true } && r.Trajectory.Events.Any(e => e is ToolReplied { Outcome: ReplyOutcome.Result }));

    /// <summary>The plain dream, in which nobody asks for anything and no tool is called.</summary>
    internal Rollout Chat(params string[] userSays)
    {
        var plain = Plain();
        var events = ImmutableArray.CreateBuilder<TrajectoryEvent>();
        foreach (var said in userSays.Prepend(plain.Dream.Opening))
        {
            events.Add(new UserSaid(said));
            events.Add(new AgentSaid("One moment."));
        }

        events.Add(new Ended(EndReason.UserDone));
        return plain with { Trajectory = new Trajectory(events.ToImmutable()) };
    }

    /// <summary>What the rollout's scenario says for a slot.</summary>
    internal static string Fact(Rollout rollout, string slot)
    {
        var contract = RefillDeskDomain.Instance.FindScenario(rollout.Dream.Skeleton.Scenario)!;
        var index = contract.Slots.Select((s, i) => (s, i)).Single(s => s.s.Member.Name == slot).i;
        return contract.SlotText(contract.Read(rollout.Dream.Skeleton.Facts.ToUtf8()), index)!;
    }

    /// <summary>A rollout with its events changed.</summary>
    internal static Rollout With(Rollout rollout, Func<ImmutableArray<TrajectoryEvent>, ImmutableArray<TrajectoryEvent>> change) =>
        rollout with { Trajectory = new Trajectory(change(rollout.Trajectory.Events)) };

    /// <summary>A rollout with the first event that fits replaced.</summary>
    internal static Rollout Replace<T>(Rollout rollout, Func<T, bool> fits, Func<T, TrajectoryEvent> change)
        where T : TrajectoryEvent => With(rollout, events =>
        {
            var found = events.OfType<T>().First(fits);
            return events.SetItem(events.IndexOf(found), change(found));
        });
}
