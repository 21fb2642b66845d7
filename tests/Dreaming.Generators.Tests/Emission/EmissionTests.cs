using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Emission;

public class EmissionTests
{
    [Fact]
    public void An_assembly_of_rubrics_has_no_manifest() => Assert.Equal(
        ["R.Rubric.g.cs"],
        GeneratorHarness.Run("[Rubric(\"r\"), Judged(\"j\", Quest.Trust, 1, \"It is so.\")] public static partial class R;").Compiles().Sources.Keys);

    [Fact]
    public void Tools_are_named_by_the_manifest_in_the_order_of_their_names()
    {
        var manifest = GeneratorHarness.Run(Samples.All
            .Add("A.cs", "namespace Sample; [Dreaming.Tool(\"zoo\", \"Z.\")] public sealed partial record A : Dreaming.ITool<bool>;")
            .Add("B.cs", "namespace Sample; [Dreaming.Tool(\"aha\", \"A.\")] public sealed partial record B : Dreaming.ITool<bool>;")).Source("Domain.g.cs");
        Assert.Matches(@"(?s)Sample\.B\.Contract.*Sample\.Ship\.Contract.*Sample\.A\.Contract", manifest);
    }

    [Fact]
    public void A_tool_without_parameters_a_struct_and_every_default_compile() => GeneratorHarness.Run(
        """
        namespace Deep.Down;
        public enum Mode : byte { None = 0, Some = 3, Same = 3, @class = 4 }
        [Data] public partial record struct Point(double X, double Y = -0.5) { public string Label { get; set; } = "\"quoted\"\n"; }
        [Data] public partial record Empty;
        public partial class Outer
        {
            [Tool("t", "Says \"hi\" {and} <more>.")]
            internal sealed partial record T(
                string Text = "a\"b\\", bool Flag = true, int Whole = -1, ulong Huge = ulong.MaxValue, decimal Price = 1.5m, float Ratio = 0.5f,
                Mode Mode = Mode.@class, Mode? Maybe = Mode.Some, Guid Id = default, int? None = null, string? Words = null, ImmutableArray<string> List = default) : ITool<Point?>;
        }
        [Tool("u", "Nothing.")] public sealed partial record U : ITool<Empty>;
        """).Compiles();

    [Fact]
    public void Keywords_are_names_too() => GeneratorHarness.Run(
        "namespace @in.@out; public enum @enum { @class } public static partial class @static { [Data] public partial record @struct(@enum @event, int? @int) { public string @base { get; init; } = \"\"; } }").Compiles();

    [Fact]
    public void The_global_namespace_has_tools_too() =>
        GeneratorHarness.Run("[Tool(\"t\", \"T.\")] public sealed partial record T(string @event, int reader, string value) : ITool<string>;").Compiles();
}
