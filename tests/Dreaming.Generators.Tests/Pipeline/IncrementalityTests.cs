using Dreaming.Generators.Tests.Harness;
using Dreaming.Generators.Tests.Policies;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Tests.Pipeline;

public class IncrementalityTests
{
    [Fact]
    public void A_whole_domain_passes_the_edit_matrix_and_compiles_without_warnings() => GeneratorHarness.Run(Samples.All).Compiles();

    [Theory]
    [InlineData("MaxLength(2)", "MaxLength(3)", "Tools Modified")]
    [InlineData("string Street", "string Road", "Data Modified")]
    [InlineData("(Ship call)\n", "(Ship request)\n", "")]
    [InlineData("\"Nothing comes of nothing.\"", "\"Really.\"", "Policies Modified")]
    [InlineData("Send {Item} please", "More {Item} please", "Scenarios Modified")]
    [InlineData("Quest.Usefulness, 5", "Quest.Usefulness, 6", "Rubrics Modified")]
    [InlineData("Be kind.", "Be quick.", "Manifest Modified")]
    [InlineData("\"ship\"", "\"dispatch\"", "Policies Modified, Tools Modified")]
    public void A_real_edit_modifies_exactly_the_steps_that_speak_of_it(string old, string @new, string expected) =>
        Assert.Equal(expected, string.Join(", ", GeneratorHarness.Changed(Samples.All, Samples.All.Replace(old, @new))));

    [Fact]
    public void A_new_tool_adds_itself_and_changes_the_manifest_and_nothing_else()
    {
        var after = Samples.All.Replace("namespace Sample;\n[Tool", "namespace Sample;\n[Tool(\"wait\", \"Waits.\")] public sealed partial record Wait : ITool<bool>;\n[Tool");
        Assert.Equal(["Manifest Modified", "Tools Modified", "Tools New"], GeneratorHarness.Changed(Samples.All, after).Distinct());
    }

    [Fact]
    public void An_edit_of_an_enum_in_another_file_modifies_what_uses_it() => Assert.Equal(
        ["Scenarios Modified", "Tools Modified"],
        GeneratorHarness.Changed(Samples.All, Samples.All.Replace("Urgency { Routine,", "Urgency { Routine, Emergency,")));

    [Fact]
    public void Taking_a_handled_tool_away_in_another_file_modifies_the_sandbox() => Assert.Contains(
        "Sandboxes Modified",
        GeneratorHarness.Changed(
            Samples.All.Replace("public ToolOutcome<IReadOnly", "public ToolOutcome<bool> Handle(Wait call) => true;\n    public ToolOutcome<IReadOnly").Add("Wait.cs", "namespace Sample; [Dreaming.Tool(\"wait\", \"Waits.\")] public sealed partial record Wait : Dreaming.ITool<bool>;"),
            Samples.All.Replace("public ToolOutcome<IReadOnly", "public ToolOutcome<bool> Handle(Wait call) => true;\n    public ToolOutcome<IReadOnly").Add("Wait.cs", "namespace Sample; public sealed partial record Wait : Dreaming.ITool<bool>;")));

    [Fact]
    public void Every_step_that_has_a_name_is_in_the_pipeline()
    {
        var files = Samples.All with { Files = [.. Samples.All.Files, .. PolicySamples.With("[AtMost<Refill>(2)]").Files.Select(f => ("Temporal" + f.Name, f.Text))] };
        var result = GeneratorHarness.Driver().RunGenerators(files.Compile()).GetRunResult().Results.Single();
        Assert.All(GeneratorHarness.TrackedNames, name => Assert.Contains(name, result.TrackedSteps.Keys));
    }

    [Fact]
    public void Partial_declarations_give_one_output()
    {
        var run = GeneratorHarness.Run(
            """
            namespace Sample;
            [Tool("wait", "Waits.")]
            public sealed partial record Wait(int Minutes) : ITool<bool>;
            """,
            """
            namespace Sample;
            [Fails(ToolFault.Outage)]
            partial record Wait
            {
                public string? Reason { get; init; }
            }
            """).Compiles();
        Assert.Equal(["Sample.Wait.Tool.g.cs"], run.Sources.Keys);
        Assert.Contains("ToolFault.Outage", run.Source(".Tool.g.cs"), StringComparison.Ordinal);
        Assert.Contains("\"reason\"", run.Source(".Tool.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Types_with_similar_names_do_not_collide() => GeneratorHarness.Run(
        """
        namespace A_B { [Data] public partial record C(int X); }
        namespace A.B { [Data] public partial record C(int X); }
        namespace A { [Data] public partial record B_C(int X); public static partial class D { [Data] public partial record C(C2 X); [Data] public partial record struct C2(int X); } }
        [Data] public partial record C(int X);
        """).Compiles();

    [Fact]
    public void Types_whose_names_differ_by_case_only_have_files_of_their_own()
    {
        var run = GeneratorHarness.Run(
            """
            namespace Sample { [Data] public partial record DataBase(int X); [Data] public partial record Database(int X); [Data] public partial record Other(DataBase X, Database Y); }
            namespace sample { [Data] public partial record Database(int X); }
            """).Compiles();
        Assert.Equal(["Sample.DataBase-10000010001000.Data.g.cs", "Sample.Database-10000010000000.Data.g.cs", "Sample.Other.Data.g.cs", "sample.Database-00000010000000.Data.g.cs"], run.Sources.Keys);
    }

    [Fact]
    public void An_attribute_on_two_parts_of_a_type_is_left_to_the_compiler()
    {
        var run = GeneratorHarness.RunOnce(SourceFiles.Of("[Data] public partial record Twice(int X);", "[Data] public partial record Twice;", "[Data] public partial record Once(int X);"));
        Assert.Equal(["Once.Data.g.cs", "Twice.Data.g.cs"], run.Sources.Keys);
        Assert.Contains(run.Problems, p => p.Contains("CS0579", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_end_in_a_line_feed_on_every_machine() =>
        Assert.All(GeneratorHarness.RunOnce(Samples.All.Map(t => t.ReplaceLineEndings("\r\n"))).Sources, s => Assert.DoesNotContain('\r', s.Value));
}
