using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Rollouts;
using Dreaming.Simulators.Tests.Parcels;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Simulators.Tests;

public class GroundedWorldTests
{
    private static readonly DomainManifest Desk = ParcelDeskDomain.Instance;
    private static readonly TraceKnowledge Nothing = TraceKnowledge.Learn(Desk, Array.Empty<Trajectory>());
    private static readonly TraceKnowledge Everything = TraceKnowledge.Learn(Desk, [Shown("P-1", "Rome"), Shown("P-2", "Bonn")]);
    private static readonly TraceKnowledge Episode = TraceKnowledge.Learn(Desk, [Shown("P-1", "Graz")]);

    [Fact]
    public void Each_call_is_answered_by_the_first_tier_that_can()
    {
        var world = new GroundedWorld(new Depot(), Everything, Episode, new Seed(1));

        Assert.Equal("Kyiv", City(world, new RedirectParcel("P-9", "Kyiv")));
        Assert.Equal("Graz", City(world, new ShowParcel("P-1")));
        Assert.Equal("Bonn", City(world, new ShowParcel("P-2")));
        Assert.Throws<NotSupportedException>(() => world.Handle(new ShowParcel("P-3")));

        Assert.Equal(new TierCounts(1, 1, 1, 1), world.Counts);
    }

    [Fact]
    public void What_the_sandbox_changed_is_what_the_lower_tiers_show()
    {
        var world = new GroundedWorld(new Depot(), Everything, Episode, new Seed(1));
        Assert.Equal("Graz", City(world, new ShowParcel("P-1")));

        world.Handle(new RedirectParcel("P-1", "Oslo"));

        Assert.Equal("Oslo", City(world, new ShowParcel("P-1")));
    }

    [Fact]
    public void A_fork_goes_on_by_itself_in_every_tier()
    {
        var world = new GroundedWorld(new Depot(), Everything, null, new Seed(1));
        var fork = world.Fork();

        fork.Handle(new RedirectParcel("P-1", "Oslo"));

        Assert.Equal("Oslo", City(fork, new ShowParcel("P-1")));
        Assert.Equal("Rome", City(world, new ShowParcel("P-1")));
        Assert.Equal(new TierCounts(0, 0, 1, 0), world.Counts);
        Assert.Null(((Depot)world.Sandbox).CityOf("P-1"));
    }

    [Fact]
    public async Task A_dream_goes_on_where_a_tier_answers_and_the_critic_replays_it()
    {
        var tiers = new ToolTiers(Everything, []);
        var rollout = await RunAsync(tiers);

        Assert.Equal(["Rome", "Oslo"], rollout.Trajectory.Calls().Select(c => City(c.Reply!.Content)));
        var scorecard = await new Critic(Desk, new Depot(), tiers: tiers).JudgeAsync(rollout, TestContext.Current.CancellationToken);
        Assert.Null(scorecard.Unscored);
        Assert.True(scorecard.Achieved);
    }

    [Fact]
    public async Task A_dream_ends_as_ungrounded_where_no_tier_answers()
    {
        Assert.Equal(EndReason.Ungrounded, (await RunAsync(new ToolTiers(Nothing, []))).Trajectory.End.Reason);
        Assert.Equal(EndReason.Ungrounded, (await RunAsync(null)).Trajectory.End.Reason);
    }

    private static Task<Rollout> RunAsync(ToolTiers? tiers)
    {
        var skeleton = new Skeleton
        {
            Id = "skeleton", Scenario = "redirect", Facts = new RawJson("""{"parcel":"P-1","city":"Oslo"}"""), TaskId = "task", Turns = 4, ToolCalls = 6,
        };
        var dream = new Dream
        {
            Id = "dream", Skeleton = skeleton, Opening = "Please send parcel P-1 to Oslo.", Seed = 3,
            Spoken = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string> { ["parcel"] = "P-1", ["city"] = "Oslo" }),
        };
        return new RolloutRunner(Desk, new Depot(), new AgendaUser(Desk), new RolloutOptions(), tiers).RunAsync(dream, new Clerk(), "clerk", 0, TestContext.Current.CancellationToken);
    }

    private static Trajectory Shown(string parcel, string city) =>
        Recorder.Say(("show_parcel", $$"""{"parcel_id":"{{parcel}}"}""", ReplyOutcome.Result, $$"""{"parcel_id":"{{parcel}}","city":"{{city}}"}"""));

    private static string? City(IWorld world, object call) => City(world.Handle(call).Content);

    private static string? City(string content) => JsonDocument.Parse(content).RootElement.GetProperty("city").GetString();

    // Shows the parcel, redirects it, and says so.
    private sealed class Clerk : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            AIContent content = messages.Count(m => m.Role == ChatRole.Tool) switch
            {
                0 => new FunctionCallContent("a", "show_parcel", new Dictionary<string, object?> { ["parcel_id"] = "P-1" }),
                1 => new FunctionCallContent("b", "redirect_parcel", new Dictionary<string, object?> { ["parcel_id"] = "P-1", ["city"] = "Oslo" }),
                _ => new TextContent("Your parcel P-1 goes to Oslo now."),
            };
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [content])));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The runner does not stream.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
