using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the contract of a scenario.</summary>
internal static class ScenarioEmitter
{
    public static string Emit(ScenarioSpec scenario)
    {
        var contract = scenario.Record.Type.Identifier + "_Contract";
        return SourceFile.Part(
            scenario.Record.Type,
            "",
            writer => writer
                .Line($"/// <summary>The contract of the scenario <c>{SourceFile.Doc(scenario.Id)}</c>.</summary>")
                .Line($"public static {SourceFile.Contracts}ScenarioContract Contract {{ get; }} = new {contract}();"),
            writer =>
            {
                var enums = ChoiceEmitter.In(scenario.Record.Members.Select(m => m.Value)).ToArray();
                writer.Open($"file sealed class {contract} : {SourceFile.Contracts}ScenarioContract");
                WriteFacts(writer, scenario);
                WriteSlots(writer, scenario);
                WriteCounterfactuals(writer, scenario);
                WriteBehaviour(writer, scenario);
                WriteSlotText(writer, scenario);
                WriteJson(writer, scenario.Record.Type.FullName);
                ChoiceEmitter.WriteNames(writer, enums);
                writer.Close();
            });
    }

    private static void WriteFacts(SourceWriter writer, ScenarioSpec scenario)
    {
        writer.Line($"public override string Id => {SourceFile.Literal(scenario.Id)};").Line();
        writer.Line($"public override string Title => {SourceFile.Literal(scenario.Title)};").Line();
        writer.Line($"public override bool Safety => {SourceFile.Bool(scenario.Safety)};").Line();
        writer.Line($"public override {SourceFile.Immutable}ImmutableArray<string> Says {{ get; }} =").Line("[").Indent();
        foreach (var says in scenario.Says)
            writer.Line(SourceFile.Literal(says) + ",");
        writer.Unindent().Line("];").Line();
        writer.Line($"public override int Turns => {scenario.Turns};").Line();
        writer.Line($"public override int ToolCalls => {scenario.ToolCalls};").Line();
        if (scenario.SucceedsBy.Count > 0)
            writer.Line($"public override {SourceFile.Immutable}ImmutableArray<string> SucceedsBy {{ get; }} = [{string.Join(", ", scenario.SucceedsBy.Select(SourceFile.Literal))}];").Line();
    }

    private static void WriteSlots(SourceWriter writer, ScenarioSpec scenario)
    {
        var self = scenario.Record.Type.FullName;
        writer.Line($"public override {SourceFile.Immutable}ImmutableArray<{SourceFile.Contracts}SlotContract> Slots {{ get; }} =").Line("[").Indent();
        for (var i = 0; i < scenario.Slots.Count; i++)
        {
            var slot = scenario.Slots[i];
            var asked = string.Join(", ", slot.Asked.Select(SourceFile.Literal));
            writer.Line($"new({SourceFile.Contracts}JsonData.Contract<{self}>().Members[{i}], {SourceFile.Literal(scenario.Record.Members[i].ClrName)}, {SourceFile.Contracts}Knowledge.{slot.Knowledge}, [{asked}]),");
        }

        writer.Unindent().Line("];").Line();
    }

    // The method gets a fork, so that the given world stays as it was whatever the method does.
    private static void WriteCounterfactuals(SourceWriter writer, ScenarioSpec scenario)
    {
        writer.Line($"public override {SourceFile.Immutable}ImmutableArray<{SourceFile.Contracts}CounterfactualContract> Counterfactuals {{ get; }} =").Line("[").Indent();
        foreach (var counterfactual in scenario.Counterfactuals)
        {
            writer.Line("new(").Indent();
            writer.Line($"{SourceFile.Literal(counterfactual.Id)},");
            writer.Line($"{SourceFile.Literal(counterfactual.Description)},");
            writer.Line($"static (scenario, world) => (({scenario.Record.Type.FullName})scenario).{SourceFile.Name(counterfactual.Method)}((({scenario.World})world).Fork())),").Unindent();
        }

        writer.Unindent().Line("];").Line();
    }

    private static void WriteBehaviour(SourceWriter writer, ScenarioSpec scenario)
    {
        var self = scenario.Record.Type.FullName;
        var world = scenario.World;
        writer.Line($"public override global::System.Collections.Generic.IEnumerable<object> Seeds({SourceFile.Contracts}IWorld world) => SeedsOf<{self}>(({world})world);").Line();
        writer.Line($"public override object? Ground(global::Dreaming.Trajectory episode, {SourceFile.Contracts}IWorld world) => GroundOf<{self}>(episode, ({world})world);").Line();
        writer.Line($"public override bool Achieved(object scenario, {SourceFile.Contracts}IWorld before, {SourceFile.Contracts}IWorld after, global::Dreaming.Trajectory trajectory) =>");
        writer.Line($"    ((global::Dreaming.IScenario<{self}, {world}>)scenario).Achieved(({world})before, ({world})after, trajectory);").Line();
        // Through the interface, so that explicit implementations are found too.
        var constraint = $"where T : class, global::Dreaming.IScenario<T, {world}>";
        writer.Line($"private static global::System.Collections.Generic.IEnumerable<T> SeedsOf<T>({world} world)").Line($"    {constraint} => T.Seeds(world);").Line();
        writer.Line($"private static T? GroundOf<T>(global::Dreaming.Trajectory episode, {world} world)").Line($"    {constraint} => T.Ground(episode, world);").Line();
    }

    private static void WriteSlotText(SourceWriter writer, ScenarioSpec scenario)
    {
        var members = scenario.Record.Members;
        writer.Open("public override string? SlotText(object scenario, int slot)");
        writer.Line($"var value = ({scenario.Record.Type.FullName})scenario;");
        writer.Open("return slot switch");
        for (var i = 0; i < members.Count; i++)
            writer.Line($"{i} => {WordsEmitter.Member(members[i], "value", i)},");
        writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(slot), slot, \"The scenario has no such slot.\"),");
        writer.Close(";").Close().Line();
    }

    private static void WriteJson(SourceWriter writer, string self) => writer
        .Line($"public override void Write({SourceFile.Json}Utf8JsonWriter writer, object scenario) => {SourceFile.Contracts}JsonData.Write<{self}>(writer, ({self})scenario);")
        .Line()
        .Line($"public override object Read(global::System.ReadOnlySpan<byte> utf8) => {SourceFile.Contracts}JsonData.Read<{self}>(utf8);");
}
