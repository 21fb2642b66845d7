using Dreaming.Agents;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;
using Dreaming.Agents.Scoring;
using Dreaming.Episodes;
using Dreaming.Overlays;
using Microsoft.Extensions.AI;

namespace Dreaming.Learning.Tests;

public sealed class PolicyAgentTests
{
    private static readonly ChatMessage[] Hello = [new(ChatRole.User, "I am PT-100378, my birth date is 1980-04-26. I need more Allopurinol.")];

    [Fact]
    public async Task It_calls_a_tool_with_what_the_user_said()
    {
        var response = await new PolicyAgent(Desk.Domain).GetResponseAsync(Hello);
        var call = Assert.Single(response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>());
        Assert.Equal("verify_identity", call.Name);
        Assert.Equal("PT-100378", call.Arguments!["patient_id"]!.ToString());
        Assert.Equal("1980-04-26", call.Arguments["birth_date"]!.ToString());
    }

    [Fact]
    public async Task It_answers_even_when_nobody_has_said_anything() =>
        Assert.NotEmpty((await new PolicyAgent(Desk.Domain).GetResponseAsync([])).Text);

    [Fact]
    public async Task It_calls_only_tools_that_it_is_offered()
    {
        var response = await new PolicyAgent(Desk.Domain).GetResponseAsync(Hello, new ChatOptions { Tools = [] });
        Assert.Empty(response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>());
    }

    [Fact]
    public async Task Streaming_gives_the_same_answer()
    {
        var agent = new PolicyAgent(Desk.Domain);
        var streamed = await agent.GetStreamingResponseAsync([new(ChatRole.User, "hello")]).ToChatResponseAsync();
        Assert.Equal((await agent.GetResponseAsync([new(ChatRole.User, "hello")])).Text, streamed.Text);
    }

    [Fact]
    public async Task Cancellation_is_cancellation() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new PolicyAgent(Desk.Domain).GetResponseAsync(Hello, null, new CancellationToken(canceled: true)));

    [Fact]
    public void An_overlay_of_other_contracts_is_refused()
    {
        var overlay = PolicyAdapter.Write(new LowRankChange(8, 8, 2, 2), OrderDesk.OrderDeskDomain.Instance, null, 0, 0);
        var refusal = Assert.Throws<ArgumentException>(() => new PolicyAgentFactory(Desk.Domain).Create(overlay));
        Assert.Contains("contracts", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_of_another_agent_is_refused()
    {
        var overlay = PolicyAdapter.Write(new LowRankChange(8, 8, 2, 2), Desk.Domain, null, 0, 0) with { Kind = OverlayKind.Playbook, Agent = "some-model" };
        Assert.Contains("some-model", Assert.Throws<ArgumentException>(() => new PolicyAgent(Desk.Domain, overlay)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_whose_content_is_no_adapter_is_refused()
    {
        var overlay = PolicyAdapter.Write(new LowRankChange(8, 8, 2, 2), Desk.Domain, null, 0, 0) with { Content = [1, 2, 3] };
        Assert.Contains("cut short", Assert.Throws<ArgumentException>(() => new PolicyAgent(Desk.Domain, overlay)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_reads_the_same_from_its_trajectory_and_from_its_messages()
    {
        foreach (var dream in Desk.Dreams(30, 5))
        {
            var (rollout, _) = await Desk.RunAsync(dream, new PolicyAgent(Desk.Domain));
            var session = Desk.Runner.Open(dream);
            while (!session.Ended)
            {
                Same(session.Trajectory, session.Messages);
                Same(session.Trajectory, ChatTranscript.ToMessages(session.Trajectory));
                var next = rollout.Trajectory.Events[session.Trajectory.Events.Length];
                await session.ActAsync(next is ToolCalled call ? new CallTool(call.Tool, call.Arguments) : new Say(((AgentSaid)next).Text));
            }
        }

        static void Same(Trajectory trajectory, IEnumerable<ChatMessage> messages)
        {
            var ofTrajectory = ConversationState.Of(Desk.Lexicon, trajectory);
            var ofMessages = ConversationState.Of(Desk.Lexicon, messages);
            Assert.Equal(CandidateList.Of(ofTrajectory).Select(c => c.Content), CandidateList.Of(ofMessages).Select(c => c.Content));
            Assert.Equal(Features(ofTrajectory), Features(ofMessages));
        }
    }

    [Fact]
    public void A_refusal_of_a_tool_that_answers_in_words_is_told_from_a_result()
    {
        var lexicon = DomainLexicon.Of(OrderDesk.OrderDeskDomain.Instance);
        ChatMessage[] messages =
        [
            new(ChatRole.User, "I am ada@example.com"),
            new(ChatRole.Assistant, [new FunctionCallContent("call00001", "find_user_id_by_email", new Dictionary<string, object?> { ["email"] = "ada@example.com" })]),
            new(ChatRole.Tool, [new FunctionResultContent("call00001", "User not found") { AdditionalProperties = new() { ["outcome"] = "Refused" } }]),
        ];
        Assert.Equal(Answer.Refused, ConversationState.Of(lexicon, messages).LastCall!.Answer);
    }

    [Fact]
    public void Values_that_identify_a_person_never_become_features()
    {
        Assert.Equal(Features(Of("1980-04-26", "Rosa Keller")), Features(Of("1975-11-02", "Timo Lindqvist")));

        static ConversationState Of(string birthDate, string name) => Desk.State(
            Desk.Said($"Hello, I'm {name.ToLowerInvariant()} and I need more Allopurinol", $"My birth date is {birthDate}.")
                .Called("verify_identity", $$"""{"patient_id":"PT-100378","birth_date":"{{birthDate}}"}""", ReplyOutcome.Result, Desk.Verified.Replace("Rosa Keller", name, StringComparison.Ordinal)));
    }

    private static List<int> Features(ConversationState state)
    {
        var features = new FeatureSet(LowRankChange.DefaultStateDimensions);
        StateFeatures.Add(state, features);
        return features.On;
    }
}
