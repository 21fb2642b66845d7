namespace RefillDesk.Tests;

public sealed class GroundingTests
{
    public static TheoryData<string> All => Domain.Scenarios;

    [Theory]
    [MemberData(nameof(All))]
    public void A_recorded_conversation_is_read_as_the_scenario_that_it_was_and_as_no_other(string id)
    {
        var contract = Domain.Manifest.FindScenario(id)!;
        var seeds = contract.Seeds(Domain.Open()).ToArray();
        for (var i = 0; i < seeds.Length; i++)
        {
            var episode = Record(contract, seeds[i], contract.Says[i % contract.Says.Length]);
            var read = Domain.Manifest.Scenarios.Select(s => s.Ground(episode, Domain.Open())).OfType<object>().ToArray();
            Assert.Equal(seeds[i], Assert.Single(read));
        }
    }

    [Fact]
    public void Grounding_survives_the_loss_of_what_identifies_people()
    {
        var world = Domain.Open();
        var seed = RepeatPrescription.Seeds(world).First();
        var episode = Record(Domain.Manifest.FindScenario("repeat-prescription")!, seed, "I need more {Medication}.");
        Trajectory scrubbed = new([.. episode.Events.Select(e => e is ToolCalled { Tool: "verify_identity" } call
            ? new ToolCalled(call.CallId, call.Tool, new RawJson(call.Arguments.Text.Replace($"{seed.BirthDate:yyyy-MM-dd}", "1900-01-01", StringComparison.Ordinal)))
            : e)]);

        Assert.Equal(seed, RepeatPrescription.Ground(scrubbed, world));
    }

    [Fact]
    public void A_conversation_about_nobody_is_no_scenario()
    {
        var episode = new Conversation(Domain.Open()).User("Hello?").Agent("Hello, how can I help?").End(EndReason.UserGaveUp).Trajectory;

        Assert.All(Domain.Manifest.Scenarios, s => Assert.Null(s.Ground(episode, Domain.Open())));
    }

    // The user opens with a template and tells the rest of what they know in one breath.
    private static Trajectory Record(ScenarioContract contract, object seed, string template)
    {
        var opening = template;
        var rest = new List<string>();
        for (var i = 0; i < contract.Slots.Length; i++)
        {
            var (slot, text) = (contract.Slots[i], contract.SlotText(seed, i)!);
            var placeholder = $"{{{slot.ClrName}}}";
            if (opening.Contains(placeholder, StringComparison.Ordinal))
                opening = opening.Replace(placeholder, text, StringComparison.Ordinal);
            else if (slot.Knowledge != Knowledge.Unknown)
                rest.Add(text);
        }

        var talk = new Conversation(Domain.Open()).User(opening).Agent("Who am I talking to?").User(string.Join(", ", rest));
        new GoodDesk(talk).Serve(seed);
        return talk.Trajectory;
    }
}
