using Dreaming.Generators.Tests.Harness;
using Dreaming.Generators.Tests.Policies;

namespace Dreaming.Generators.Tests.Rules;

/// <summary>How constraints and signals are declared.</summary>
public class TemporalRuleTests
{
    private static Task FindsIn(string attributes, params string[] expected) => AnalyzerHarness.Finds(PolicySamples.With(attributes), expected);

    [Theory]
    [InlineData("Precedence<Verify, Search>(Same = \"PatientId\")", "DRM4027 at Precedence<Verify, Search>(Same = \"PatientId\")")]
    [InlineData("Precedence<Verify, Refill>(Same = \"patientId\")", "DRM4027 at Precedence<Verify, Refill>(Same = \"patientId\")")]
    [InlineData("Response<Verify, Reply>(Same = \"PatientId\")", "DRM4027 at Response<Verify, Reply>(Same = \"PatientId\")")]
    [InlineData("AtMost<AnyCall>(3, Same = \"PatientId\")", "DRM4027 at AtMost<AnyCall>(3, Same = \"PatientId\")")]
    [InlineData("Ltlf(\"G(Verify -> F Search)\", Same = \"PatientId\")", "DRM4027 at Ltlf(\"G(Verify -> F Search)\", Same = \"PatientId\")")]
    [InlineData("AtMost<Refill>(3, Same = nameof(Refill.Drug))")]
    [InlineData("Precedence<IForPatient, Refill>(Same = nameof(IForPatient.PatientId))")]
    [InlineData("Ltlf(\"G(Verify -> X F IForPatient)\", Same = \"PatientId\")")]
    public Task What_correlates_is_a_member_of_all_types(string attribute, params string[] expected) => FindsIn($"[{attribute}]", expected);

    [Theory]
    [InlineData("int", "string", "DRM4027 at Precedence<A, B>(Same = \"Key\")")]
    [InlineData("double", "double", "DRM4027 at Precedence<A, B>(Same = \"Key\")")]
    [InlineData("ImmutableArray<int>", "ImmutableArray<int>", "DRM4027 at Precedence<A, B>(Same = \"Key\")")]
    [InlineData("DayOfWeek", "int", "DRM4027 at Precedence<A, B>(Same = \"Key\")")]
    [InlineData("int", "int?")]
    [InlineData("string?", "string")]
    [InlineData("Guid", "Guid?")]
    [InlineData("DayOfWeek", "DayOfWeek")]
    public Task What_correlates_has_one_type_that_can_be_a_key(string first, string second, params string[] expected) => AnalyzerHarness.Finds(
        SourceFiles.Of($"[Tool(\"a\", \"A.\")] public sealed partial record A({first} Key) : ITool<bool>; [Tool(\"b\", \"B.\")] public sealed partial record B({second} Key) : ITool<bool>; [Policy, Precedence<A, B>(Same = \"Key\")] public static partial class P;"),
        expected);

    [Theory]
    [InlineData("Absence<Refill>(When = \"Nothing\")", "DRM4028 at Absence<Refill>(When = \"Nothing\")")]
    [InlineData("Absence<Refill>(When = nameof(Twice))", "DRM4028 at Absence<Refill>(When = nameof(Twice))")]
    [InlineData("Absence<Refill>(When = nameof(Length))", "DRM4028 at Absence<Refill>(When = nameof(Length))")]
    [InlineData("Absence<Refill>(When = nameof(Overloaded))", "DRM4028 at Absence<Refill>(When = nameof(Overloaded))")]
    [InlineData("Absence<Verify>(When = nameof(IsControlled))", "DRM4028 at Absence<Verify>(When = nameof(IsControlled))")]
    [InlineData("Absence<IForPatient>(When = nameof(IsControlled))", "DRM4028 at Absence<IForPatient>(When = nameof(IsControlled))")]
    [InlineData("AtMost<AnyCall>(1, When = nameof(IsFirstPatient))", "DRM4028 at AtMost<AnyCall>(1, When = nameof(IsFirstPatient))")]
    [InlineData("Ltlf(\"G !Refill\", When = nameof(IsControlled))", "DRM4028 at Ltlf(\"G !Refill\", When = nameof(IsControlled))")]
    [InlineData("Ltlf(\"G !Refill[Nothing]\")", "DRM4028 at Ltlf(\"G !Refill[Nothing]\")")]
    [InlineData("Ltlf(\"G !Verify[IsControlled]\")", "DRM4028 at Ltlf(\"G !Verify[IsControlled]\")")]
    [InlineData("Absence<Refill>(When = nameof(IsFirstPatient))")]
    [InlineData("Precedence<Verify, Refill>(When = nameof(IsControlled))")]
    [InlineData("Ltlf(\"G !Refill[IsControlled]\")")]
    public Task A_guard_is_a_static_predicate_over_one_of_the_types(string attribute, params string[] expected) => FindsIn($"[{attribute}]", expected);

    [Theory]
    [InlineData("Response<Verify, Refill>(WithinTurns = -2)", "DRM4029 at Response<Verify, Refill>(WithinTurns = -2)")]
    [InlineData("Response<Verify, Refill>(WithinTurns = 1, WithinCalls = 1)", "DRM4029 at Response<Verify, Refill>(WithinTurns = 1, WithinCalls = 1)")]
    [InlineData("Response<Verify, Refill>(WithinTurns = 1, WithinCalls = -1)")]
    [InlineData("AtMost<Refill>(0)", "DRM4030 at AtMost<Refill>(0)")]
    [InlineData("AtLeast<Refill>(-1)", "DRM4030 at AtLeast<Refill>(-1)")]
    [InlineData("Exactly<Refill>(1)")]
    public Task Numbers_make_sense(string attribute, params string[] expected) => FindsIn($"[{attribute}]", expected);

    [Theory]
    [InlineData("G(Refill -> F Verify", "DRM4031 at Ltlf(\"G(Refill -> F Verify\")")]
    [InlineData("", "DRM4031 at Ltlf(\"\")")]
    [InlineData("Refill &", "DRM4031 at Ltlf(\"Refill &\")")]
    [InlineData("G !Refil", "DRM4041 at Ltlf(\"G !Refil\")")]
    [InlineData("G !Sample.Other.Refill", "DRM4041 at Ltlf(\"G !Sample.Other.Refill\")")]
    [InlineData("G !IDisposable", "DRM4041 at Ltlf(\"G !IDisposable\")")]
    [InlineData("G(Refill -> X !Refill)")]
    [InlineData("G(Sample.Refill -> X (Reply | UserTurn | AnyCall | IForPatient))")]
    public Task A_formula_can_be_read_and_names_what_there_is(string formula, params string[] expected) => FindsIn($"[Ltlf(\"{formula}\")]", expected);

    [Fact]
    public Task A_name_in_a_formula_that_can_mean_two_types_is_refused() => AnalyzerHarness.Finds(
        SourceFiles.Of("namespace A { [Tool(\"a\", \"A.\")] public sealed partial record T : ITool<bool>; } namespace B { [Tool(\"b\", \"B.\")] public sealed partial record T : ITool<bool>; [Policy, Ltlf(\"G !T\"), Ltlf(\"G !A.T\")] public static partial class P; }"),
        "DRM4021 at Tool(\"a\", \"A.\")", "DRM4041 at Ltlf(\"G !T\")");

    [Theory]
    [InlineData("AtMost<Refill>(100000)", "DRM4032 at AtMost<Refill>(100000)")]
    [InlineData("AtMost<Refill>(1000)")]
    public Task An_automaton_has_a_bounded_size(string attribute, params string[] expected) => FindsIn($"[{attribute}]", expected);

    [Theory]
    [InlineData("Absence<string>", "DRM4033 at Absence<string>")]
    [InlineData("Absence<Harm>", "DRM4033 at Absence<Harm>")]
    [InlineData("Absence<int[]>", "DRM4033 at Absence<int[]>")]
    [InlineData("Absence<IDisposable>", "DRM4033 at Absence<IDisposable>")]
    [InlineData("Absence<ITool<bool>>", "DRM4033 at Absence<ITool<bool>>")]
    [InlineData("Choice<Refill, Trajectory>", "DRM4033 at Choice<Refill, Trajectory>")]
    [InlineData("Existence<Reply>")]
    public Task A_constraint_speaks_of_events(string attribute, params string[] expected) => FindsIn($"[{attribute}]", expected);

    [Theory]
    [InlineData("[Absence<IElsewhere>]", "DRM4034 at Absence<IElsewhere>")]
    [InlineData("[AtMost<IForPatient>(9)]")]
    public Task An_interface_is_implemented(string attribute, params string[] expected) =>
        AnalyzerHarness.Finds(PolicySamples.With(attribute).Add("Elsewhere.cs", "namespace Sample; public interface IElsewhere; public sealed record Nothing : IElsewhere;"), expected);

    [Theory]
    [InlineData("[AtMost<Refill>(2), AtMost<Refill>(3, When = nameof(IsControlled))]", "DRM4035 at AtMost<Refill>(3, When = nameof(IsControlled))")]
    [InlineData("[AtMost<Refill>(2, Id = \"twice\"), AtMost<Search>(3, Id = \"twice\")]", "DRM4035 at AtMost<Search>(3, Id = \"twice\")")]
    [InlineData("[AtMost<Refill>(2, Id = \"taken\")]", "DRM4035 at AtMost<Refill>(2, Id = \"taken\")")]
    [InlineData("[AtMost<Refill>(2, Id = \"Twice\")]", "DRM4009 at AtMost<Refill>(2, Id = \"Twice\")")]
    [InlineData("[AtMost<Refill>(2), AtMost<Search>(3), AtMost<Search>(4, Id = \"four\", When = \"\", Same = \"Text\")]")]
    public Task A_constraint_has_an_id_of_its_own(string attributes, params string[] expected) => AnalyzerHarness.Finds(
        PolicySamples.With(attributes).Add("Invariants.cs", "namespace Sample; [Dreaming.Policy] public static partial class Others { [Dreaming.Invariant(\"taken\", Dreaming.Harm.Minor)] public static bool I(Verify call) => call.PatientId.Length > 0; }"), expected);

    [Theory]
    [InlineData("public sealed class Pain;", "DRM4036 at Pain")]
    [InlineData("public sealed record Pain;", "DRM4036 at Pain")]
    [InlineData("public record Pain : ISignal<Pain> { public static Pain? Detect(Trajectory soFar) => null; } [Signal(\"q\", \"Q.\")] public record Derived : Pain;", "DRM4036 at Derived")]
    [InlineData("public sealed record Pain<T> : ISignal<Pain<T>> { public static Pain<T>? Detect(Trajectory soFar) => null; }", "DRM4036 at Pain")]
    [InlineData("public sealed record Pain(int Level) : ISignal<Pain> { public static Pain? Detect(Trajectory soFar) => null; }")]
    public Task A_signal_is_a_record_that_detects_itself(string declared, params string[] expected) => AnalyzerHarness.Finds(SourceFiles.Of($"[Signal(\"p\", \"P.\")] {declared}"), expected);

    [Theory]
    [InlineData("public static class Outer { [Signal(\"p\", \"P.\")] private sealed record Pain : ISignal<Pain> { public static Pain? Detect(Trajectory soFar) => null; } }")]
    [InlineData("[Signal(\"p\", \"P.\")] file sealed record Pain : ISignal<Pain> { public static Pain? Detect(Trajectory soFar) => null; }")]
    public Task A_signal_that_the_manifest_cannot_see_is_refused(string source) => AnalyzerHarness.Finds(SourceFiles.Of(source), "DRM4036 at Pain");

    [Theory]
    [InlineData("chest-pain", "DRM4039 at Signal(\"chest-pain\", \"Q.\")")]
    [InlineData("verify", "DRM4039 at Signal(\"verify\", \"Q.\")")]
    [InlineData("Other Pain", "DRM4009 at Signal(\"Other Pain\", \"Q.\")")]
    [InlineData("other-pain")]
    public Task A_signal_has_an_id_of_its_own(string id, params string[] expected) =>
        AnalyzerHarness.Finds(PolicySamples.With("").Replace("[Policy]\n", "").Add("ZSignal.cs", $"using Dreaming; namespace Sample; [Signal(\"{id}\", \"Q.\")] public sealed record Second : ISignal<Second> {{ public static Second? Detect(Trajectory soFar) => null; }}"), expected);

    [Theory]
    [InlineData("[Absence<Verify>] public static partial class P;", "DRM4038 at Absence<Verify>")]
    [InlineData("[Policy, AtMost<Verify>(2)] public static partial class P;")]
    public Task A_constraint_outside_of_a_policy_has_no_effect(string declared, params string[] expected) =>
        AnalyzerHarness.Finds(SourceFiles.Of("[Tool(\"v\", \"V.\")] public sealed partial record Verify : ITool<bool>; " + declared), expected);

    [Theory]
    [InlineData("[AtMost<Refill>(2)]", "DRM4008 at AtMost<Refill>(2)")]
    [InlineData("[AtMost<Refill>(2, Because = \"Two will do.\")]", "no DRM4008")]
    public Task A_constraint_says_why(string attribute, params string[] expected) => FindsIn(attribute, expected);

    [Theory]
    [InlineData("", "DRM4010 at Refills", "no DRM3015")]
    [InlineData("[AtMost<Refill>(2)]", "no DRM3015")]
    [InlineData("[AtMost<IForPatient>(2)]", "no DRM3015")]
    [InlineData("[Ltlf(\"F Refill\")]", "no DRM3015")]
    [InlineData("[AtMost<Verify>(2)]", "DRM3015 at Tool(\"refill\", \"Orders.\", Effect = Effect.Write)")]
    public Task A_constraint_makes_a_policy_and_guards_what_it_names(string attribute, params string[] expected) =>
        FindsIn(attribute, attribute.Length == 0 ? ["DRM4010 at Refills"] : expected);

    [Theory]
    [InlineData("[SucceedsBy<Verify>]")]
    [InlineData("[SucceedsBy<IForPatient>]", "DRM4040 at SucceedsBy<IForPatient>")]
    [InlineData("[SucceedsBy<Depot>]", "DRM4040 at SucceedsBy<Depot>")]
    public Task A_scenario_succeeds_by_tools(string attribute, params string[] expected) => AnalyzerHarness.Finds(
        SourceFiles.Of(PolicySamples.Interface, PolicySamples.Verify, TemporalAnalysisRuleTests.Scenario(attribute)), expected);

    [Theory]
    [InlineData("[Tool(\"t\", \"T.\"), Signal(\"t\", \"T.\")] public sealed partial record T : ITool<bool>, ISignal<T> { public static T? Detect(Trajectory soFar) => null; }", "DRM4007 at T")]
    [InlineData("[Tool(\"t\", \"T.\")] public sealed partial record T : ITool<bool>; [Policy, AtMost<T>(1)] public static partial class P { public static int Constraints => 1; }", "DRM4006 at Constraints")]
    public Task Signals_and_constraints_keep_to_the_rules_of_all_declarations(string source, params string[] expected) => AnalyzerHarness.Finds(SourceFiles.Of(source), expected);
}
