using Dreaming.CodeFixes;
using Dreaming.Generators.Rules;

namespace Dreaming.Kit.Tests.CodeFixes;

public sealed class TemporalFixTests
{
    private static string Policy(string attributes) => $"[Tool(\"t\", \"T.\")] public sealed partial record T(int X) : ITool<bool>;\n[Policy]\n{attributes}\npublic static partial class P;\n";

    [Theory]
    [InlineData("[AtMost<T>(2), AtMost<T>(3)]", "[AtMost<T>(2), AtMost<T>(3, Id = \"at-most-t-2\")]")]
    [InlineData("[Init<T>, Init<T>]", "[Init<T>, Init<T>(Id = \"init-t-2\")]")]
    [InlineData("[AtMost<T>(2, Id = \"few\"), AtMost<T>(3, Id = \"few-2\"), AtMost<T>(4, Id = \"few\", Because = \"B.\")]", "[AtMost<T>(2, Id = \"few\"), AtMost<T>(3, Id = \"few-2\"), AtMost<T>(4, Id = \"few-3\", Because = \"B.\")]")]
    public Task The_second_of_two_constraints_gets_a_number_that_is_free(string before, string after) =>
        FixHarness.Fixes(new NameConstraint(), RuleIds.DuplicateConstraint, Policy(before), Policy(after));

    [Theory]
    [InlineData("[AtMost<T>(0)]", "[Absence<T>]")]
    [InlineData("[Exactly<T>(0, Because = \"B.\")]", "[Absence<T>(Because = \"B.\")]")]
    public Task At_most_0_times_is_never(string before, string after) => FixHarness.Fixes(new SimplifyConstraint(), RuleIds.ConstraintCount, Policy(before), Policy(after));

    [Theory]
    [InlineData("[AtLeast<T>(0)]")]
    [InlineData("[AtMost<T>(-1)]")]
    public Task Another_count_is_left_alone(string before) => FixHarness.Offers_nothing(new SimplifyConstraint(), RuleIds.ConstraintCount, Policy(before));

    [Fact]
    public Task A_limit_below_0_is_left_out() => FixHarness.Fixes(
        new SimplifyConstraint(), RuleIds.ConstraintLimit, Policy("[Existence<T>(WithinTurns = -3, Because = \"B.\")]"), Policy("[Existence<T>(Because = \"B.\")]"));

    [Fact]
    public Task Of_two_limits_none_is_chosen() =>
        FixHarness.Offers_nothing(new SimplifyConstraint(), RuleIds.ConstraintLimit, Policy("[Existence<T>(WithinTurns = 3, WithinCalls = 3)]"));

    [Fact]
    public Task A_constraint_that_forbids_nothing_is_removed() => FixHarness.Fixes(
        new SimplifyConstraint(), RuleIds.VacuousConstraint, Policy("[Existence<UserTurn>, AtMost<T>(2)]"), Policy("[AtMost<T>(2)]"));

    [Fact]
    public Task A_signal_gets_its_interface() => FixHarness.Fixes(
        new ImplementInterface(), RuleIds.SignalShape, "[Signal(\"s\", \"S.\")] public sealed record S(int X);", "[Signal(\"s\", \"S.\")] public sealed record S(int X) : ISignal<S>;");

    [Theory]
    [InlineData("[Signal(\"s\", \"S.\")] public sealed class S;")]
    [InlineData("[Signal(\"s\", \"S.\")] public abstract record S;")]
    public Task What_is_no_record_is_not_made_a_signal(string source) => FixHarness.Offers_nothing(new ImplementInterface(), RuleIds.SignalShape, source);

    [Fact]
    public Task The_second_of_two_signals_gets_a_number()
    {
        const string detect = "{ public static T{0}? Detect(Trajectory soFar) => null; }";
        string Signals(string second) =>
            $"[Signal(\"s\", \"S.\")] public sealed record TA : ISignal<TA> {detect.Replace("{0}", "A", StringComparison.Ordinal)} [Signal(\"{second}\", \"S.\")] public sealed record TB : ISignal<TB> {detect.Replace("{0}", "B", StringComparison.Ordinal)}";
        return FixHarness.Fixes(new RenameDuplicate(), RuleIds.DuplicateSignal, Signals("s"), Signals("s-2"));
    }
}
