using System.Diagnostics;
using Dreaming.Shields.Tests.Kit;
using Microsoft.Extensions.AI;
using static Dreaming.Shields.Tests.Kit.Desk;
using static Dreaming.Shields.Tests.Kit.ScriptedModel;

namespace Dreaming.Shields.Tests;

[Collection("telemetry")]
public class TelemetryTests
{
    [Fact]
    public async Task Every_decision_is_an_event_with_its_reason()
    {
        using var heard = new Listener();
        var model = ScriptedModel.Of([Call("cancel_ticket")], [Call("show_ticket")]);

        await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()]);

        Assert.Equal(
            [("refuse", "call", "violates", "cancel_ticket", "look-first"), ("allow", "call", "none", "show_ticket", "")],
            heard.Decisions.Select(d => (
                (string)d["dreaming.shield.decision"]!, (string)d["dreaming.shield.act"]!, (string)d["dreaming.shield.reason"]!, (string)d["gen_ai.tool.name"]!,
                string.Join(' ', (string[])d["dreaming.shield.constraints"]!))));
        Assert.All(heard.Decisions, d => Assert.Equal(("kiosk", "enforce"), (d["dreaming.domain"], d["dreaming.shield.mode"])));
    }

    [Fact]
    public async Task No_word_no_argument_and_no_invented_name_is_told()
    {
        using var heard = new Listener();
        var model = ScriptedModel.Of([Call("drop_table_T-1001"), Call("cancel_ticket")], [Say("Dear Mrs T-1001, no.")]);

        await model.UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()]);

        Assert.Contains(heard.Decisions, d => Equals(d.GetValueOrDefault("gen_ai.tool.name"), "_other"));
        Assert.DoesNotContain(heard.Decisions.SelectMany(d => d.Values).SelectMany(v => v as string[] ?? [v?.ToString() ?? ""]), v => v.Contains("T-1001"));
    }

    [Fact]
    public async Task Giving_up_is_told()
    {
        using var heard = new Listener();

        await ScriptedModel.Of([Say("Bye.")]).UseDreamingShield(Of(StaffForTheAngry), new ShieldOptions { MaxRefusals = 0 }).GetResponseAsync([User("No!!")], Final);

        Assert.Equal([("refuse", "final-reply", "pending"), ("gave-up", "final-reply", "pending")],
            heard.Decisions.Select(d => ((string)d["dreaming.shield.decision"]!, (string)d["dreaming.shield.act"]!, (string)d["dreaming.shield.reason"]!)));
    }

    [Fact]
    public async Task Decisions_are_counted_with_few_attributes()
    {
        using var heard = new Listener();

        await ScriptedModel.Of([Call("cancel_ticket")], [Say("Sorry.")]).UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()]);

        Assert.Equal(2, heard.Counted.Count);
        Assert.Equal(
            ["dreaming.domain", "dreaming.shield.act", "dreaming.shield.decision", "dreaming.shield.mode", "dreaming.shield.reason"],
            heard.Counted[0].Select(t => t.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_listens_to_the_shield_the_current_activity_is_told()
    {
        using var heard = new Listener(toShields: false);

        await ScriptedModel.Of([Say("Hello.")]).UseDreamingShield(Of(LookFirst)).GetResponseAsync([User()]);

        Assert.Empty(heard.Shields);
        Assert.Single(heard.Decisions);
    }

    [Fact]
    public async Task Off_tells_nothing()
    {
        using var heard = new Listener();

        await ScriptedModel.Of([Call("cancel_ticket")]).UseDreamingShield(Of(LookFirst), new ShieldOptions { Mode = ShieldMode.Off }).GetResponseAsync([User()]);

        Assert.Empty(heard.Decisions);
        Assert.Empty(heard.Counted);
    }
}
