using System.Collections.Immutable;
using Dreaming.Gates;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Dreaming.Gates.Tests.Gates.Evidence;

namespace Dreaming.Gates.Tests.Gates;

public class GateLaws
{
    private static readonly Gen<(bool?, bool?)> Calm = Outcomes((85, true, true), (8, false, true), (1, true, false), (15, false, false));
    private static readonly Gen<(bool?, bool?)> Wild = Outcomes((70, true, true), (8, false, true), (4, true, false), (15, false, false), (1, null, true));

    private static readonly Arbitrary<GateEvidence> Evidences = (
        from calm in Gen.Elements(true, true, false)
        from size in Gen.Choose(1, 150)
        from heldOut in Cases(calm ? Calm : Wild, calm ? 1_000_000 : 40).ArrayOf(size)
        from singles in Gen.Elements(true, false)
        from safety in Cases(calm ? Calm : Wild, calm ? 1_000_000 : 40).ArrayOf(20)
        from broken in Gen.Elements(false, false, false, false, false, false, true)
        from changed in Gen.Elements(0.2, 0.2, 0.2, 0.2, 0.2, 0)
        select Good with
        {
            HeldOut = [.. singles ? heldOut.Select((c, i) => c with { Cluster = $"task-{i}" }) : heldOut],
            Safety = [.. safety],
            Contracts = broken && !calm ? Good.Contracts.Add(new("cancel", "rejects", false)) : Good.Contracts,
            ChangedShare = changed,
        }).ToArbitrary();

    private static Gen<(bool?, bool?)> Outcomes(params (int Weight, bool? Before, bool? After)[] outcomes) =>
        Gen.Frequency([.. outcomes.Select(o => (o.Weight, Gen.Constant((o.Before, o.After))))]);

    private static Gen<PairedCase> Cases(Gen<(bool?, bool?)> outcomes, int casesABreach) =>
        from number in Gen.Choose(0, 1_000_000)
        from task in Gen.Choose(0, 70)
        from stratum in Gen.Elements("returns", "exchanges", "refunds")
        from outcome in outcomes
        from breach in Gen.Frequency((casesABreach, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        select new PairedCase($"case-{number}", $"{stratum}-{task}", stratum, outcome.Item1, outcome.Item2, breach == 2 ? ["double-refill"] : [], breach > 1 ? [("double-refill", breach)] : []);

    [Fact]
    public void Turning_a_regressed_case_into_an_unchanged_one_never_worsens_the_decision() =>
        Prop.ForAll(Evidences, Gen.Choose(0, 1).ToArbitrary(), (evidence, passes) =>
        {
            var before = Rank(evidence);
            foreach (var (i, c) in evidence.HeldOut.Index().Where(x => x.Item is { Before: true, After: false }))
                Assert.True(Rank(evidence with { HeldOut = evidence.HeldOut.SetItem(i, c with { Before = passes == 1, After = passes == 1 }) }) >= before);
            foreach (var (i, c) in evidence.Safety.Index().Where(x => x.Item is { Before: true, After: false }))
                Assert.True(Rank(evidence with { Safety = evidence.Safety.SetItem(i, c with { Before = passes == 1, After = passes == 1 }) }) >= before);
        }).Check(Config);

    [Fact]
    public void Turning_a_failure_into_a_pass_never_worsens_the_decision() =>
        Prop.ForAll(Evidences, evidence =>
        {
            var before = Rank(evidence);
            foreach (var (i, c) in evidence.HeldOut.Index().Where(x => x.Item.After == false).Take(10))
                Assert.True(Rank(evidence with { HeldOut = evidence.HeldOut.SetItem(i, c with { After = true }) }) >= before);
        }).Check(Config);

    [Fact]
    public void A_new_breach_never_improves_the_decision() =>
        Prop.ForAll(Evidences, Gen.Choose(1, 5).ToArbitrary(), (evidence, rating) =>
        {
            var before = Rank(evidence);
            Assert.True(Rank(evidence with { HeldOut = evidence.HeldOut.SetItem(0, evidence.HeldOut[0] with { BreachesAfter = evidence.HeldOut[0].BreachesAfter.Add(("unheard-of", rating)) }) }) <= before);
            Assert.Equal(0, Rank(evidence with { Safety = evidence.Safety.SetItem(0, evidence.Safety[0] with { BreachesAfter = evidence.Safety[0].BreachesAfter.Add(("unheard-of", rating)) }) }));
        }).Check(Config);

    [Fact]
    public void The_order_of_the_cases_changes_nothing() =>
        Prop.ForAll(Evidences, Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (evidence, seed) =>
        {
            var random = new Random(seed);
            var one = Decide(evidence);
            var other = Decide(evidence with { HeldOut = Shuffled(evidence.HeldOut), Safety = Shuffled(evidence.Safety), Contracts = Shuffled(evidence.Contracts) });
            Assert.Equal(one.Decision, other.Decision);
            Assert.Equal<string>(one.Reasons, other.Reasons);
            Assert.Equal<GateStratum>(one.Strata, other.Strata);

            ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items)
            {
                var copy = items.ToArray();
                random.Shuffle(copy);
                return [.. copy];
            }
        }).Check(Config);

    [Fact]
    public void No_decision_passes_on_an_unscored_case_and_each_has_a_reason() =>
        Prop.ForAll(Evidences, evidence =>
        {
            var decision = Decide(evidence);
            Assert.NotEmpty(decision.Reasons);
            if (evidence.HeldOut.Concat(evidence.Safety).Any(c => c.Before is null || c.After is null))
                Assert.NotEqual(GateVerdict.Pass, decision.Decision);
        }).Check(Config);

    [Fact]
    public void The_generated_evidence_reaches_every_decision()
    {
        var reached = new HashSet<GateVerdict>();
        Prop.ForAll(Evidences, evidence => { reached.Add(Decide(evidence).Decision); }).Check(Config);
        Assert.Equal(3, reached.Count);
    }

    private static Config Config => FsCheck.Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20261120, 1);

    private static int Rank(GateEvidence evidence) => Decide(evidence).Decision switch { GateVerdict.Fail => 0, GateVerdict.Inconclusive => 1, _ => 2 };
}
