using Dreaming.Determinism;
using OrderDesk;

namespace Dreaming.Simulators.Tests;

public class KnowledgeTests
{
    [Fact]
    public void A_call_that_was_recorded_is_answered_as_it_was()
    {
        var call = new Calculate("2 * 21");
        var world = World(Recorder.Record(call));

        Assert.Equal(Recorder.Shop.Fork().Handle(call).Result, Recorder.Ask(world, call)?.Content);
    }

    [Fact]
    public void A_recorded_reply_counts_only_after_the_same_writes()
    {
        var order = Recorder.Shop.Orders.First(o => o.Status == OrderStatus.Pending);
        var cancel = new CancelPendingOrder(order.OrderId, "no longer needed");
        var world = World(Recorder.Record(cancel, cancel));

        Assert.Equal(false, Recorder.Ask(world, cancel)?.Refused);
        Assert.Equal(true, Recorder.Ask(world, cancel)?.Refused);
    }

    [Fact]
    public void What_nobody_recorded_has_no_answer()
    {
        var world = World(Recorder.Record(new GetOrderDetails(Recorder.Shop.Orders.First().OrderId)));

        Assert.Throws<NotSupportedException>(() => world.Handle(new GetOrderDetails(Recorder.Shop.Orders.Last().OrderId)));
        Assert.Throws<NotSupportedException>(() => world.Handle(new GetProductDetails("1")));
        Assert.Throws<NotSupportedException>(() => world.Handle(new object()));
    }

    [Fact]
    public void A_search_finds_a_known_user_whom_nobody_searched_for()
    {
        var users = Recorder.Shop.Users.Take(6).ToArray();
        var world = World([.. users.Select(u => Recorder.Record(new GetUserDetails(u.UserId))), .. users.Take(4).Select(u => Recorder.Record(new FindUserIdByEmail(u.Email)))]);

        Assert.Equal(new(false, users[5].UserId), Recorder.Ask(world, new FindUserIdByEmail(users[5].Email)));
        Assert.Null(Recorder.Ask(world, new FindUserIdByEmail(users[5].Email + "x")));
    }

    [Fact]
    public void A_search_ignores_letter_case_only_where_that_was_seen()
    {
        var users = Recorder.Shop.Users.Take(5).ToArray();
        Trajectory[] read = [.. users.Select(u => Recorder.Record(new GetUserDetails(u.UserId)))];
        Trajectory[] exact = [.. read, .. users.Take(4).Select(u => Recorder.Record(new FindUserIdByEmail(u.Email)))];
        var shouted = new FindUserIdByEmail(users[4].Email.ToUpperInvariant());

        Assert.Null(Recorder.Ask(World(exact), shouted));
        Assert.Equal(users[4].UserId, Recorder.Ask(World([.. exact, Recorder.Record(new FindUserIdByEmail(users[0].Email.ToUpperInvariant()))]), shouted)?.Content);
    }

    [Fact]
    public void An_id_of_a_form_that_never_succeeded_is_refused_as_those_were()
    {
        var orders = Recorder.Shop.Orders.Take(8).Select(o => Recorder.Record(new GetOrderDetails(o.OrderId))).ToArray();
        var wrong = new GetOrderDetails("W1000001");

        Assert.Null(Recorder.Ask(World(orders), wrong));
        Assert.Equal(new(true, "Order not found"), Recorder.Ask(World([.. orders, Recorder.Record(new GetOrderDetails("1000038"))]), wrong));
        Assert.Null(Recorder.Ask(World([.. orders, Recorder.Record(new GetOrderDetails("1000038"))]), new GetOrderDetails("#W9999999")));
    }

    [Fact]
    public void Where_recordings_disagree_the_seed_decides_by_how_often_each_was_seen()
    {
        const string call = """{"expression":"1"}""";
        var knowledge = TraceKnowledge.Learn(
            Recorder.Domain,
            [.. Enumerable.Range(0, 3).Select(_ => Recorder.Say(("calculate", call, ReplyOutcome.Result, "1"))), Recorder.Say(("calculate", call, ReplyOutcome.Refused, "busy"))]);

        var refused = Enumerable.Range(0, 400).Count(seed => Recorder.Ask(new SimulatedWorld(knowledge, new Seed((ulong)seed)), new Calculate("1"))!.Value.Refused);

        Assert.InRange(refused, 75, 125);
        Assert.Equal(new ObservedError("calculate", "busy", 1, 4), Assert.Single(knowledge.Errors));
        Assert.Equal(0.25, knowledge.Errors[0].Rate);
    }

    [Fact]
    public void A_tool_that_always_says_the_same_says_it_to_anything()
    {
        Trajectory[] recordings = [.. "abc".Select(c => Recorder.Record(new TransferToHumanAgents(c.ToString())))];

        Assert.Equal("Transfer successful", Recorder.Ask(World(recordings), new TransferToHumanAgents("anything"))?.Content);
        Assert.Null(Recorder.Ask(World(recordings[..2]), new TransferToHumanAgents("anything")));
    }

    private static SimulatedWorld World(params Trajectory[] recordings) => new(TraceKnowledge.Learn(Recorder.Domain, recordings), new Seed(7));
}
