using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Rules;

public class ContractRuleTests
{
    private static Task Finds(string source, params string[] expected) => AnalyzerHarness.Finds(SourceFiles.Of(source), expected);

    private static Task FindsInParameter(string parameter, params string[] expected) =>
        Finds($"[Tool(\"t\", \"T.\")] public partial record T({parameter}) : ITool<bool>;", expected);

    [Theory]
    [InlineData("[Data] public abstract partial record P;", "DRM3012 at P")]
    [InlineData("[Data, JsonDerivedType(typeof(C), \"c\")] public partial record P; [Data] public sealed partial record C(int X) : P;", "DRM3012 at P")]
    [InlineData("[Data, JsonDerivedType(typeof(C))] public abstract partial record P; [Data] public sealed partial record C(int X) : P;", "DRM3012 at JsonDerivedType(typeof(C))")]
    [InlineData("[Data, JsonDerivedType(typeof(C), \"c\")] public abstract partial record P; public sealed partial record C(int X) : P;", "DRM3012 at JsonDerivedType(typeof(C), \"c\")")]
    [InlineData("[Data, JsonDerivedType(typeof(C), \"c\")] public abstract partial record P; [Data] public sealed partial record C(object X) : P;", "DRM3012 at JsonDerivedType(typeof(C), \"c\")", "DRM3002 at X")]
    [InlineData("[Data, JsonDerivedType(typeof(C), \"c\"), JsonPolymorphic(TypeDiscriminatorPropertyName = \"x\")] public abstract partial record P; [Data] public sealed partial record C(int X) : P;", "DRM3012 at JsonDerivedType(typeof(C), \"c\")")]
    [InlineData("[Data, JsonDerivedType(typeof(C), \"c\"), JsonDerivedType(typeof(D), \"c\")] public abstract partial record P; [Data] public sealed partial record C(int X) : P; [Data] public sealed partial record D(int X) : P;", "DRM3012 at JsonDerivedType(typeof(D), \"c\")")]
    [InlineData("[Data, JsonDerivedType(typeof(C), \"c\"), JsonDerivedType(typeof(D), \"d\")] public abstract partial record P(int Y); [Data] public sealed partial record C(int X, int Y) : P(Y); [Data] public sealed partial record D(P? Inner, int Y) : P(Y);")]
    public Task A_union_lists_its_cases(string source, params string[] expected) => Finds(source, expected);

    [Theory]
    [InlineData("[^\\s\\S]+", "DRM3013 at X")]
    [InlineData("a^b", "DRM3013 at X")]
    [InlineData("a$b", "DRM3013 at X")]
    [InlineData("[^\\s\\S]*")]
    [InlineData("[^\\s\\S]|a")]
    [InlineData("^ab$")]
    [InlineData("(a^)?b")]
    [InlineData("\\^a\\$")]
    public Task A_pattern_matches_something(string pattern, params string[] expected) =>
        FindsInParameter($"[RegularExpression(@\"{pattern}\")] string X", expected);

    [Theory]
    [InlineData("[RegularExpression(@\"RX-\\d{6}\"), MaxLength(5)] string X", "DRM3014 at X")]
    [InlineData("[AllowedValues(\"a\", \"bb\"), MaxLength(1)] string X", "DRM3014 at X")]
    [InlineData("[AllowedValues(1, 12), Range(1, 9)] int X", "DRM3014 at X")]
    [InlineData("[AllowedValues(1), DeniedValues(1)] int X", "DRM3014 at X")]
    [InlineData("[AllowedValues(\"a\"), EmailAddress] string X", "DRM3014 at X")]
    [InlineData("[RegularExpression(@\"RX-\\d{6}\"), MaxLength(9)] string X, [AllowedValues(1, 9), Range(1, 9)] int Y")]
    [InlineData("[RegularExpression(@\"a|bbb\"), MaxLength(1)] string X")]
    public Task Constraints_leave_room_for_a_value_together(string parameter, params string[] expected) => FindsInParameter(parameter, expected);

    [Theory]
    [InlineData("[Invariant(\"i\", Harm.Minor)] public static bool Holds(T call) => call.X > 0;", "DRM3019 at Holds")]
    [InlineData("[Invariant(\"i\", Harm.Minor)] public bool Holds(int y) => X > y;", "DRM3019 at Holds")]
    [InlineData("[Invariant(\"i\", Harm.Minor)] public int Holds() => X;", "DRM3019 at Holds")]
    [InlineData("[Invariant(\"i\", Harm.Minor)] private bool Holds() => X > 0;", "DRM3019 at Holds")]
    [InlineData("[Invariant(\"i\", Harm.Minor)] public bool Holds() => X > 0;  [Invariant(\"i\", Harm.Minor)] public bool Also() => X > 1;", "DRM3019 at Also")]
    [InlineData("[Invariant(\"i\", Harm.Minor)] public bool Holds() => X > 0;")]
    [InlineData("[Invariant(\"i\", Harm.Minor)] internal bool Holds() => X > 0;")]
    public Task A_predicate_can_be_asked_of_a_call(string method, params string[] expected) =>
        Finds($"[Tool(\"t\", \"T.\")] public partial record T(int X) : ITool<bool> {{ {method} }}", expected);

    [Theory]
    [InlineData("[Invariant(\"i\", Harm.Minor)] public bool Holds() => X > 0;")]
    [InlineData("[Invariant(\"i\", Harm.Minor)] public static bool Holds(D data) => data.X > 0;", "DRM3019 at Holds")]
    [InlineData("[Invariant(\"i\", Harm.Minor)] public bool Holds() => X > 0;  [Invariant(\"i\", Harm.Minor)] public bool Also() => X > 1;", "DRM3019 at Also")]
    public Task A_predicate_can_be_asked_of_data(string method, params string[] expected) =>
        Finds($"[Data] public partial record D(int X) {{ {method} }}", expected);

    [Theory]
    [InlineData("public bool Holds() => X > 0;")]
    [InlineData("public bool Holds(int y) => X > y;", "DRM3019 at Holds")]
    public Task A_predicate_can_be_asked_of_a_scenario(string method, params string[] expected) =>
        AnalyzerHarness.Finds(
            Samples.All.Add("More.cs", $$"""
                namespace Sample; using System.Collections.Generic; using Dreaming;
                [Scenario("more"), Says("Hi.")] public sealed partial record More(int X) : IScenario<More, Depot>
                {
                    [Invariant("i", Harm.Minor, Because = "It must.")] {{method}}
                    public static IEnumerable<More> Seeds(Depot w) => [];
                    public static More? Ground(Trajectory e, Depot w) => null;
                    public bool Achieved(Depot b, Depot a, Trajectory t) => t.Events.Length > X;
                }
                """),
            expected);

    [Theory]
    [InlineData("[Range(1, 9)] int X = 0", "DRM3020 at X")]
    [InlineData("[MaxLength(2)] string X = \"abc\"", "DRM3020 at X")]
    [InlineData("[DeniedValues(0.5)] double X = 0.5", "DRM3020 at X")]
    [InlineData("[Range(1, 9)] int X = 1, [MaxLength(2)] string? Y = null, Guid Z = default, ConsoleKey U = ConsoleKey.A, bool V = true")]
    public Task A_default_fits_its_contract(string parameter, params string[] expected) => FindsInParameter(parameter, expected);

    [Theory]
    [InlineData("Routine, [JsonStringEnumMemberName(\"Routine\")] Usual", "DRM3021 at X")]
    [InlineData("Routine, Usual, Same = Usual")]
    public Task The_texts_of_an_enum_are_unique(string members, params string[] expected) =>
        Finds($"public enum E {{ {members} }} [Tool(\"t\", \"T.\")] public partial record T(E[] X) : ITool<bool>;", expected);

    [Theory]
    [InlineData("ToolFault.Timeout, ToolFault.Timeout", "DRM3016 at Fails(ToolFault.Timeout, ToolFault.Timeout)")]
    [InlineData("ToolFault.Timeout, ToolFault.Outage")]
    public Task A_fault_is_declared_once(string faults, params string[] expected) =>
        Finds($"[Tool(\"t\", \"T.\"), Fails({faults})] public partial record T : ITool<bool>;", expected);

    [Theory]
    [InlineData("Write", "DRM3022 at Fails(ToolFault.Timeout, ToolFault.Stale)")]
    [InlineData("Handover", "DRM3022 at Fails(ToolFault.Timeout, ToolFault.Stale)")]
    [InlineData("None", "DRM3022 at Fails(ToolFault.Timeout, ToolFault.Stale)")]
    [InlineData("Read")]
    public Task A_fault_changes_what_happens(string effect, params string[] expected) =>
        Finds($"[Tool(\"t\", \"T.\", Effect = Effect.{effect}), Fails(ToolFault.Timeout, ToolFault.Stale)] public partial record T : ITool<bool>;", expected);

    [Theory]
    [InlineData("", "DRM3017 at Tool(\"t\", \"\")")]
    [InlineData(" ", "DRM3017 at Tool(\"t\", \" \")")]
    [InlineData("T.")]
    public Task A_tool_says_what_it_does(string description, params string[] expected) =>
        Finds($"[Tool(\"t\", \"{description}\")] public partial record T : ITool<bool>;", expected);

    [Theory]
    [InlineData("int X", "DRM3018 at X")]
    [InlineData("[Description(\"An x.\")] int X", "no DRM3018")]
    public Task A_parameter_says_what_it_means(string parameter, params string[] expected) => FindsInParameter(parameter, expected);

    [Theory]
    [InlineData("[Hidden] int X", "DRM4012 at Hidden")]
    [InlineData("[Unknown] int X", "DRM4012 at Unknown")]
    [InlineData("[Asked(\"x\")] int X", "DRM4012 at Asked(\"x\")")]
    [InlineData("[Sensitive] int X")]
    public Task What_a_user_knows_stands_on_a_scenario(string parameter, params string[] expected) => FindsInParameter(parameter, expected);
}
