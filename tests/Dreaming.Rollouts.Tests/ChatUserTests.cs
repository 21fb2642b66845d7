using Dreaming.Dreams;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts.Tests;

public class ChatUserTests
{
    private readonly List<(IReadOnlyList<ChatMessage> Messages, ChatOptions Options)> _asked = [];

    [Fact]
    public async Task A_chat_model_sees_the_conversation_from_the_users_side()
    {
        var turn = await Hear(["Sure, it is T-1001."], "Which ticket?");

        Assert.Equal(new UserMove("Sure, it is T-1001.", null), turn);
        Assert.Equal([ChatRole.Assistant, ChatRole.User], _asked[0].Messages.Select(m => m.Role));
        Assert.Contains("Somebody wants to give a ticket back.", _asked[0].Options.Instructions);
        Assert.Contains("only when the assistant asks for it:\n- birth date: 1962-03-14", _asked[0].Options.Instructions);
        Assert.Contains("You do not know: seat", _asked[0].Options.Instructions);
        Assert.DoesNotContain("12A", _asked[0].Options.Instructions);
    }

    [Theory]
    [InlineData("Thanks! [DONE]", EndReason.UserDone)]
    [InlineData("Enough. [give up]", EndReason.UserGaveUp)]
    public async Task A_token_ends_the_conversation(string reply, EndReason end)
    {
        var turn = await Hear([reply], "Your ticket has been cancelled.");

        Assert.Equal(end, turn.End);
        Assert.DoesNotContain("[", turn.Text);
    }

    [Fact]
    public async Task A_hidden_fact_that_nobody_asked_for_is_not_passed_on()
    {
        var turn = await Hear(["I was born on March 14, 1962.", "I just want to cancel it."], "How can I help you?");

        Assert.Equal("I just want to cancel it.", turn.Text);
        Assert.Contains("gave away the birth date", _asked[1].Options.Instructions);
    }

    [Fact]
    public async Task A_hidden_fact_that_was_asked_for_is_passed_on() =>
        Assert.Equal("1962-03-14", (await Hear(["1962-03-14"], "What is your date of birth?")).Text);

    [Theory]
    [InlineData("It is 1962-03-14!")]
    [InlineData("  ")]
    public async Task A_model_that_cannot_keep_to_it_is_the_user_that_failed(string reply)
    {
        var domain = new KioskDomain();
        var bench = new Bench { User = new ChatUser(domain, ScriptedAgent.Always(new TextContent(reply))) };

        var end = await Bench.EndOf(bench.RunAsync(KioskDomain.Dream(), ScriptedAgent.Always(new TextContent("Hello."))));

        Assert.Equal((EndReason.UserFailed, Owner.User), (end.Reason, end.Owner));
        Assert.Contains("two tries", end.Detail);
    }

    [Fact]
    public async Task A_network_that_fails_below_the_user_is_nobodys_performance()
    {
        var bench = new Bench { User = new ChatUser(new KioskDomain(), ScriptedAgent.Throwing(new HttpRequestException("refused"))) };

        Assert.Equal(Owner.Infrastructure, (await Bench.EndOf(bench.RunAsync(KioskDomain.Dream(), ScriptedAgent.Always(new TextContent("Hello."))))).Owner);
    }

    private ValueTask<UserMove> Hear(string[] replies, string agent)
    {
        var client = new ScriptedAgent((messages, options, _) =>
        {
            _asked.Add((messages, options!));
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, replies[_asked.Count - 1])));
        });
        var dream = KioskDomain.Dream();
        return new ChatUser(new KioskDomain(), client).NextAsync(dream, new Trajectory([new UserSaid(dream.Opening), new AgentSaid(agent)]), default);
    }
}
