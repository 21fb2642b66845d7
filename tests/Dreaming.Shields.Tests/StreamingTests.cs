using Dreaming.Shields.Tests.Kit;
using Microsoft.Extensions.AI;
using static Dreaming.Shields.Tests.Kit.Desk;
using static Dreaming.Shields.Tests.Kit.ScriptedModel;

namespace Dreaming.Shields.Tests;

[Collection("telemetry")]
public class StreamingTests
{
    [Fact]
    public async Task An_allowed_answer_arrives_in_its_pieces()
    {
        var updates = await ScriptedModel.Of([Say("Let me look that up."), Call("show_ticket")]).UseDreamingShield(Of(LookFirst)).GetStreamingResponseAsync([User()]).ToListAsync();

        Assert.Equal(["Let", " me", " look", " that", " up.", ""], updates.Select(u => u.Text));
        Assert.IsType<FunctionCallContent>(Assert.Single(updates[^1].Contents));
    }

    [Fact]
    public async Task Nothing_of_a_refused_answer_arrives()
    {
        var model = ScriptedModel.Of([Say("I cancel it now."), Call("cancel_ticket")], [Say("I look first.")]);

        var updates = await model.UseDreamingShield(Of(LookFirst)).GetStreamingResponseAsync([User()]).ToListAsync();

        Assert.Equal("I look first.", updates.ToChatResponse().Text);
        Assert.DoesNotContain(updates.SelectMany(u => u.Contents), c => c is FunctionCallContent);
        Assert.Equal(2, model.Asked.Count);
    }

    [Fact]
    public async Task After_so_many_refusals_the_safe_reply_arrives()
    {
        var options = new ShieldOptions { MaxRefusals = 0, SafeReply = "Please ask at the counter." };

        var response = (await ScriptedModel.Of([Call("cancel_ticket")]).UseDreamingShield(Of(LookFirst), options).GetStreamingResponseAsync([User()]).ToListAsync()).ToChatResponse();

        Assert.Equal(("Please ask at the counter.", "gave-up"), (response.Text, response.AdditionalProperties![ShieldChatClient.SafeReplyProperty]));
    }

    [Fact]
    public async Task While_it_observes_each_piece_passes_before_the_next_is_made()
    {
        using var heard = new Listener();
        var client = ScriptedModel.Of([Say("I cancel it now."), Call("cancel_ticket")]).UseDreamingShield(Of(LookFirst), new ShieldOptions { Mode = ShieldMode.Observe });

        await using var updates = client.GetStreamingResponseAsync([User()]).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());

        Assert.Equal("I", updates.Current.Text);
        Assert.Empty(heard.Decisions);
        while (await updates.MoveNextAsync())
        {
        }

        Assert.Equal(["allow", "refuse"], heard.Decisions.Select(d => d["dreaming.shield.decision"]));
    }

    [Fact]
    public async Task Off_passes_everything()
    {
        var updates = await ScriptedModel.Of([Call("cancel_ticket")]).UseDreamingShield(Of(LookFirst), new ShieldOptions { Mode = ShieldMode.Off }).GetStreamingResponseAsync([User()]).ToListAsync();

        Assert.Single(updates);
    }

    [Fact]
    public async Task Cancellation_leaves_as_it_is()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await ScriptedModel.Of([Say("Hello.")]).UseDreamingShield(Of(LookFirst)).GetStreamingResponseAsync([User()], null, stop.Token).ToListAsync());
    }
}
