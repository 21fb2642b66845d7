using Dreaming.Determinism;
using OrderDesk;

namespace Dreaming.Simulators.Tests;

public class HostileRecordingTests
{
    private static readonly string[] Garbage = ["", "null", "[]", "{", "{}", "\u0000", "42", "\"text\"", "{\"order_id\":7}", "{\"order_id\":\"#W1\",\"items\":[null]}", new string('[', 300), "\uD800"];

    [Fact]
    public void Garbled_replies_teach_nothing_and_break_nothing()
    {
        var recordings = Garbage.SelectMany(g => Recorder.Domain.Tools.Select(t => Recorder.Say((t.Name, """{"order_id":"#W1","user_id":"a","product_id":"1","expression":"1"}""", ReplyOutcome.Result, g))));
        var world = new SimulatedWorld(TraceKnowledge.Learn(Recorder.Domain, recordings), new Seed(1));

        Assert.Null(Recorder.Ask(world, new GetOrderDetails("#W1")));
        Assert.Null(Recorder.Ask(world, new GetUserDetails("a")));
    }

    [Fact]
    public void Garbled_recordings_never_make_a_result_that_breaks_its_contract()
    {
        for (var seed = 0UL; seed < 25; seed++)
        {
            var random = new Seed(seed).ToRandom();
            var recordings = Enumerable.Range(0, 20).Select(i => Garbled(Recorder.Record(new RandomCalls(seed * 100 + (ulong)i).Conversation(25)), random)).ToList();
            var world = new SimulatedWorld(TraceKnowledge.Learn(Recorder.Domain, recordings), new Seed(seed));
            foreach (var call in new RandomCalls(seed + 9000).Conversation(60))
                if (Recorder.Ask(world, call) is { Refused: false } answer)
                    Assert.True(Recorder.ToolOf(Recorder.Domain, call).TryReadResult(answer.Content, out _), answer.Content);
        }
    }

    [Fact]
    public void After_a_write_whose_reply_was_garbled_its_thing_is_not_known()
    {
        var order = Recorder.Shop.Orders.First(o => o.Status == OrderStatus.Pending);
        var read = new GetOrderDetails(order.OrderId);
        var cancel = new CancelPendingOrder(order.OrderId, "no longer needed");
        var world = new SimulatedWorld(TraceKnowledge.Learn(Recorder.Domain, [Recorder.Record(read)]), new Seed(1));

        Assert.NotNull(Recorder.Ask(world, read));
        world.Observe(cancel, new(false, "{ garbled"));

        Assert.Null(Recorder.Ask(world, read));
    }

    [Theory]
    [InlineData("""{"x_id":"\ud800"}""")]
    [InlineData("""{"\udc00":{"id":"1"}}""")]
    [InlineData("{\"id\":\"\uD800\"}")]
    public void Half_a_surrogate_pair_in_a_bare_text_breaks_nothing(string content)
    {
        var knowledge = TraceKnowledge.Learn(Recorder.Domain, [Recorder.Say(("calculate", """{"expression":"1"}""", ReplyOutcome.Result, content))]);

        Assert.Equal(new(false, content), Recorder.Ask(new SimulatedWorld(knowledge, new Seed(1)), new Calculate("1")));
    }

    [Fact]
    public void Calls_that_never_reached_a_tool_are_passed_over()
    {
        var recording = Recorder.Say(("no_such_tool", "{}", ReplyOutcome.Result, "1"), ("calculate", "{", ReplyOutcome.Result, "1"), ("calculate", """{"expression":"1"}""", ReplyOutcome.Invalid, "1"));
        var unanswered = new Trajectory([new ToolCalled("a", "calculate", new RawJson("""{"expression":"1"}""")), new ToolCalled("a", "calculate", default)]);
        var degraded = new Trajectory([new ToolCalled("a", "calculate", new RawJson("""{"expression":"1"}""")), new ToolReplied("a", "calculate", ReplyOutcome.Result, "1", ToolFault.Partial)]);
        var knowledge = TraceKnowledge.Learn(Recorder.Domain, [recording, unanswered, degraded, Trajectory.Empty]);

        Assert.Equal(4, knowledge.Recordings);
        Assert.Null(Recorder.Ask(new SimulatedWorld(knowledge, new Seed(1)), new Calculate("1")));
    }

    private static Trajectory Garbled(Trajectory recording, SeededRandom random) =>
        new([.. recording.Events.Select(e => e is ToolReplied reply && random.Chance(0.3) ? reply with { Content = Garble(reply.Content, random) } : e)]);

    private static string Garble(string content, SeededRandom random) => random.Next(3) switch
    {
        0 => random.Pick(Garbage),
        1 => content[..random.Next(content.Length + 1)],
        _ => content.Replace('1', '7').Replace("pending", "", StringComparison.Ordinal),
    };
}
