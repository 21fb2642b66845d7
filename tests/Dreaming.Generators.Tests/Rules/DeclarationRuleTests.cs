using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Rules;

public class DeclarationRuleTests
{
    private static Task Finds(string source, params string[] expected) => AnalyzerHarness.Finds(SourceFiles.Of(source), expected);

    [Theory]
    [InlineData("[Tool(\"t\", \"T.\")] public record T : ITool<bool>;", "DRM4001 at T")]
    [InlineData("[Data] public record T(int X);", "DRM4001 at T")]
    [InlineData("[Data] public partial class T { public int X { get; set; } }", "DRM4001 at T")]
    [InlineData("[Data] public partial record T<TItem>(int X);", "DRM4001 at T")]
    [InlineData("public class Outer { [Data] public partial record T(int X); }", "DRM4001 at T")]
    [InlineData("[Policy] public static class T { }", "DRM4001 at T")]
    [InlineData("[Rubric(\"r\")] public partial class T { }", "DRM4001 at T")]
    [InlineData("public partial class Outer { [Data] public partial record T(int X); }")]
    [InlineData("[Data] public readonly partial record struct T(int X);")]
    public Task A_declaration_is_partial_and_of_the_right_kind(string source, params string[] expected) => Finds(source, expected);

    [Theory]
    [InlineData("bool Holds(Ship call, int x)", "DRM4002 at Holds")]
    [InlineData("bool Holds(Ship one, Ship other)", "DRM4002 at Holds")]
    [InlineData("int Holds(Ship call)", "DRM4002 at Holds")]
    [InlineData("bool Holds(in Trajectory t)", "DRM4002 at Holds")]
    [InlineData("bool Holds()")]
    [InlineData("bool Holds(Trajectory t, Ship call, Depot depot)")]
    public Task The_parameters_of_an_invariant_can_be_supplied(string method, params string[] expected) => AnalyzerHarness.Finds(
        Samples.All.Add("More.cs", $"namespace Sample; using Dreaming; [Policy] public static partial class More {{ [Invariant(\"more\", Harm.Minor)] public static {method} => default; }}"),
        expected);

    [Fact]
    public Task A_private_invariant_cannot_be_asked() => AnalyzerHarness.Finds(
        Samples.All.Replace("public static bool InStock", "private static bool InStock"), "DRM4002 at InStock");

    [Fact]
    public Task Two_invariants_cannot_have_one_id() => Finds(
        """
        [Policy] public static partial class A { [Invariant("i", Harm.Minor)] public static bool One() => true; }
        [Policy] public static partial class B { [Invariant("i", Harm.Minor)] public static bool Two() => true; }
        """,
        "DRM4003 at Invariant(\"i\", Harm.Minor)");

    [Fact]
    public Task A_domain_has_a_sandbox() => Finds("[assembly: Domain(\"d\")]", "DRM4004 at Domain(\"d\")");

    [Fact]
    public Task A_domain_has_one_sandbox() => AnalyzerHarness.Finds(
        Samples.All.Add("More.cs", "namespace Sample; using Dreaming; [Sandbox] public partial class More : ISandbox<More> { public static More Open(WorldOptions o) => new(); public More Fork() => this; public ToolOutcome<System.Collections.Generic.IReadOnlyDictionary<string, Address>> Handle(Ship call) => new Refusal(\"\"); }"),
        "DRM4004 at Domain(\"sample-desk\", Task = MedHelm.PatientProviderMessaging, Instructions = \"Be kind.\")");

    [Fact]
    public Task A_sandbox_implements_ISandbox() => Finds("[Sandbox] public partial class S { }", "DRM4005 at S");

    [Theory]
    [InlineData("[Tool(\"t\", \"T.\")] public partial record T(int Contract) : ITool<bool>;", "DRM4006 at Contract")]
    [InlineData("[Policy] public static partial class T { public static int Invariants => 1; }", "DRM4006 at Invariants")]
    [InlineData("[Rubric(\"r\")] public static partial class T { public static int Criteria => 1; }", "DRM4006 at Criteria")]
    [InlineData("[Data] public partial record T(int Contract);")]
    public Task The_names_that_the_compiler_adds_are_free(string source, params string[] expected) => Finds(source, expected);

    [Fact]
    public Task A_declaration_has_one_role() =>
        Finds("[Data, Tool(\"t\", \"T.\")] public partial record T(int X) : ITool<bool>;", "DRM4007 at T", "DRM4007 at T");

    [Theory]
    [InlineData("0", "DRM1001 at Criterion(\"c\", Quest.Trust, 0, \"It is so.\")")]
    [InlineData("11", "DRM1001 at Criterion(\"c\", Quest.Trust, 11, \"It is so.\")")]
    [InlineData("-11", "DRM1001 at Criterion(\"c\", Quest.Trust, -11, \"It is so.\")")]
    [InlineData("-10")]
    public Task A_criterion_has_points(string points, params string[] expected) => Finds(
        $"[Rubric(\"r\")] public static partial class R {{ [Criterion(\"c\", Quest.Trust, {points}, \"It is so.\")] public static bool C() => true; }}", expected);

    [Fact]
    public Task A_judged_criterion_has_points() => Finds(
        "[Rubric(\"r\"), Judged(\"c\", Quest.Trust, 0, \"It is so.\")] public static partial class R;", "DRM1001 at Judged(\"c\", Quest.Trust, 0, \"It is so.\")");

    [Theory]
    [InlineData("bool C(int x)", "DRM1002 at C")]
    [InlineData("string C(Trajectory t)", "DRM1002 at C")]
    [InlineData("bool C(Depot world)", "DRM1002 at C")]
    [InlineData("bool C(Depot before, Depot after, SendOne scenario, Trajectory t)")]
    [InlineData("Verdict C()")]
    public Task The_parameters_of_a_criterion_can_be_supplied(string method, params string[] expected) => AnalyzerHarness.Finds(
        Samples.All.Add("More.cs", $"namespace Sample; using Dreaming; [Rubric(\"more\")] public static partial class More {{ [Criterion(\"c\", Quest.Trust, 1, \"It is so.\")] public static {method} => default!; }}"),
        expected);

    [Fact]
    public Task Two_criteria_cannot_have_one_id() => AnalyzerHarness.Finds(
        Samples.All.Replace("\"shipped\"", "\"polite\""), "DRM1003 at Criterion(\"polite\", Quest.Usefulness, 5, \"It was shipped.\")");

    [Fact]
    public Task A_scenario_implements_IScenario() => Finds("[Scenario(\"s\")] public partial record S(int X);", "DRM2001 at S");

    [Fact]
    public Task An_opening_names_only_slots() =>
        AnalyzerHarness.Finds(Samples.All.Replace("Send {Item} please", "Send {item} please"), "DRM2002 at Says(\"Send {item} please\")");

    [Fact]
    public Task Two_scenarios_cannot_have_one_id() => AnalyzerHarness.Finds(
        Samples.All.Add("More.cs", "namespace Sample; using System.Collections.Generic; using Dreaming; [Scenario(\"send-one\"), Says(\"Hi.\")] public sealed partial record More(int X) : IScenario<More, Depot> { public static IEnumerable<More> Seeds(Depot w) => []; public static More? Ground(Trajectory e, Depot w) => null; public bool Achieved(Depot b, Depot a, Trajectory t) => t.Events.Length > 1; }"),
        "DRM2003 at Scenario(\"send-one\")");

    [Theory]
    [InlineData("public Depot Empty(Depot world)", "public Depot Empty(Depot world, int x)")]
    [InlineData("public Depot Empty(Depot world)", "private Depot Empty(Depot world)")]
    [InlineData("public Depot Empty(Depot world)", "public static Depot Empty(Depot world)")]
    public Task A_counterfactual_takes_the_world_and_returns_it(string old, string @new) =>
        AnalyzerHarness.Finds(Samples.All.Replace(old, @new), "DRM2004 at Empty");

    [Fact]
    public Task A_pragma_suppresses_a_rule() => Finds(
        """
        #pragma warning disable DRM4001
        [Data] public record T(int X);
        #pragma warning restore DRM4001
        [Data] public record U(int X);
        """,
        "DRM4001 at U");
}
