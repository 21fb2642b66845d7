using System.Text;
using System.Text.Json;
using Dreaming;
using Dreaming.Contracts;

namespace OrderDesk.Tests;

public sealed class ScenarioTests
{
    public static TheoryData<string> Ids => [.. OrderDeskDomain.Instance.Scenarios.Select(s => s.Id)];

    public static TheoryData<string, string> Changes =>
        [.. OrderDeskDomain.Instance.Scenarios.SelectMany(s => s.Counterfactuals.Select(c => (s.Id, c.Id)))];

    [Theory, MemberData(nameof(Ids))]
    public void A_good_agent_achieves_every_seed(string id)
    {
        var (scenario, world) = (Find(id), Shops.Own());
        Assert.All(scenario.Seeds(world), seed =>
        {
            var talk = GoodAgent.Handles(seed, world);
            Assert.True(scenario.Achieved(seed, world, talk.After, talk.Trajectory), $"{seed}");
        });
    }

    [Theory, MemberData(nameof(Ids))]
    public void Doing_nothing_achieves_nothing(string id)
    {
        var (scenario, world) = (Find(id), Shops.Own());
        Assert.All(scenario.Seeds(world), seed => Assert.False(scenario.Achieved(seed, world, world.Fork(), Trajectory.Empty)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_shop_offers_seeds_in_a_fixed_order(string id)
    {
        var scenario = Find(id);
        var seeds = scenario.Seeds(Shops.Own()).Select(seed => Json(scenario, seed)).ToArray();
        Assert.True(seeds.Length >= 8, $"{seeds.Length} seeds");
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
        Assert.Equal(seeds, scenario.Seeds(Shops.Own()).Select(seed => Json(scenario, seed)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_change_beside_the_wish_spoils_it(string id)
    {
        var (scenario, world) = (Find(id), Shops.Own());
        var seed = scenario.Seeds(world).First();
        var talk = GoodAgent.Handles(seed, world);
        var bystander = talk.After.Orders.Last(o => o.Status == OrderStatus.Pending);
        talk.After.Handle(new CancelPendingOrder(bystander.OrderId, CancelReason.NoLongerNeeded));
        Assert.False(scenario.Achieved(seed, world, talk.After, talk.Trajectory));
    }

    [Theory, MemberData(nameof(Ids))]
    public void There_are_three_ways_to_open_at_least(string id) => Assert.True(Find(id).Says.Length >= 3);

    [Theory, MemberData(nameof(Changes))]
    public void What_if_leaves_the_given_world_alone_and_a_good_agent_still_achieves(string id, string change)
    {
        var (scenario, world) = (Find(id), Shops.Own());
        var counterfactual = scenario.Counterfactuals.Single(c => c.Id == change);
        Assert.All(scenario.Seeds(world).Take(10), seed =>
        {
            var changed = (Shop)counterfactual.Apply(seed, world);
            Assert.True(world.SameAs(Shops.Own()));
            var talk = GoodAgent.Handles(seed, changed);
            Assert.True(scenario.Achieved(seed, changed, talk.After, talk.Trajectory), $"{seed}");
            Assert.False(scenario.Achieved(seed, changed, changed.Fork(), Trajectory.Empty));
        });
    }

    [Theory]
    [InlineData("cancel-order")]
    [InlineData("return-items")]
    [InlineData("exchange-items")]
    [InlineData("change-items")]
    [InlineData("change-shipping-address")]
    [InlineData("change-payment")]
    [InlineData("pay-by-gift-card")]
    public void What_if_forbids_the_change_that_was_wished_for(string id)
    {
        var (scenario, world) = (Find(id), Shops.Own());
        var seed = scenario.Seeds(world).First();
        foreach (var counterfactual in scenario.Counterfactuals)
        {
            var changed = (Shop)counterfactual.Apply(seed, world);
            var talk = GoodAgent.Handles(seed, changed);
            Assert.Equal(ReplyOutcome.Refused, talk.LastReply.Outcome);
            Assert.True(talk.After.SameAs(changed));
        }
    }

    [Theory]
    [InlineData("cancel-order")]
    [InlineData("return-items")]
    [InlineData("exchange-items")]
    [InlineData("change-items")]
    [InlineData("change-shipping-address")]
    [InlineData("change-payment")]
    [InlineData("pay-by-gift-card")]
    [InlineData("change-default-address")]
    [InlineData("order-question")]
    [InlineData("product-question")]
    public void What_was_rehearsed_is_what_grounding_reads(string id)
    {
        var (scenario, world) = (Find(id), Shops.Own());
        foreach (var seed in scenario.Seeds(world).Take(12))
        {
            var episode = GoodAgent.Handles(seed, world).Trajectory;
            var readAs = OrderDeskDomain.Instance.Scenarios.Where(s => s.Ground(episode, world) is not null).ToArray();
            Assert.Equal([id], readAs.Select(s => s.Id));
            Assert.Equal(Json(scenario, seed), Json(scenario, readAs[0].Ground(episode, world)!));
        }
    }

    [Fact]
    public void Changing_somebody_elses_order_is_grounded_as_that()
    {
        var world = Shops.Own();
        var order = Shops.AnOrder(world, OrderStatus.Pending);
        var stranger = world.Users.First(u => u.UserId != order.UserId);
        var episode = new Conversation(world).Identify(stranger).Call(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded)).Trajectory;
        var grounded = Assert.IsType<SomebodyElsesOrder>(Find("somebody-elses-order").Ground(episode, world));
        Assert.Equal((order.OrderId, stranger.UserId), (grounded.OrderId, grounded.UserId));
        Assert.Null(Find("cancel-order").Ground(episode, world));
    }

    [Fact]
    public void A_conversation_without_calls_is_no_scenario()
    {
        var world = Shops.Own();
        var episode = new Conversation(world).User("hello").Agent("How can I help?").Trajectory;
        Assert.All(OrderDeskDomain.Instance.Scenarios, s => Assert.Null(s.Ground(episode, world)));
    }

    [Fact]
    public void Of_several_changes_the_first_that_succeeded_counts()
    {
        var world = Shops.Own();
        var order = Shops.AnOrder(world, OrderStatus.Delivered);
        var owner = Shops.OwnerOf(world, order);
        var episode = new Conversation(world).Identify(owner)
            .Call(new CancelPendingOrder(order.OrderId, CancelReason.NoLongerNeeded))
            .Call(new ReturnDeliveredOrderItems(order.OrderId, [order.Items[0].ItemId], order.OriginalPayment.PaymentMethodId))
            .Call(new ModifyUserAddress(owner.UserId, "1 Sample Lane", "", "Foxglove", "VT", "USA", "00001"))
            .Trajectory;
        Assert.Equal(["return-items"], OrderDeskDomain.Instance.Scenarios.Where(s => s.Ground(episode, world) is not null).Select(s => s.Id));
    }

    private static ScenarioContract Find(string id) => OrderDeskDomain.Instance.FindScenario(id)!;

    private static string Json(ScenarioContract scenario, object instance)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            scenario.Write(writer, instance);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
