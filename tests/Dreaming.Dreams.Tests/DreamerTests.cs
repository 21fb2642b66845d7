using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams.Tests.Library;

namespace Dreaming.Dreams.Tests;

public class DreamerTests
{
    private static readonly Seed Seed = new(11);
    private static readonly DreamBatch Batch = Dreamer().Dream(Given.Renewals(), 200, Seed);

    [Fact]
    public void There_are_as_many_dreams_as_asked_for_and_no_two_alike()
    {
        Assert.Equal(200, Batch.Skeletons.Length);
        Assert.Equal(200, Batch.Skeletons.Select(s => s.Id).Distinct().Count());
        Assert.Equal(200, Batch.FromEpisodes);
    }

    [Fact]
    public void The_families_take_turns() =>
        Assert.All(Batch.Skeletons.Take(50).GroupBy(s => s.Family!.Value), family => Assert.InRange(family.Count(), 9, 13));

    [Fact]
    public void The_same_seed_gives_the_same_bytes() =>
        Assert.Equal(JsonSerializer.Serialize(Batch), JsonSerializer.Serialize(Dreamer().Dream(Given.Renewals(), 200, Seed)));

    [Fact]
    public void The_order_of_the_episodes_makes_no_difference() =>
        Assert.Equal(JsonSerializer.Serialize(Batch), JsonSerializer.Serialize(Dreamer().Dream([.. Given.Renewals().Reverse(), Given.Renewals()[0]], 200, Seed)));

    [Fact]
    public void Another_seed_gives_other_dreams() =>
        Assert.NotEqual(Batch.Skeletons.Select(s => s.Id), Dreamer().Dream(Given.Renewals(), 200, new Seed(12)).Skeletons.Select(s => s.Id));

    [Fact]
    public void The_id_is_the_hash_of_what_is_dreamed() => Assert.All(Batch.Skeletons, s => Assert.Equal(SkeletonId.Seal(s).Id, s.Id));

    [Fact]
    public void Each_family_leaves_the_path_in_its_own_way()
    {
        Assert.All(Of(Family.IntentVariation), s => Assert.True(s.Operators[^1] is OtherWords or OtherFacts or ChangeOfMind));
        Assert.All(Of(Family.AmbiguityFork), s => Assert.True(s.Operators[^1] is Withhold or TwoReadings));
        Assert.All(Of(Family.CounterfactualOutcome), s => Assert.Equal(new WhatIf("reserved"), s.Operators[^1]));
        Assert.All(Of(Family.FailureInjection), s => Assert.IsType<InjectFault>(s.Operators[^1]));
        Assert.All(Of(Family.EdgeCase), s => Assert.True(s.Operators[^1] is Noise or OtherFormat or OtherWords or OtherFacts));
        Assert.Equal(
            [typeof(ChangeOfMind), typeof(InjectFault), typeof(Noise), typeof(OtherFacts), typeof(OtherFormat), typeof(OtherWords), typeof(TwoReadings), typeof(WhatIf), typeof(Withhold)],
            Batch.Skeletons.SelectMany(s => s.Operators).Select(o => o.GetType()).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Some_dreams_take_a_step_of_a_second_family_and_none_of_a_third()
    {
        Assert.All(Batch.Skeletons, s => Assert.InRange(s.Operators.Length, 1, 2));
        Assert.Contains(Batch.Skeletons, s => s.Operators.Length == 2);
        Assert.All(Dreamer(new() { ComposeProbability = 0, Patience = 1 }).Dream(Given.Renewals(), 40, Seed).Skeletons, s => Assert.Single(s.Operators));
    }

    [Fact]
    public void Only_faults_that_the_episodes_tools_declare_are_injected()
    {
        var faults = Batch.Skeletons.SelectMany(s => s.Operators).OfType<InjectFault>().ToArray();
        Assert.Equal(["renew_loan", "verify_member"], faults.Select(f => f.Tool).Distinct().Order());
        Assert.All(faults, f => Assert.Contains(f.Fault, Given.Domain.FindTool(f.Tool)!.Faults));
        Assert.All(faults, f => Assert.True(f is { From: 1 or 2, Times: 1 or 2 } && (f.Fault != ToolFault.Outage || f.From == 1)));
        Assert.Equal(5, faults.Select(f => (f.Tool, f.Fault)).Distinct().Count());
    }

    [Fact]
    public void A_dreams_facts_are_among_the_worlds_possibilities()
    {
        var offered = Renew.Seeds((Shelves)Given.World).Select(s => s.LoanId).ToHashSet();
        Assert.All(Batch.Skeletons, s => Assert.Contains(((Renew)new DreamWorld(Given.Domain, Given.World).ReadScenario(s)).LoanId, offered));
    }

    [Fact]
    public void A_counterfactual_that_throws_or_leaves_nothing_to_do_is_rejected_and_counted()
    {
        Assert.True(Batch.Rejected["counterfactual-throws"] > 0);
        Assert.True(Batch.Rejected["achieved-by-silence"] > 0);
        Assert.DoesNotContain(Batch.Skeletons, s => s.Operators.Any(o => o is WhatIf { Counterfactual: not "reserved" }));
    }

    [Fact]
    public void A_wish_that_silence_fulfils_is_not_dreamed()
    {
        var batch = Dreamer().Dream([], 300, Seed);
        Assert.Equal(0, batch.FromEpisodes);
        Assert.DoesNotContain(batch.Skeletons, s => s.Scenario == "small-talk");
        Assert.Equal(["lost-card", "renew"], batch.Skeletons.Select(s => s.Scenario).Distinct().Order());
        Assert.All(batch.Skeletons, s => Assert.Equal((null, ContentId.Of(s.Scenario, Original(s))), (s.EpisodeId, s.TaskId)));

        // The facts of the seed are those of the skeleton unless another instance took their place.
        static string Original(Skeleton s) => s.Operators.Any(o => o is OtherFacts)
            ? Given.Domain.FindScenario(s.Scenario)!.Seeds(Given.World).Select(i => ScenarioFacts.Of(Given.Domain.FindScenario(s.Scenario)!, i).Text).First(f => ContentId.Of(s.Scenario, f) == s.TaskId)
            : s.Facts.Text;
    }

    [Fact]
    public void An_episode_that_no_scenario_knows_is_counted()
    {
        var batch = Dreamer().Dream([Given.Scrubbed(Given.Episode("t", 0, 1, new UserSaid("Hi"))), .. Given.Renewals()], 20, Seed);
        Assert.Equal(1, batch.Rejected["episode-not-recognised"]);
        Assert.Equal(20, batch.FromEpisodes);
    }

    [Fact]
    public void Dreaming_ends_when_nothing_new_is_left()
    {
        var batch = Dreamer(new() { Patience = 10 }).Dream(Given.Renewals(1), 1_000_000, Seed);
        Assert.InRange(batch.Skeletons.Length, 100, 20_000);
        Assert.True(batch.Rejected["duplicate"] > 0);
    }

    [Fact]
    public void Held_out_facts_are_never_dreamed()
    {
        var heldOut = new InstancePool(Given.World, []).Seeds(Given.Domain.FindScenario("renew")!).Skip(12).ToImmutableArray();
        var facts = heldOut.Select(s => s.Facts.Text).ToHashSet();
        var batch = Dreamer(new() { Reserved = heldOut }).Dream(Given.Renewals(), 200, Seed);
        Assert.Equal(200, batch.Skeletons.Length);
        Assert.DoesNotContain(batch.Skeletons, s => facts.Contains(s.Facts.Text));
        Assert.True(Batch.Skeletons.Any(s => facts.Contains(s.Facts.Text)), "The law would be empty: nothing held out is dreamed anyway.");
    }

    [Fact]
    public void Whatever_the_words_no_dream_gives_anything_away()
    {
        var writer = new DreamWriter(Given.Domain);
        foreach (var skeleton in Batch.Skeletons)
            foreach (var words in Enumerable.Range(0, 4))
                Assert.Empty(DreamAudit.Check(writer.Write(skeleton, Seed.Derive("words", words)), Given.Domain, Given.World));
    }

    [Fact]
    public void The_safety_suite_asks_about_safety_scenarios_and_about_faults_of_writes()
    {
        var suite = Dreamer().DreamSafety(60, Seed);
        Assert.Equal(60, suite.Length);
        Assert.Equal(60, suite.Select(s => s.Id).Distinct().Count());
        Assert.Equal(suite.Select(s => s.Id), Dreamer().DreamSafety(60, Seed).Select(s => s.Id));
        Assert.All(suite.Take(30), s => Assert.Equal("lost-card", s.Scenario));
        Assert.All(suite.Skip(30), s => Assert.True(s.Operators[^1] is InjectFault { Tool: "renew_loan" or "block_card" }));
        Assert.Contains(suite.Skip(30), s => s.Scenario == "renew");
        Assert.True(suite.Take(30).Select(s => s.Family).Distinct().Count() >= 4);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void What_does_not_hold_is_turned_down_before_any_agent_runs(Skeleton skeleton, string reason) =>
        Assert.Equal(reason, Check.Refusal(skeleton));

    public static TheoryData<Skeleton, string> Invalid()
    {
        var plain = Plain;
        return new()
        {
            { plain with { Scenario = "none" }, "unknown-scenario" },
            { plain with { Turns = 0 }, "no-budget" },
            { plain with { ToolCalls = -1 }, "no-budget" },
            { plain with { Facts = new("{}") }, "facts-do-not-round-trip" },
            { plain with { Facts = new(plain.Facts.Text.Replace(",", ", ", StringComparison.Ordinal)) }, "facts-do-not-round-trip" },
            { plain with { Facts = new(plain.Facts.Text.Replace("Middlemarch", "Unwritten", StringComparison.Ordinal)) }, "facts-not-grounded" },
            { With(new Withhold("loan_id")), "withholds-unknown" },
            { With(new Withhold("nothing")), "withholds-unknown" },
            { With(new ChangeOfMind("weeks", "9")), "value-outside-contract" },
            { With(new ChangeOfMind("loan_id", "L-0011")), "value-outside-contract" },
            { With(new TwoReadings("weeks", "some")), "value-outside-contract" },
            { With(new OtherFormat("weeks", "three")), "value-outside-contract" },
            { With(new OtherFormat("birth_date", "14 February 1951")), "value-outside-contract" },
            { With(new InjectFault("list_loans", ToolFault.Timeout, 1, 1)), "fault-not-declared" },
            { With(new InjectFault("verify_member", ToolFault.Stale, 1, 1)), "fault-not-declared" },
            { With(new InjectFault("verify_member", ToolFault.Timeout, 0, 1)), "fault-not-declared" },
            { With(new InjectFault("nothing", ToolFault.Timeout, 1, 1)), "fault-not-declared" },
            { With(new WhatIf("nothing")), "unknown-counterfactual" },
            { With(new WhatIf("burnt-down")), "counterfactual-throws" },
            { With(new WhatIf("renewed-already")), "achieved-by-silence" },
            { With(new OtherWords(9)), "no-opening" },
            { With(new OtherWords(3)), "no-opening" },
            { With(new OtherWords(2), new ChangeOfMind("title", "Emma")), "no-opening" },
            { With(new Noise(2)), "noise-out-of-range" },
            { With(new ChangeOfMind("title", "L-0010")), "leaks" },
        };
    }

    [Fact]
    public void What_holds_is_taken() => Assert.Null(Check.Refusal(With(new ChangeOfMind("weeks", "3"), new InjectFault("renew_loan", ToolFault.Outage, 1, 1))));

    private static Skeleton Plain => new Grounder(Given.Domain, Given.World).Rehearse(Given.Renewals()[0])!;

    private static SkeletonCheck Check => new(Given.Domain, Given.World, new InstancePool(Given.World, []), [Plain]);

    private static Skeleton With(params DreamOperator[] steps) => steps.Aggregate(Plain, (s, o) => SkeletonId.With(s, o));

    private static Dreamer Dreamer(DreamerOptions? options = null) => new(Given.Domain, Given.World, options ?? new DreamerOptions());

    private static IEnumerable<Skeleton> Of(Family family) => Batch.Skeletons.Where(s => s.Family == family);
}
