using System.Collections.Immutable;
using Dreaming.Agents;
using Dreaming.Agents.Binding;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Rollouts;
using Dreaming.Users;

namespace Dreaming.Learning.Tests;

/// <summary>The refill desk, opened once, with short ways to conversations in it.</summary>
internal static class Desk
{
    public static DomainManifest Domain { get; } = RefillDesk.RefillDeskDomain.Instance;
    public static IWorld World { get; } = Domain.OpenWorld(WorldOptions.Default);
    public static RolloutRunner Runner { get; } = new(Domain, World, new AgendaUser(Domain), new RolloutOptions());
    public static Critic Critic { get; } = new(Domain, World);
    public static DomainLexicon Lexicon { get; } = DomainLexicon.Of(Domain);

    public static Trajectory Said(params string[] messages) => new([.. messages.Select(m => new UserSaid(m))]);

    public static Trajectory Asked(this Trajectory before, string slot, string answer) =>
        before.Then(new AgentSaid(SlotOf(slot).Asking), new UserSaid(answer));

    public static Trajectory Then(this Trajectory before, params TrajectoryEvent[] events) => new(before.Events.AddRange(events));

    public static Trajectory Called(this Trajectory before, string tool, string arguments, ReplyOutcome outcome, string content)
    {
        var id = $"call{before.Events.Length:D5}";
        return before.Then(new ToolCalled(id, tool, new RawJson(arguments)), new ToolReplied(id, tool, outcome, content));
    }

    public static ConversationState State(Trajectory trajectory) => ConversationState.Of(Lexicon, trajectory);

    public static Slot SlotOf(string name) => Lexicon.Slots.First(s => s.Name == name);

    public static string? Bound(Trajectory trajectory, string slot) => new Binder(State(trajectory)).For(SlotOf(slot)).FirstOrDefault()?.Text;

    public static List<Candidate> Candidates(Trajectory trajectory) => CandidateList.Of(State(trajectory));

    public static ImmutableArray<Dream> Dreams(int count, ulong seed)
    {
        var writer = new DreamWriter(Domain);
        return
        [
            .. new Dreamer(Domain, World, new DreamerOptions()).Dream([], count, new Seed(seed)).Skeletons
                .Select(s => writer.Write(s, new Seed(seed).Derive(s.Id))),
        ];
    }

    public static async Task<(Rollout Rollout, Scorecard Scorecard)> RunAsync(Dream dream, PolicyAgent agent)
    {
        var rollout = await Runner.RunAsync(dream, agent, PolicyAgent.ModelId, 0);
        return (rollout, await Critic.JudgeAsync(rollout));
    }

    public const string Verified = """{"patient_id":"PT-100378","name":"Rosa Keller","phone":"01632 960111","pharmacy_id":"PH-02","acts_for":[]}""";

    public const string TwoListed = """
        {"patient_id":"PT-100378","prescriptions":[
          {"prescription_id":"RX-200302","medication":"Felodipine","strength":"5 mg tablets","status":"Active","refills_remaining":2},
          {"prescription_id":"RX-200365","medication":"Allopurinol","strength":"100 mg tablets","status":"Active","refills_remaining":4}]}
        """;
}
