using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Simulators.Tests;

public class ConsistencyTests
{
    private static readonly TraceKnowledge Knowledge = Learn(60);

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(0, 40).Select(i => (ulong)i)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_call_has_the_same_answer_until_a_write_lies_between(ulong seed)
    {
        var world = new SimulatedWorld(Knowledge, new Seed(seed));
        var calls = new RandomCalls(seed + 1000).Conversation(80);
        var answers = new Dictionary<string, SandboxReply?>(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            var tool = Recorder.ToolOf(Recorder.Domain, call);
            var signature = tool.Name + Recorder.Arguments(tool, call);
            var answer = Recorder.Ask(world, call);
            if (tool.Effect == Effect.Write && answer is { Refused: false })
                answers.Clear();
            else if (tool.Effect != Effect.Write)
                Assert.Equal(answers.GetValueOrDefault(signature, answer), answers[signature] = answer);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_result_fits_its_contract(ulong seed)
    {
        var world = new SimulatedWorld(Knowledge, new Seed(seed));
        var results = 0;
        foreach (var call in new RandomCalls(seed + 2000).Conversation(80))
            if (Recorder.Ask(world, call) is { Refused: false } answer)
            {
                Assert.True(Recorder.ToolOf(Recorder.Domain, call).TryReadResult(answer.Content, out _), answer.Content);
                results++;
            }

        Assert.NotEqual(0, results);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_reading_after_a_write_shows_what_the_write_returned(ulong seed)
    {
        var world = new SimulatedWorld(Knowledge, new Seed(seed));
        foreach (var call in new RandomCalls(seed + 3000).Conversation(120))
        {
            if (Recorder.Ask(world, call) is not { Refused: false } answer || Recorder.ToolOf(Recorder.Domain, call).Effect != Effect.Write)
                continue;
            object read = call is OrderDesk.ModifyUserAddress user
                ? new OrderDesk.GetUserDetails(user.UserId)
                : new OrderDesk.GetOrderDetails(System.Text.Json.JsonDocument.Parse(answer.Content).RootElement.GetProperty("order_id").GetString()!);
            Assert.Equal(answer, Recorder.Ask(world, read));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_fork_neither_changes_its_origin_nor_is_changed_by_it(ulong seed)
    {
        var calls = new RandomCalls(seed + 4000);
        var world = new SimulatedWorld(Knowledge, new Seed(seed));
        var alone = new SimulatedWorld(Knowledge, new Seed(seed));
        foreach (var call in calls.Conversation(20))
            Assert.Equal(Recorder.Ask(alone, call), Recorder.Ask(world, call));

        var fork = world.Fork();
        var aside = alone.Fork();
        foreach (var call in calls.Conversation(30))
            Assert.Equal(Recorder.Ask(aside, call), Recorder.Ask(fork, call));
        foreach (var call in calls.Conversation(30))
            Assert.Equal(Recorder.Ask(alone, call), Recorder.Ask(world, call));
    }

    [Fact]
    public void The_same_recordings_give_the_same_answers()
    {
        var calls = new RandomCalls(5000).Conversation(200);
        var one = new SimulatedWorld(Knowledge, new Seed(1));
        var other = new SimulatedWorld(Learn(60), new Seed(1));

        Assert.All(calls, call => Assert.Equal(Recorder.Ask(one, call), Recorder.Ask(other, call)));
    }

    [Fact]
    public void A_call_without_an_answer_leaves_the_world_as_it_was()
    {
        var world = new SimulatedWorld(Knowledge, new Seed(1));
        var read = new OrderDesk.GetOrderDetails(Recorder.Shop.Orders.First(o => Recorder.Ask(world.Fork(), new OrderDesk.GetOrderDetails(o.OrderId)) is not null).OrderId);
        var before = Recorder.Ask(world, read);

        Assert.Null(Recorder.Ask(world, new OrderDesk.Calculate("1 + 1")));
        Assert.Null(Recorder.Ask(world, new OrderDesk.CancelPendingOrder("#W9999999", "no longer needed")));

        Assert.Equal(before, Recorder.Ask(world, read));
    }

    private static TraceKnowledge Learn(int conversations) =>
        TraceKnowledge.Learn(Recorder.Domain, Enumerable.Range(0, conversations).Select(i => Recorder.Record(new RandomCalls((ulong)i).Conversation(30))));
}
