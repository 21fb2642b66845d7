using Dreaming.Generators.Tests.Harness;
using Dreaming.Generators.Tests.Policies;

namespace Dreaming.Generators.Tests.Rules;

/// <summary>What the constraints of a domain come to together, and with its scenarios.</summary>
public class TemporalAnalysisRuleTests
{
    private static Task FindsIn(string attributes, params string[] expected) => AnalyzerHarness.Finds(PolicySamples.With(attributes), expected);

    /// <summary>A scenario with its sandbox.</summary>
    internal static string Scenario(string attributes) => $$"""
        namespace Sample;
        [Sandbox]
        public sealed partial class Depot : ISandbox<Depot>
        {
            public static Depot Open(WorldOptions options) => new();
            public Depot Fork() => new();
            public ToolOutcome<bool> Handle(Verify call) => true;
        }
        [Scenario("repeat"), Says("A repeat please")]
        {{attributes}}
        public sealed partial record Repeat(string Item) : IScenario<Repeat, Depot>
        {
            public static IEnumerable<Repeat> Seeds(Depot world) => [new("a")];
            public static Repeat? Ground(Trajectory episode, Depot world) => null;
            public bool Achieved(Depot before, Depot after, Trajectory trajectory) => trajectory.Events.Length > 2;
        }
        """;

    [Theory]
    [InlineData("[Existence<Verify>, Absence<Verify>]", "DRM4020 at Absence<Verify>")]
    [InlineData("[Existence<Refill>, AtMost<Search>(3), Precedence<Verify, Refill>, Absence<Verify>]", "DRM4020 at Absence<Verify>")]
    [InlineData("[Init<Verify>, Init<Refill>, Existence<AnyCall>]", "DRM4020 at Existence<AnyCall>")]
    [InlineData("[Existence<UserTurn>(WithinTurns = 0)]", "DRM4020 at Existence<UserTurn>(WithinTurns = 0)")]
    [InlineData("[Existence<Refill>, Absence<Refill>(When = nameof(IsControlled))]")]
    [InlineData("[Existence<Refill>, Absence<Refill>(Succeeded = true), AtMost<Search>(2)]", "DRM4021 at Tool(\"refill\", \"Orders.\", Effect = Effect.Write)")]
    [InlineData("[Existence<Refill>, Precedence<Verify, Refill>]")]
    // Two patients can meet what one cannot.
    [InlineData("[AtLeast<Refill>(2), AtMost<Refill>(1, Same = \"PatientId\")]")]
    [InlineData("[AtLeast<Refill>(2), AtMost<Refill>(1)]", "DRM4020 at AtMost<Refill>(1)")]
    public Task The_constraints_of_a_domain_can_hold_together(string attributes, params string[] expected) => FindsIn(attributes, expected);

    [Fact]
    public async Task A_contradiction_names_the_constraints_to_blame_and_no_others_on_the_line_of_the_last()
    {
        var found = await AnalyzerHarness.Diagnostics(PolicySamples.With("""
            [AtMost<Search>(3)]
            [Existence<Refill>]
            [Response<Verify, Reply>]
            [Precedence<Verify, Refill>]
            [Absence<Verify>(Id = "no-verification")]
            [AtMost<Refill>(4)]
            """));
        var conflict = Assert.Single(found, d => d.Id == "DRM4020");
        Assert.Equal("'no-verification' cannot hold together with 'existence-refill' and 'precedence-verify-refill': every conversation violates one of them", conflict.GetMessage(null));
        Assert.Equal(["Existence<Refill>", "Precedence<Verify, Refill>"], conflict.AdditionalLocations.Select(l => l.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(l.SourceSpan)));
        Assert.Equal("[Absence<Verify>(Id = \"no-verification\")]", conflict.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).Lines[conflict.Location.GetLineSpan().StartLinePosition.Line].ToString());
        // Where everything is forbidden, nothing else is worth saying.
        Assert.Equal(["DRM4020"], found.Select(d => d.Id).Where(i => string.CompareOrdinal(i, "DRM4020") >= 0));
    }

    [Theory]
    [InlineData("[Precedence<Verify, Refill>, Absence<Verify>(Succeeded = false), AtMost<Search>(3)]", "DRM4021 at Tool(\"verify\", \"Verifies.\")", "DRM4021 at Tool(\"refill\", \"Orders.\", Effect = Effect.Write)")]
    [InlineData("[Precedence<Verify, Refill>, AtMost<Search>(3)]")]
    public async Task A_tool_can_be_called(string attributes, params string[] expected)
    {
        var found = await AnalyzerHarness.Diagnostics(PolicySamples.With(attributes));
        var actual = found.Where(d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info).Select(d => $"{d.Id} at {d.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(d.Location.SourceSpan)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_dead_tool_is_told_with_the_constraints_that_forbid_it()
    {
        var found = await AnalyzerHarness.Diagnostics(PolicySamples.With("[Precedence<Verify, Refill>(Succeeded = Side.First), Absence<Verify>(Succeeded = true)]"));
        Assert.Equal(
            [
                "The tool 'verify' can never succeed, because of 'absence-verify'; change that, or remove the tool",
                "The tool 'refill' can never be called, because of 'precedence-verify-refill' and 'absence-verify'; change that, or remove the tool",
            ],
            found.Where(d => d.Id == "DRM4021").Select(d => d.GetMessage(null)));
    }

    [Theory]
    [InlineData("[Existence<UserTurn>]", "DRM4022 at Existence<UserTurn>")]
    [InlineData("[Choice<UserTurn, Reply>]", "DRM4022 at Choice<UserTurn, Reply>")]
    [InlineData("[Init<UserTurn>]", "DRM4022 at Init<UserTurn>")]
    [InlineData("[Ltlf(\"Refill | !Refill\")]", "DRM4022 at Ltlf(\"Refill | !Refill\")")]
    [InlineData("[Existence<Reply>]")]
    public Task A_constraint_can_be_violated(string attributes, params string[] expected) => FindsIn(attributes, expected);

    [Theory]
    [InlineData("[AtMost<Refill>(2), AtMost<Refill>(3, Id = \"three\")]", "DRM4023 at AtMost<Refill>(3, Id = \"three\")")]
    [InlineData("[Response<Verify, Refill>, RespondedExistence<Verify, Refill>]", "DRM4023 at RespondedExistence<Verify, Refill>")]
    [InlineData("[AtMost<Refill>(3), AtMost<Refill>(2, Id = \"per-patient\", Same = \"PatientId\")]", "no DRM4023")]
    [InlineData("[AtMost<Refill>(2), AtMost<Refill>(3, Id = \"per-patient\", Same = \"PatientId\")]", "DRM4023 at AtMost<Refill>(3, Id = \"per-patient\", Same = \"PatientId\")")]
    public Task A_constraint_says_more_than_the_others(string attributes, params string[] expected) => FindsIn(attributes, expected);

    // Seven guards on one kind of event are more combinations than the analysis looks at.
    [Theory]
    [InlineData(7, "DRM4037 at AtMost<Refill>(7, When = \"G7\", Id = \"g7\"): Not proven: whether the constraints of this domain can hold together")]
    [InlineData(6)]
    public async Task A_policy_is_judged_within_bounds(int guards, params string[] expected)
    {
        var numbers = Enumerable.Range(1, guards).ToArray();
        var found = await AnalyzerHarness.Diagnostics(
            PolicySamples.With(string.Join('\n', numbers.Select(i => $"[AtMost<Refill>({i}, When = \"G{i}\", Id = \"g{i}\")]")))
                .Add("Guards.cs", $"namespace Sample; partial class Refills {{ {string.Concat(numbers.Select(i => $"static bool G{i}(Refill call) => call.Drug.Length > {i}; "))} }}"));
        Assert.Equal(expected, found.Where(d => d.Id == "DRM4037").Select(d => $"{d.Id} at {d.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(d.Location.SourceSpan)}: {d.GetMessage(null)}"));
        Assert.DoesNotContain(found, d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
    }

    [Theory]
    [InlineData("Absence<Verify>", "SucceedsBy<Verify>", "DRM4024 at SucceedsBy<Verify>", "DRM4021 at Tool(\"verify\", \"Verifies.\")")]
    [InlineData("Absence<Verify>(Succeeded = true)", "SucceedsBy<Verify>", "DRM4024 at SucceedsBy<Verify>", "DRM4021 at Tool(\"verify\", \"Verifies.\")")]
    [InlineData("ChainPrecedence<Reply, Verify>", "SucceedsBy<Verify>, Budget(ToolCalls = 0)", "DRM4025 at Budget(ToolCalls = 0)")]
    [InlineData("Response<UserTurn, Verify>(WithinTurns = 1)", "SucceedsBy<Verify>, Budget(ToolCalls = 1)")]
    [InlineData("AtLeast<Verify>(3)", "Budget(ToolCalls = 2)", "DRM4026 at Budget(ToolCalls = 2)")]
    [InlineData("AtLeast<UserTurn>(3)", "SucceedsBy<Verify>, Budget(Turns = 2)", "DRM4026 at Budget(Turns = 2)")]
    [InlineData("AtLeast<UserTurn>(3)", "Budget(Turns = 3)")]
    [InlineData("AtLeast<AnyCall>(17)", "SucceedsBy<Verify>", "DRM4026 at SucceedsBy<Verify>")]
    public async Task A_scenario_can_succeed_within_its_budget(string constraint, string scenario, params string[] expected)
    {
        var found = await AnalyzerHarness.Diagnostics(SourceFiles.Of(PolicySamples.Interface, PolicySamples.Verify, Scenario($"[{scenario}]"), $"namespace Sample; [Policy, {constraint}] public static partial class P;"));
        var actual = found.Where(d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info).Select(d => $"{d.Id} at {d.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(d.Location.SourceSpan)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_budget_that_is_too_small_is_told_the_least_that_is_needed()
    {
        var found = await AnalyzerHarness.Diagnostics(SourceFiles.Of(
            PolicySamples.Interface, PolicySamples.Verify, PolicySamples.Refill, Scenario("[SucceedsBy<Refill>, Budget(Turns = 1, ToolCalls = 2)]"),
            "namespace Sample; [Policy, Precedence<Verify, Refill>(Same = nameof(Refill.PatientId)), ChainPrecedence<UserTurn, Refill>, ChainResponse<Verify, Reply>] public static partial class P;"));
        Assert.Equal(
            "Scenario 'repeat' cannot succeed by 'refill' within its budget of 1 turns and 2 tool calls: under the policy, that takes at least 2 turns and at least 2 tool calls",
            Assert.Single(found, d => d.Id == "DRM4025").GetMessage(null));
    }
}
