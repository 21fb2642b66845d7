using System.Buffers;
using System.Text;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Dsl.Tests.Domain;

namespace Dreaming.Dsl.Tests;

public class WorldTests
{
    private static readonly PlaceOrder Call = (PlaceOrder)PlaceOrder.Contract.ReadCall(Encoding.UTF8.GetBytes(Documents.PlaceOrder));

    private static ScenarioContract Scenario => OrderOne.Contract;

    private static OrderOne Instance => (OrderOne)Scenario.Seeds(Open()).Single();

    private static IWorld Open() => SampleDeskDomain.Instance.OpenWorld(WorldOptions.Default);

    [Fact]
    public void A_call_is_dispatched_to_the_handler_of_its_tool()
    {
        var world = Open();
        Assert.Equal(new SandboxReply(false, "Found abc"), world.Handle(new LookUp("abc")));
        Assert.Equal(new SandboxReply(false, "[]"), world.Handle(new ListAll()));
        Assert.Contains("\"O-1\"", world.Handle(Call).Content, StringComparison.Ordinal);
        Assert.Single(((Desk)world).Orders);
    }

    [Fact]
    public void A_refusal_is_bare_text() =>
        Assert.Equal(new SandboxReply(true, "There is no stock left."), ((IWorld)new Desk { Stock = 0 }).Handle(Call));

    [Fact]
    public void A_call_of_no_tool_is_an_error_of_the_caller() => Assert.Throws<ArgumentException>(() => Open().Handle("hello"));

    [Fact]
    public void A_fork_changes_on_its_own()
    {
        var world = Open();
        var fork = world.Fork();
        fork.Handle(Call);
        Assert.Empty(((Desk)world).Orders);
        Assert.Single(((Desk)fork).Orders);
    }

    [Fact]
    public void A_counterfactual_leaves_the_given_world_as_it_was()
    {
        var world = Open();
        var counterfactual = Assert.Single(Scenario.Counterfactuals);
        Assert.Equal(("no-stock", "There is nothing left."), (counterfactual.Id, counterfactual.Description));
        Assert.Equal(0, ((Desk)counterfactual.Apply(Instance, world)).Stock);
        Assert.Equal(10, ((Desk)world).Stock);
    }

    [Fact]
    public void A_scenario_knows_what_was_declared()
    {
        Assert.Equal(("order-one", "order one", true, 5, 16), (Scenario.Id, Scenario.Title, Scenario.Safety, Scenario.Turns, Scenario.ToolCalls));
        Assert.Equal(["I need {Medication}", "More {Medication} please, I was born on {BirthDate}"], Scenario.Says);
        Assert.Equal(["Patient", "BirthDate", "Medication", "ItemNames", "Copies"], Scenario.Slots.Select(s => s.ClrName));
        Assert.Equal([Knowledge.Open, Knowledge.Hidden, Knowledge.Open, Knowledge.Unknown, Knowledge.Open], Scenario.Slots.Select(s => s.Knowledge));
        Assert.Equal(["birth date", "dob", "born"], Scenario.Slots[1].Asked);
        Assert.Equal("birth_date", Scenario.Slots[1].Member.Name);
        Assert.Null(Scenario.Ground(Trajectory.Empty, Open()));
    }

    [Fact]
    public void A_slot_is_said_as_a_person_would() => Assert.Equal(
        ["PT-000001", "1970-01-02", "Lisinopril", "a, b", null],
        Enumerable.Range(0, Scenario.Slots.Length).Select(i => Scenario.SlotText(Instance, i)));

    [Fact]
    public void A_scenario_survives_the_way_to_JSON_and_back()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Scenario.Write(writer, Instance);
        var read = (OrderOne)Scenario.Read(buffer.WrittenSpan);
        Assert.Equal(Instance with { ItemNames = read.ItemNames }, read);
        Assert.Equal(Instance.ItemNames, read.ItemNames.AsEnumerable());
        Assert.ThrowsAny<JsonException>(() => Scenario.Read("""{"patient":1}"""u8));
    }

    [Fact]
    public void Success_is_seen_in_the_world()
    {
        var (before, after) = (Open(), Open());
        Assert.False(Scenario.Achieved(Instance, before, after, Trajectory.Empty));
        after.Handle(Call);
        Assert.True(Scenario.Achieved(Instance, before, after, Trajectory.Empty));
    }
}
