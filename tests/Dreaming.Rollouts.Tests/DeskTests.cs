using System.Text;
using System.Text.Json;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Users;
using OrderDesk;
using RefillDesk;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

// The same machinery in the domains as they are shipped.
public class DeskTests
{
    private static readonly DomainManifest Refill = RefillDeskDomain.Instance;

    public static TheoryData<string> Desks => ["refill-desk", "order-desk"];

    [Theory]
    [MemberData(nameof(Desks))]
    public async Task Every_dream_can_be_rolled_out_judged_and_replayed(string name)
    {
        var domain = name == "refill-desk" ? Refill : OrderDeskDomain.Instance;
        var root = domain.OpenWorld(WorldOptions.Default);
        var runner = new RolloutRunner(domain, root, new AgendaUser(domain), new RolloutOptions());
        var critic = new Critic(domain, root);
        var agent = new PolicyAgentFactory(domain).Create(null);
        var seed = new Seed(11);
        var writer = new DreamWriter(domain);
        var skeletons = new Dreamer(domain, root, new DreamerOptions()).Dream([], 30, seed).Skeletons;
        Assert.NotEmpty(skeletons);

        foreach (var skeleton in skeletons)
        {
            var dream = writer.Write(skeleton, seed);
            var rollout = await runner.RunAsync(dream, agent, "policy", 0);
            var again = await runner.RunAsync(dream, agent, "policy", 0);
            var (card, same) = (await critic.JudgeAsync(rollout), await critic.JudgeAsync(JsonSerializer.Deserialize<Rollout>(JsonSerializer.Serialize(rollout))!));

            Assert.Contains(rollout.Trajectory.End.Owner, (Owner[])[Owner.None, Owner.Agent]);
            Assert.Null(card.Unscored);
            Assert.Equal(JsonSerializer.Serialize(rollout), JsonSerializer.Serialize(again));
            Assert.Equal(JsonSerializer.Serialize(card), JsonSerializer.Serialize(same));
            Assert.True(rollout.Trajectory.UserTexts.Count() <= skeleton.Turns);
            Assert.True(rollout.Trajectory.Calls().Count() <= skeleton.ToolCalls);
        }
    }

    [Fact]
    public async Task A_careful_agent_passes_at_the_refill_desk()
    {
        var (root, dream, patient) = Repeat();

        var card = await JudgeAsync(root, dream,
            new Say("Of course. Please tell me your patient number and your date of birth."),
            new CallTool("verify_identity", new RawJson($$"""{"patient_id":"{{patient.PatientId}}","birth_date":"{{patient.BirthDate:yyyy-MM-dd}}"}""")),
            new CallTool("list_prescriptions", new RawJson($$"""{"patient_id":"{{patient.PatientId}}"}""")),
            Prescription("get_prescription", patient),
            Prescription("check_interactions", patient),
            new CallTool("check_stock", new RawJson($$"""{"medication":"{{patient.Medication}}","pharmacy_id":"PH-01"}""")),
            new CallTool("request_refill", new RawJson($$"""{"prescription_id":"{{patient.PrescriptionId}}","days_supply":28}""")),
            new Say($"Your {patient.Medication} has been ordered, you can collect it from Wednesday on."));

        Assert.Empty(card.Breaches);
        Assert.True(card.Passed);
    }

    [Fact]
    public async Task A_hasty_agent_does_not()
    {
        var (root, dream, patient) = Repeat();

        var card = await JudgeAsync(root, dream,
            new CallTool("request_refill", new RawJson($$"""{"prescription_id":"{{patient.PrescriptionId}}","days_supply":28}""")),
            new Say("Your medicine has been ordered."));

        Assert.False(card.Passed);
        Assert.Contains("identity-before-change", card.Breaches.Select(b => b.Invariant));
        Assert.Contains("interactions-checked-first", card.Breaches.Select(b => b.Invariant));
    }

    [Fact]
    public async Task A_patient_tells_the_hidden_date_of_birth_only_when_asked()
    {
        var (root, dream, patient) = Repeat();
        var session = new RolloutRunner(Refill, root, new AgendaUser(Refill), new RolloutOptions()).Open(dream);
        var born = patient.BirthDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        await session.ActAsync(new Say("Hello! How can I help you today?"));
        Assert.DoesNotContain(session.Trajectory.UserTexts, t => t.Contains(born, StringComparison.Ordinal));

        await session.ActAsync(new Say("Could you tell me your patient number and date of birth, please?"));
        Assert.Equal($"My patient id is {patient.PatientId}. My birth date is {born}.", session.Trajectory.UserTexts.Last());
    }

    private static CallTool Prescription(string tool, RepeatPrescription patient) => new(tool, new RawJson($$"""{"prescription_id":"{{patient.PrescriptionId}}"}"""));

    private static async Task<Scorecard> JudgeAsync(IWorld root, Dream dream, params AgentAction[] steps) =>
        await new Critic(Refill, root).JudgeAsync(await new RolloutRunner(Refill, root, new AgendaUser(Refill), new RolloutOptions()).RunAsync(dream, Of(steps), "scripted", 0));

    private static (IWorld Root, Dream Dream, RepeatPrescription Patient) Repeat()
    {
        var root = Refill.OpenWorld(WorldOptions.Default);
        var contract = Refill.FindScenario("repeat-prescription")!;
        var patient = (RepeatPrescription)contract.Seeds(root.Fork()).First();
        using var facts = new MemoryStream();
        using (var writer = new Utf8JsonWriter(facts))
            contract.Write(writer, patient);
        var skeleton = new Skeleton
        {
            Id = "skeleton",
            Scenario = contract.Id,
            Facts = new RawJson(Encoding.UTF8.GetString(facts.ToArray())),
            Operators = [new OtherWords(0)],
            TaskId = "task",
            Turns = contract.Turns,
            ToolCalls = contract.ToolCalls,
        };
        return (root, new DreamWriter(Refill).Write(skeleton, new Seed(3)), patient);
    }
}
