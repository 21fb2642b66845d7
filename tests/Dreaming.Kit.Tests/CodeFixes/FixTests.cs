using Dreaming.CodeFixes;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dreaming.Kit.Tests.CodeFixes;

public sealed class FixTests
{
    private const string Sandbox = "[Sandbox] public sealed partial class W : ISandbox<W> { public static W Open(WorldOptions o) => new(); public W Fork() => this; }\n";

    [Theory]
    [InlineData("[Data] public record T(int X);", "[Data] public partial record T(int X);")]
    [InlineData("[Data]\n// Kept.\nrecord T(int X);", "[Data]\n// Kept.\npartial record T(int X);")]
    [InlineData("public class Outer { [Data] public record T(int X); }", "public partial class Outer { [Data] public partial record T(int X); }")]
    [InlineData("[Policy] public static class P { }", "[Policy] public static partial class P { }")]
    public Task A_declaration_is_made_partial(string before, string after) => FixHarness.Fixes(new MakePartial(), RuleIds.NotPartial, before, after);

    [Theory]
    [InlineData("[Data] public partial record T<TItem>(int X);")]
    [InlineData("[Data] public partial class T { }")]
    public Task What_a_word_does_not_cure_is_left_alone(string source) => FixHarness.Offers_nothing(new MakePartial(), RuleIds.NotPartial, source);

    [Theory]
    [InlineData("[Tool(\"t\", \"T.\")] public partial record T(int X);", "[Tool(\"t\", \"T.\")] public partial record T(int X) : ITool<string>;")]
    [InlineData("[Tool(\"t\", \"T.\")] public partial record T;", "[Tool(\"t\", \"T.\")] public partial record T : ITool<string>;")]
    [InlineData("[Tool(\"t\", \"T.\")] public partial record T(int X) : IDisposable { public void Dispose() { } }", "[Tool(\"t\", \"T.\")] public partial record T(int X) : IDisposable, ITool<string> { public void Dispose() { } }")]
    [InlineData("[Tool(\"t\", \"T.\")]\npublic partial record T(int X)\n{\n}\n", "[Tool(\"t\", \"T.\")]\npublic partial record T(int X) : ITool<string>\n{\n}\n")]
    public Task A_tool_gets_its_interface(string before, string after) => FixHarness.Fixes(new ImplementInterface(), RuleIds.NoTool, before, after);

    [Fact]
    public Task A_sandbox_gets_its_interface() => FixHarness.Fixes(
        new ImplementInterface(), RuleIds.NoSandbox, "[Sandbox] public partial class W { }", "[Sandbox] public partial class W : ISandbox<W> { }");

    [Fact]
    public Task A_scenario_gets_its_interface_over_the_only_sandbox() => FixHarness.Fixes(
        new ImplementInterface(), RuleIds.NoScenario, Sandbox + "[Scenario(\"s\")] public partial record S(int X);", Sandbox + "[Scenario(\"s\")] public partial record S(int X) : IScenario<S, W>;");

    [Fact]
    public Task Without_a_sandbox_nothing_is_guessed() => FixHarness.Offers_nothing(new ImplementInterface(), RuleIds.NoScenario, "[Scenario(\"s\")] public partial record S(int X);");

    [Fact]
    public Task The_second_of_two_tools_gets_a_number_that_is_free() => FixHarness.Fixes(
        new RenameDuplicate(), RuleIds.DuplicateTool,
        "[Tool(\"t\", \"t_2\")] public partial record A : ITool<bool>; [Tool(\"t\", \"B.\")] public partial record B : ITool<bool>;",
        "[Tool(\"t\", \"t_2\")] public partial record A : ITool<bool>; [Tool(\"t_3\", \"B.\")] public partial record B : ITool<bool>;");

    [Theory]
    [InlineData(RuleIds.DuplicateInvariant, "[Policy] public static partial class P { [Invariant(\"i\", Harm.Minor)] public static bool A() => true; [Invariant(\"i\", Harm.Minor)] public static bool B() => true; }")]
    [InlineData(RuleIds.DuplicateCriterion, "[Rubric(\"r\"), Judged(\"i\", Quest.Trust, 1, \"A.\"), Judged(\"i\", Quest.Trust, 1, \"B.\")] public static partial class R;")]
    public Task Ids_are_kebab_case(string rule, string source)
    {
        var second = source.LastIndexOf("\"i\"", StringComparison.Ordinal);
        return FixHarness.Fixes(new RenameDuplicate(), rule, source, source[..second] + "\"i-2\"" + source[(second + 3)..]);
    }

    [Theory]
    [InlineData("[Range(9, 1)] int X", "[Range(1, 9)] int X")]
    [InlineData("[Range(0.5, -0.1)] double X", "[Range(-0.1, 0.5)] double X")]
    [InlineData("[Description(\"x\"), Length(3, 2)] string X", "[Description(\"x\"), Length(2, 3)] string X")]
    public Task Bounds_are_exchanged(string before, string after) =>
        FixHarness.Fixes(new SwapBounds(), RuleIds.ContradictoryBounds, $"[Data] public partial record T({before});", $"[Data] public partial record T({after});");

    [Theory]
    [InlineData("[Range(300, 400)] byte X")]
    [InlineData("[MinLength(3), MaxLength(2)] string X")]
    public Task Bounds_that_stand_the_right_way_round_stay(string parameter) =>
        FixHarness.Offers_nothing(new SwapBounds(), RuleIds.ContradictoryBounds, $"[Data] public partial record T({parameter});");

    [Theory]
    [InlineData("[Rubric(\"r\"), Judged(\"c\", Quest.Trust, 0, \"It is so.\")] public static partial class R;", "[Rubric(\"r\")] public static partial class R;")]
    [InlineData("[Rubric(\"r\")]\n[Judged(\"c\", Quest.Trust, 0, \"It is so.\")]\npublic static partial class R;", "[Rubric(\"r\")]\npublic static partial class R;")]
    [InlineData("[Rubric(\"r\")] public static partial class R\n{\n    [Criterion(\"c\", Quest.Trust, 0, \"It is so.\")]\n    public static bool C() => true;\n}", "[Rubric(\"r\")] public static partial class R\n{\n}")]
    [InlineData("[Rubric(\"r\"), Judged(\"c\", Quest.Trust, 30, \"It is so.\")] public static partial class R;", "[Rubric(\"r\"), Judged(\"c\", Quest.Trust, 10, \"It is so.\")] public static partial class R;")]
    [InlineData("[Rubric(\"r\"), Judged(\"c\", Quest.Trust, -11, \"It is so.\")] public static partial class R;", "[Rubric(\"r\"), Judged(\"c\", Quest.Trust, -10, \"It is so.\")] public static partial class R;")]
    public Task A_criterion_counts_or_goes(string before, string after) => FixHarness.Fixes(new RemoveCriterion(), RuleIds.CriterionPoints, before, after);

    [Theory]
    [InlineData(RuleIds.ConstraintDoesNotApply, "[MaxLength(2), Description(\"x\")] int X", "[Description(\"x\")] int X")]
    [InlineData(RuleIds.ConstraintDoesNotApply, "[Range(1, 2)] string X", "string X")]
    [InlineData(RuleIds.BadExample, "[Example(\"0\"), Example(\"1\"), Range(1, 9)] int X", "[Example(\"1\"), Range(1, 9)] int X")]
    public Task What_has_no_meaning_is_removed(string rule, string before, string after) =>
        FixHarness.Fixes(new RemoveAttribute(), rule, $"[Data] public partial record T({before});", $"[Data] public partial record T({after});");

    [Theory]
    [InlineData("ShipIt", "ship_it")]
    [InlineData("ship-it", "ship_it")]
    [InlineData("a-b", "a_b")]
    [InlineData("", "ship_now")]
    public Task A_tool_name_becomes_snake_case(string before, string after) => FixHarness.Fixes(
        new CorrectToolName(), RuleIds.ToolName, $"[Tool(\"{before}\", \"T.\")] public partial record ShipNow : ITool<bool>;", $"[Tool(\"{after}\", \"T.\")] public partial record ShipNow : ITool<bool>;");

    [Fact]
    public Task A_slot_is_spelled_as_the_scenario_spells_it() => FixHarness.Fixes(
        new CorrectSlot(), RuleIds.UnknownSlot, Scenario("Born {birth_date}, send {Item}"), Scenario("Born {BirthDate}, send {Item}"));

    [Fact]
    public Task A_slot_that_resembles_none_stays() => FixHarness.Offers_nothing(new CorrectSlot(), RuleIds.UnknownSlot, Scenario("Send {Colour}"));

    [Fact]
    public Task A_handler_returns_what_its_tool_declares()
    {
        const string Source = "[Tool(\"t\", \"T.\")] public partial record T : ITool<bool>;\n[Sandbox] public sealed partial class W : ISandbox<W> { public static W Open(WorldOptions o) => new(); public W Fork() => this; public ToolOutcome<string> Handle(T call) => new Refusal(\"\"); }";
        return FixHarness.Fixes(new CorrectHandlerResult(), RuleIds.HandlerResult, Source, Source.Replace("ToolOutcome<string>", "ToolOutcome<bool>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\n    public static W Open(WorldOptions o) => new();\n    public W Fork() => this;\n", "\n    public ToolOutcome<IReadOnlyList<string>> Handle(T call) => throw new System.NotImplementedException();\n}\n")]
    [InlineData("{ public static W Open(WorldOptions o) => new(); public W Fork() => this; ", "\n    public ToolOutcome<IReadOnlyList<string>> Handle(T call) => throw new System.NotImplementedException();\n}\n")]
    public Task A_sandbox_gets_the_handler_that_it_lacks(string body, string added)
    {
        var before = "[Tool(\"t\", \"T.\")] public partial record T : ITool<IReadOnlyList<string>>;\n[Sandbox] public sealed partial class W : ISandbox<W>\n" + body;
        return FixHarness.Fixes(new AddHandler(), RuleIds.NoHandler, before + "}\n", before + added);
    }

    [Fact]
    public Task Each_finding_adds_the_handler_of_its_own_tool() => FixHarness.Fixes(
        new AddHandler(), RuleIds.NoHandler,
        Sandbox.Replace("Fork() => this; }", "Fork() => this; public ToolOutcome<bool> Handle(T call) => true; }", StringComparison.Ordinal) + Tools,
        Sandbox.Replace("Fork() => this; }", "Fork() => this; public ToolOutcome<bool> Handle(T call) => true; \n    public ToolOutcome<int> Handle(TT call) => throw new System.NotImplementedException();\n}", StringComparison.Ordinal) + Tools);

    [Theory]
    [InlineData("DateOnly BirthDate", "[Sensitive] DateOnly BirthDate")]
    [InlineData("[Description(\"Born.\")] DateOnly? BirthDate", "[Sensitive, Description(\"Born.\")] DateOnly? BirthDate")]
    [InlineData("[property: Description(\"Born.\")] DateOnly BirthDate", "[Sensitive] [property: Description(\"Born.\")] DateOnly BirthDate")]
    public Task What_is_sensitive_elsewhere_is_marked(string before, string after)
    {
        const string Marked = "[Data] public sealed partial record A([Sensitive] DateOnly BirthDate);\n";
        return FixHarness.Fixes(new MarkSensitive(), RuleIds.SensitiveElsewhere, $"{Marked}[Data] public sealed partial record B(\n    {before});", $"{Marked}[Data] public sealed partial record B(\n    {after});");
    }

    [Fact]
    public Task A_property_is_marked_where_it_stands() => FixHarness.Fixes(
        new MarkSensitive(), RuleIds.SensitiveElsewhere,
        "[Data] public sealed partial record A([Sensitive] string Phone);\n[Data] public sealed partial record B\n{\n    // Kept.\n    public required string Phone { get; init; }\n}",
        "[Data] public sealed partial record A([Sensitive] string Phone);\n[Data] public sealed partial record B\n{\n    // Kept.\n    [Sensitive] public required string Phone { get; init; }\n}");

    [Theory]
    [InlineData(RuleIds.IdleFault, ", Fails(ToolFault.Timeout, ToolFault.Stale)", ", Fails(ToolFault.Timeout)")]
    [InlineData(RuleIds.IdleFault, ", Fails(ToolFault.Stale, ToolFault.Timeout)", ", Fails(ToolFault.Timeout)")]
    [InlineData(RuleIds.IdleFault, ", Fails(ToolFault.Stale)", "")]
    [InlineData(RuleIds.DuplicateFault, ", Fails(ToolFault.Timeout, ToolFault.Outage, ToolFault.Timeout)", ", Fails(ToolFault.Timeout, ToolFault.Outage)")]
    public Task A_fault_without_effect_is_removed(string rule, string before, string after) => FixHarness.Fixes(
        new RemoveFault(), rule, Failing(before), Failing(after));

    [Fact]
    public Task A_judged_criterion_that_an_invariant_proves_is_removed() => FixHarness.Fixes(
        new RemoveAttribute(), RuleIds.JudgedTwice, Judging + "[Rubric(\"r\"), Judged(\"in-stock\", Quest.Trust, 1, \"Looks first.\"), Judged(\"kind\", Quest.Empathy, 1, \"Is kind.\")] public static partial class R;",
        Judging + "[Rubric(\"r\"), Judged(\"kind\", Quest.Empathy, 1, \"Is kind.\")] public static partial class R;");

    [Fact]
    public void Every_fix_is_for_a_rule_that_exists_and_no_two_for_the_same()
    {
        var fixes = typeof(RuleFix).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(CodeFixProvider))).Select(t => (CodeFixProvider)Activator.CreateInstance(t)!).ToList();
        var ids = fixes.SelectMany(f => f.FixableDiagnosticIds).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Contains(Rule.All, r => r.Id == id));
        Assert.All(fixes, f => Assert.NotNull(f.GetFixAllProvider()));
    }

    private const string Tools = "[Tool(\"t\", \"T.\")] public partial record T : ITool<bool>; [Tool(\"tt\", \"T.\")] public partial record TT : ITool<int>;";
    private const string Judging = "[assembly: Domain(\"d\")]\n" + Sandbox + "[Policy] public static partial class P { [Invariant(\"in-stock\", Harm.Minor)] public static bool I(Trajectory t) => t.Events.IsEmpty; }\n";

    private static string Failing(string fails) => $"[Tool(\"t\", \"T.\", Effect = Effect.Write){fails}] public partial record T : ITool<bool>;";

    private static string Scenario(string says) => Sandbox
        + $"[Scenario(\"s\"), Says(\"{says}\")] public sealed partial record S(string Item, DateOnly BirthDate) : IScenario<S, W> {{ public static IEnumerable<S> Seeds(W w) => []; public static S? Ground(Trajectory e, W w) => null; public bool Achieved(W b, W a, Trajectory t) => t.Events.Length > 1; }}";
}
