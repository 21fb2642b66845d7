using Dreaming.Contracts;
using Dreaming.Rollouts.Tests.Kiosk;
using Dreaming.Shields.Tests.Kit;
using Microsoft.Extensions.AI;
using static Dreaming.Shields.Tests.Kit.Desk;
using static Dreaming.Shields.Tests.Kit.ScriptedModel;

namespace Dreaming.Shields.Tests;

[Collection("telemetry")]
public class FailureTests
{
    private static readonly ConstraintContract Throws = Templates.Absence(
        "no-vip-cancelled", Templates.Tool("cancel_ticket", guard: "IsVip", holds: _ => throw new InvalidOperationException("secret T-1001")));

    private static readonly SignalContract Broken = new("broken", "Throws.", _ => throw new InvalidOperationException("secret"));

    private static readonly ShieldOptions Open = new() { OnFailure = ShieldFailure.Open };

    [Fact]
    public async Task A_guard_that_throws_closes_the_call_and_says_so_without_its_words()
    {
        using var heard = new Listener();
        var model = ScriptedModel.Of([Call("cancel_ticket")], [Say("Sorry.")]);

        var response = await model.UseDreamingShield(Of(Throws)).GetResponseAsync([User()]);

        Assert.Equal("Sorry.", response.Text);
        Assert.Equal(["Not executed: The call of cancel_ticket cannot be checked against the policy, and what cannot be checked is not done."], ResultsIn(model.Asked[1]));
        Assert.Equal(("failed-closed", "failure", typeof(PolicyGuardException).FullName), (heard.Decisions[0]["dreaming.shield.decision"], heard.Decisions[0]["dreaming.shield.reason"], heard.Decisions[0]["error.type"]));
        Assert.DoesNotContain(heard.Decisions.SelectMany(d => d.Values), v => v?.ToString()!.Contains("secret") is true);
    }

    [Fact]
    public async Task A_guard_that_throws_opens_as_configured_and_says_so()
    {
        using var heard = new Listener();

        var response = await ScriptedModel.Of([Call("cancel_ticket")]).UseDreamingShield(Of(Throws), Open).GetResponseAsync([User()]);

        Assert.Single(response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>());
        Assert.Equal("failed-open", Assert.Single(heard.Decisions)["dreaming.shield.decision"]);
    }

    [Fact]
    public async Task A_conversation_that_cannot_be_read_is_closed_before_the_model_is_asked()
    {
        var domain = Of(StaffForTheAngry);
        var model = ScriptedModel.Of([Say("Hello.")]);

        var response = await model.UseDreamingShield(new KioskDomain { WithConstraints = domain.Constraints, WithSignals = [Angry, Broken] }).GetResponseAsync([User()]);

        Assert.Empty(model.Asked);
        Assert.Equal((new ShieldOptions().SafeReply, "failed-closed"), (response.Text, response.AdditionalProperties![ShieldChatClient.SafeReplyProperty]));
    }

    [Fact]
    public async Task A_conversation_that_cannot_be_read_opens_as_configured()
    {
        var response = await ScriptedModel.Of([Say("Hello.")])
            .UseDreamingShield(new KioskDomain { WithConstraints = [StaffForTheAngry], WithSignals = [Angry, Broken] }, Open).GetResponseAsync([User()]);

        Assert.Equal("Hello.", response.Text);
    }

    [Fact]
    public async Task A_conversation_that_the_service_keeps_cannot_be_seen()
    {
        var options = new ChatOptions { ConversationId = "kept" };
        var model = ScriptedModel.Of([Say("Hello.")]);

        var closed = await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()], options);
        var open = await model.UseDreamingShield(Of(LookFirst), Open).GetResponseAsync([User()], options);

        Assert.Equal((new ShieldOptions().SafeReply, "Hello."), (closed.Text, open.Text));
    }

    [Fact]
    public async Task While_it_observes_a_failure_changes_nothing()
    {
        using var heard = new Listener();

        var response = await ScriptedModel.Of([Call("cancel_ticket")]).UseDreamingShield(Of(Throws), new ShieldOptions { Mode = ShieldMode.Observe }).GetResponseAsync([User()]);

        Assert.Single(response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>());
        Assert.Equal(("failed-closed", "observe"), (heard.Decisions[0]["dreaming.shield.decision"], heard.Decisions[0]["dreaming.shield.mode"]));
    }

    [Fact]
    public async Task What_an_application_supplies_may_fail_too()
    {
        var options = new ShieldOptions { IsFinal = (_, _) => throw new InvalidOperationException(), MaxRefusals = 1 };

        var response = await ScriptedModel.Of([Say("Goodbye.")]).UseDreamingShield(Of(LookFirst), options).GetResponseAsync([User()]);

        Assert.Equal(options.SafeReply, response.Text);
    }

    [Fact]
    public void Hostile_proposals_are_judged_and_never_throw()
    {
        var shield = new PolicyShield(Of(LookFirst, CancelOnce));
        var deep = new RawJson(string.Concat(Enumerable.Repeat("[", 5_000)));

        foreach (var arguments in (RawJson[])[deep, new("nonsense"), new(null!), new("{}"), new("[]"), new("""{"ticket":null}""")])
            Assert.True(shield.JudgeCall(new Trajectory([new UserSaid("\ud800")]), "cancel_ticket", arguments).Allowed);
        Assert.True(shield.JudgeCall(Trajectory.Empty, "no such tool", RawJson.EmptyObject).Allowed);
    }
}
