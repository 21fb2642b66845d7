using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Rollouts.Tests.Kiosk;
using Microsoft.Extensions.AI;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

public class HarnessTests
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task An_unknown_tool_is_answered_with_the_names_of_the_known_ones()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Call("burn_ticket"));

        Assert.Equal(ReplyOutcome.Invalid, Bench.Reply(rollout).Outcome);
        Assert.Contains("no tool named 'burn_ticket'", Bench.Reply(rollout).Content);
        Assert.Contains("cancel_ticket", Bench.Reply(rollout).Content);
    }

    [Fact]
    public async Task Arguments_that_break_the_contract_are_answered_with_every_violation()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Call("show_ticket", "1001"));

        var call = rollout.Trajectory.Calls().Single();
        Assert.Equal(ReplyOutcome.Invalid, call.Reply!.Outcome);
        Assert.Contains(@"/ticket: expected T-\d{4}, found ""1001"" [pattern]", call.Reply.Content);
        Assert.Equal("pattern", Assert.Single(call.Called.Violations).Rule);
        Assert.Null(call.Called.Typed);
    }

    [Fact]
    public async Task Arguments_that_the_client_could_not_read_are_invalid()
    {
        var call = new FunctionCallContent("id", "show_ticket", null) { Exception = new JsonException("unexpected end") };

        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Always(call));

        Assert.Equal(ReplyOutcome.Invalid, Bench.Reply(rollout).Outcome);
        Assert.Contains("unexpected end", Bench.Reply(rollout).Content);
    }

    [Theory]
    [InlineData("{\"ticket\":")]
    [InlineData("")]
    [InlineData("\"T-1001\"")]
    [InlineData("{} {}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Whatever_an_action_calls_json_is_recorded_as_json(string arguments)
    {
        var session = _bench.Runner.Open(KioskDomain.Dream());
        await session.ActAsync(new CallTool("show_ticket", new RawJson(arguments)));

        var called = session.Trajectory.Events.OfType<ToolCalled>().Single();
        using var document = JsonDocument.Parse(called.Arguments.Text);
        Assert.NotEmpty(called.Violations);
        Assert.Equal(2, session.Messages.Count - 1);
    }

    public static TheoryData<object?> Values => [double.NaN, new Uri("about:blank"), 'x', new object?[] { 1, null, new Dictionary<string, object?> { ["a"] = 2m } }, Nested(100), Deep(62), Deep(40), "\ud800"];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Any_argument_value_is_understood_or_invalid_and_never_breaks_the_rollout(object? value)
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Always(new FunctionCallContent("id", "show_ticket", new Dictionary<string, object?> { ["ticket"] = value })));

        Assert.Equal(ReplyOutcome.Invalid, Bench.Reply(rollout).Outcome);
        Assert.Equal(EndReason.CallBudget, rollout.Trajectory.End.Reason);
    }

    [Fact]
    public async Task Calls_get_ids_of_their_own_whatever_the_agent_calls_them()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(turns: 3, toolCalls: 3), Always(Content("show_ticket", id: "same"), Content("print_ticket", id: "same"), Content("show_ticket", id: "")));

        Assert.Equal(["call00001", "call00002", "call00003"], rollout.Trajectory.Calls().Select(c => c.Called.CallId));
        Assert.All(rollout.Trajectory.Calls(), c => Assert.Equal(c.Called.Tool, c.Reply!.Tool));
    }

    [Fact]
    public async Task Words_come_before_calls_and_the_user_speaks_only_when_there_are_none()
    {
        var agent = new ScriptedAgent((messages, _, _) => Task.FromResult(messages.Count == 1
            ? new ChatResponse(new ChatMessage(ChatRole.Assistant, [Content("show_ticket"), new TextContent("Let me see."), Content("print_ticket")]))
            : Respond(new Say("Your ticket has been printed."))));

        var rollout = await _bench.RunAsync(KioskDomain.Dream(), agent);

        Assert.Equal(
            ["UserSaid", "AgentSaid", "ToolCalled", "ToolReplied", "ToolCalled", "ToolReplied", "AgentSaid", "UserSaid", "Ended"],
            rollout.Trajectory.Events.Select(e => e.GetType().Name));
    }

    [Fact]
    public async Task An_agent_is_given_instructions_tools_and_a_seed_that_follows_from_dream_and_trial()
    {
        var seen = new List<ChatOptions>();
        var agent = new ScriptedAgent((_, options, _) =>
        {
            seen.Add(options!);
            return Task.FromResult(Empty);
        });
        foreach (var trial in (int[])[0, 0, 1])
            await _bench.Runner.RunAsync(KioskDomain.Dream(), agent, "agent", trial);

        Assert.All(seen, o => Assert.Equal("You work at the ticket kiosk.", o.Instructions));
        Assert.All(seen, o => Assert.Equal(_bench.Domain.Tools.Select(t => t.Name), o.Tools!.Select(t => t.Name)));
        Assert.Equal(seen[0].Seed, seen[1].Seed);
        Assert.NotEqual(seen[0].Seed, seen[2].Seed);
        var function = Assert.IsType<ContractFunction>(seen[0].Tools![0], exactMatch: false);
        Assert.Equal("object", function.JsonSchema.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_conversation_reads_as_chat_models_expect_it()
    {
        var session = _bench.Runner.Open(KioskDomain.Dream());
        await session.ApplyAsync(AgentAnswer.Of(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("One moment."), Content("show_ticket"), Content("print_ticket")])), 8), default);

        Assert.Equal([ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant, ChatRole.Tool], session.Messages.Select(m => m.Role));
        Assert.Equal("One moment.", session.Messages[1].Text);
        var call = session.Messages[1].Contents.OfType<FunctionCallContent>().Single();
        var result = session.Messages[2].Contents.OfType<FunctionResultContent>().Single();
        Assert.Equal((call.CallId, "T-1001"), (result.CallId, call.Arguments!["ticket"]!.ToString()));
    }

    [Fact]
    public async Task A_call_that_the_client_already_answered_is_not_made_again()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Always(new FunctionCallContent("id", "cancel_ticket", null) { InformationalOnly = true }));

        Assert.Equal(EndReason.AgentStopped, rollout.Trajectory.End.Reason);
        Assert.Empty(rollout.Trajectory.Calls());
    }

    [Fact]
    public async Task Halves_of_letters_are_the_same_in_memory_and_on_disk()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Always(new TextContent("half \ud83d a letter"), new FunctionCallContent("id", "to\udc00ol", new Dictionary<string, object?> { ["\ud800"] = "\udfff" })));

        var json = JsonSerializer.Serialize(rollout);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Rollout>(json)));
        Assert.Equal("half \ufffd a letter", rollout.Trajectory.AgentTexts.First());
    }

    [Fact]
    public async Task A_rollout_with_arguments_of_any_depth_comes_back_from_disk()
    {
        var rollout = await _bench.RunAsync(KioskDomain.Dream(), Always(new FunctionCallContent("id", "show_ticket", new Dictionary<string, object?> { ["ticket"] = Deep(60) })));

        Assert.Equal(rollout.Trajectory.Events.Length, JsonSerializer.Deserialize<Rollout>(JsonSerializer.Serialize(rollout))!.Trajectory.Events.Length);
    }

    private static JsonElement Deep(int depth) => JsonElement.Parse(new string('[', depth) + new string(']', depth));

    private static object Nested(int depth) => Enumerable.Range(0, depth).Aggregate((object)1, (inner, _) => new object[] { inner });
}
