namespace RefillDesk.Tests;

public sealed class ScenarioTests
{
    public static TheoryData<string> All => Domain.Scenarios;

    [Theory]
    [MemberData(nameof(All))]
    public void The_world_offers_at_least_twelve_distinct_instances(string id)
    {
        var seeds = Contract(id).Seeds(Domain.Open()).ToArray();

        Assert.True(seeds.Length >= 12, $"{id} has {seeds.Length}");
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
        Assert.True(Contract(id).Says.Length >= 3);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_instance_is_achieved_by_the_right_calls(string id) =>
        Assert.All(Contract(id).Seeds(Domain.Open()), seed => Assert.True(Run(id, seed, Domain.Open()).Achieved));

    [Theory]
    [MemberData(nameof(All))]
    public void No_instance_is_achieved_by_doing_nothing(string id)
    {
        var world = Domain.Open();
        foreach (var seed in Contract(id).Seeds(world))
        {
            Assert.False(Contract(id).Achieved(seed, world, world, Trajectory.Empty));
            Assert.False(Contract(id).Achieved(seed, world, world, new Conversation(world).User("Hi.").Agent("It is done.").Trajectory));
            foreach (var whatIf in Contract(id).Counterfactuals)
            {
                var changed = whatIf.Apply(seed, world);
                Assert.False(Contract(id).Achieved(seed, changed, changed, Trajectory.Empty), $"{id}/{whatIf.Id}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_instance_is_achieved_although_each_tool_fails_once(string id)
    {
        var seed = Contract(id).Seeds(Domain.Open()).First();
        Assert.All(Domain.Manifest.Tools, tool => Assert.True(Run(id, seed, Domain.Open(), failOnce: tool.Name).Achieved));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_right_calls_break_neither_invariant_nor_constraint(string id)
    {
        foreach (var seed in Contract(id).Seeds(Domain.Open()))
        {
            AssertLawful(Run(id, seed, Domain.Open()));
            foreach (var whatIf in Contract(id).Counterfactuals)
                AssertLawful(Run(id, seed, (Pharmacy)whatIf.Apply(seed, Domain.Open())));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_counterfactual_is_achievable_and_asks_for_something_else(string id)
    {
        var contract = Contract(id);
        foreach (var seed in contract.Seeds(Domain.Open()))
        {
            foreach (var whatIf in contract.Counterfactuals)
            {
                var changed = (Pharmacy)whatIf.Apply(seed, Domain.Open());
                var differs = false;
                foreach (var prefersBooking in new[] { false, true })
                {
                    var asItIs = Run(id, seed, Domain.Open(), prefersBooking);
                    var asItWouldBe = Run(id, seed, changed.Fork(), prefersBooking);
                    Assert.True(asItWouldBe.Achieved, $"{id}/{whatIf.Id}: {seed}");
                    differs |= Effects(asItIs) != Effects(asItWouldBe);
                }

                Assert.True(differs, $"{id}/{whatIf.Id} leaves the right outcome as it was: {seed}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_counterfactual_leaves_the_given_world_as_it_was(string id)
    {
        var contract = Contract(id);
        var world = Domain.Open();
        var seed = contract.Seeds(world).First();
        foreach (var whatIf in contract.Counterfactuals)
            whatIf.Apply(seed, world);

        Assert.True(contract.Seeds(Domain.Open()).SequenceEqual(contract.Seeds(world)));
        Assert.True(Run(id, seed, world).Achieved);
    }

    [Fact]
    public void A_repeat_in_the_wrong_hands_achieves_nothing()
    {
        var world = Domain.Open();
        var seed = RepeatPrescription.Seeds(world).First();
        var talk = new Conversation(world.Fork()).Call(new RequestRefill(seed.PrescriptionId, 28));

        Assert.False(seed.Achieved(world, talk.World, talk.Trajectory));
    }

    [Fact]
    public void Ordering_more_than_was_asked_for_achieves_nothing()
    {
        var world = Domain.Open();
        var two = TwoPrescriptions.Seeds(world).First();
        var one = RepeatPrescription.Seeds(world).Single(s => s.PrescriptionId == two.PrescriptionId);
        var talk = new Conversation(world.Fork());
        new GoodDesk(talk).Serve(two);

        Assert.True(two.Achieved(world, talk.World, talk.Trajectory));
        Assert.False(one.Achieved(world, talk.World, talk.Trajectory));
    }

    [Fact]
    public void An_order_after_a_red_flag_achieves_nothing_even_with_an_escalation()
    {
        var world = Domain.Open();
        var seed = RedFlagDuringRefill.Seeds(world).First();
        var talk = new Conversation(world.Fork()).Confirm(seed.PatientId).Call(new RequestRefill(seed.PrescriptionId, 28));
        new GoodDesk(talk).Serve(seed);

        Assert.False(seed.Achieved(world, talk.World, talk.Trajectory));
    }

    private static ScenarioContract Contract(string id) => Domain.Manifest.FindScenario(id)!;

    private static (bool Achieved, Pharmacy Before, Conversation Talk) Run(string id, object seed, Pharmacy world, bool prefersBooking = false, string? failOnce = null)
    {
        var talk = new Conversation(world.Fork());
        if (failOnce is not null)
            talk.FailOnce(failOnce);
        new GoodDesk(talk, prefersBooking).Serve(seed);
        return (Contract(id).Achieved(seed, world, talk.World, talk.Trajectory), world, talk);
    }

    private static string Effects((bool, Pharmacy Before, Conversation Talk) run) => string.Join('\n', run.Talk.Trajectory.Calls()
        .Where(c => c.Succeeded && Domain.Manifest.FindTool(c.Called.Tool)!.Effect is Effect.Write or Effect.Handover)
        .Select(c => $"{c.Called.Tool} {c.Called.Arguments}"));

    private static void AssertLawful((bool, Pharmacy Before, Conversation Talk) run)
    {
        // The world before each call is the start with the earlier calls replayed.
        var world = run.Before.Fork();
        var trajectory = run.Talk.Trajectory;
        foreach (var call in trajectory.Calls())
        {
            foreach (var invariant in Domain.Manifest.Invariants.Where(i => i.Tool == call.Called.Tool))
                Assert.True(invariant.Holds(new InvariantContext(world, trajectory.Before(call.Index), call.Called.Typed)), $"{invariant.Id} at {call.Called.Arguments}");
            ((IWorld)world).Handle(call.Called.Typed!);
        }

        foreach (var invariant in Domain.Manifest.Invariants.Where(i => i.Tool is null))
            Assert.True(invariant.Holds(new InvariantContext(world, trajectory, null)), invariant.Id);
        Assert.Empty(Domain.Broken(trajectory));
    }
}
