using Dreaming.Generators.Analyzers;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Tests.Rules;

/// <summary>What compiles and should be better, and the rule about Dreaming itself.</summary>
public class SuggestionRuleTests
{
    private static Task Finds(string source, params string[] expected) => AnalyzerHarness.Finds(SourceFiles.Of(source), expected);

    private static Task FindsInRubric(string criterion, params string[] expected) =>
        Finds($"[Rubric(\"r\"), Judged(\"p\", Quest.Trust, 1, \"Is there.\")] public static partial class R {{ [Criterion({criterion})] public static bool C() => true; }}", expected);

    [Theory]
    [InlineData("Quest.Empathy, -2", "DRM1004 at Rubric(\"manners\")")]
    [InlineData("Quest.Empathy, 2")]
    public Task The_criteria_of_a_domain_have_positive_points(string points, params string[] expected) => AnalyzerHarness.Finds(
        Samples.All.Replace("Quest.Usefulness, 5", "Quest.Usefulness, -5").Replace("Quest.Empathy, 2", points), expected);

    [Fact]
    public Task A_library_of_rubrics_may_hold_penalties_only() =>
        Finds("[Rubric(\"r\"), Judged(\"c\", Quest.Trust, -1, \"It is so.\")] public static partial class R;");

    [Theory]
    [InlineData("\"c\", Quest.Trust, 1, \"Asks and waits.\"", "DRM1005 at Criterion(\"c\", Quest.Trust, 1, \"Asks and waits.\")")]
    [InlineData("\"c\", Quest.Trust, 1, \"Asks or waits.\"", "DRM1005 at Criterion(\"c\", Quest.Trust, 1, \"Asks or waits.\")")]
    [InlineData("\"c\", Quest.Trust, 1, \"Hands the order over.\"", "no DRM1005")]
    [InlineData("\"c\", Quest.Trust, 1, \"\"", "DRM1006 at Criterion(\"c\", Quest.Trust, 1, \"\")")]
    [InlineData("\"c\", Quest.Consistency, 1, \"It is so.\"", "DRM1008 at Criterion(\"c\", Quest.Consistency, 1, \"It is so.\")")]
    [InlineData("\"c\", Quest.Satisfaction, 1, \"It is so.\"", "DRM1008 at Criterion(\"c\", Quest.Satisfaction, 1, \"It is so.\")")]
    [InlineData("\"c\", Quest.Trust, 1, \"Names {Item}.\"", "DRM1010 at Criterion(\"c\", Quest.Trust, 1, \"Names {Item}.\")")]
    [InlineData("\"c\", Quest.Trust, 1, \"Writes {} at once.\"")]
    [InlineData("\"The C\", Quest.Trust, 1, \"It is so.\"", "DRM4009 at Criterion(\"The C\", Quest.Trust, 1, \"It is so.\")")]
    public Task A_criterion_states_one_fact(string criterion, params string[] expected) => FindsInRubric(criterion, expected);

    [Theory]
    [InlineData("[Rubric(\"r\")] public static partial class R;", "DRM1007 at Rubric(\"r\")")]
    [InlineData("[Rubric(\"r\"), Judged(\"c\", Quest.Trust, 1, \"It is so.\")] public static partial class R;")]
    public Task A_rubric_has_criteria(string source, params string[] expected) => Finds(source, expected);

    [Theory]
    [InlineData("[Rubric(\"r\", Includes = [typeof(R)])] public static partial class R;", "DRM1009 at Rubric(\"r\", Includes = [typeof(R)])")]
    [InlineData("[Rubric(\"r\", Includes = [typeof(S)])] public static partial class R; [Rubric(\"s\", Includes = [typeof(R)])] public static partial class S;", "DRM1009 at Rubric(\"r\", Includes = [typeof(S)])", "DRM1009 at Rubric(\"s\", Includes = [typeof(R)])")]
    [InlineData("[Rubric(\"r\", Includes = [typeof(S), typeof(S)])] public static partial class R; [Rubric(\"s\"), Judged(\"c\", Quest.Trust, 1, \"It is so.\")] public static partial class S;")]
    public Task A_rubric_does_not_include_itself(string source, params string[] expected) => Finds(source, expected);

    [Theory]
    [InlineData("[Says(\"Send {Item} please\")]", "", "DRM2005 at SendOne")]
    [InlineData("[Says(\"Send {Item} please\")]", "[Says(\" \")]", "DRM2012 at Says(\" \")")]
    [InlineData("[Unknown] Urgency", "[Hidden, Unknown] Urgency", "DRM2006 at Urgency")]
    [InlineData("Send {Item} please", "Send {Urgency} please", "DRM2007 at Says(\"Send {Urgency} please\")")]
    [InlineData("SendOne(string Item", "SendOne([Sensitive] string Item", "DRM2008 at Says(\"Send {Item} please\")")]
    [InlineData("Turns = 7", "Turns = 0", "DRM2009 at Budget(Turns = 0)")]
    [InlineData("Turns = 7", "ToolCalls = -1", "DRM2009 at Budget(ToolCalls = -1)")]
    [InlineData("Turns = 7", "ToolCalls = 0")]
    [InlineData("[Counterfactual(\"empty\"", "[Counterfactual(\"empty\", \"None.\")] public Depot None(Depot world) => world; [Counterfactual(\"empty\"", "DRM2010 at Counterfactual(\"empty\", \"There is nothing left.\")")]
    [InlineData("=> after.Stock < before.Stock;\n\n", "=> false;\n\n", "DRM2011 at Achieved")]
    [InlineData("=> after.Stock < before.Stock;\n\n", "{ return false; }\n\n", "DRM2011 at Achieved")]
    [InlineData("Scenario(\"send-one\"", "Scenario(\"Send one\"", "DRM4009 at Scenario(\"Send one\", Title = \"Somebody wants one sent\", Safety = true)")]
    [InlineData("Send {Item} please", "Send {BirthDate} please", "no DRM2008")]
    public Task A_scenario_can_be_played(string old, string @new, params string[] expected) =>
        AnalyzerHarness.Finds(Samples.All.Replace(old, @new), expected);

    [Fact]
    public Task A_tool_that_writes_has_an_invariant() => AnalyzerHarness.Finds(
        Samples.All.Replace("InStock(Ship call, ", "InStock("), "DRM3015 at Tool(\"ship\", \"Ships something.\", Effect = Effect.Write)");

    [Fact]
    public Task A_guarded_tool_and_one_that_only_reads_are_left_alone() => AnalyzerHarness.Finds(
        Samples.All.Replace("[Fails(ToolFault.Timeout)]", "[Fails(ToolFault.Outage)]"), "no DRM3015", "no DRM4013", "no DRM4008", "no DRM4011");

    [Theory]
    [InlineData("[Policy] public static partial class P;", "DRM4010 at P")]
    [InlineData("[Policy] public static partial class P { [Invariant(\"i\", Harm.Minor)] public static bool I(Trajectory t) => t.Events.IsEmpty; }", "DRM4008 at Invariant(\"i\", Harm.Minor)")]
    [InlineData("[Policy] public static partial class P { [Invariant(\"i\", Harm.Minor, Because = \"So.\")] public static bool I() => true; }", "DRM4011 at I")]
    [InlineData("[Policy] public static partial class P { [Invariant(\"i\", Harm.Minor, Because = \"So.\")] public static bool I(Trajectory t) => t.Events.IsEmpty; }", "no DRM4008", "no DRM4011")]
    public Task An_invariant_guards_something(string source, params string[] expected) => Finds(source, expected);

    [Fact]
    public Task A_domain_has_what_a_night_needs() => AnalyzerHarness.Finds(
        Samples.All.Replace("[Fails(ToolFault.Timeout)]\n", ""),
        "DRM4013 at Domain(\"sample-desk\", Task = MedHelm.PatientProviderMessaging, Instructions = \"Be kind.\")");

    [Fact]
    public void A_failure_of_the_compiler_is_a_finding_at_the_declaration()
    {
        var type = SourceFiles.Of("public record T;").Compile().GetTypeByMetadataName("T")!;
        var sink = new Findings();
        DomainAnalyzer.Guarded(type, sink, () => throw new InvalidOperationException("Oops"));
        DomainAnalyzer.Guarded(type, sink, () => { });
        Assert.Equal(["DRM9001 at T: 'T' could not be compiled into a contract because of an error in Dreaming: InvalidOperationException Oops. Please report it."], sink.All);
        Assert.Null(Guard.Parse<string>(type, _ => throw new InvalidOperationException("Oops")));
        Assert.Throws<OperationCanceledException>(() => DomainAnalyzer.Guarded(type, sink, () => throw new OperationCanceledException()));
    }

    private sealed class Findings : IRuleSink
    {
        public List<string> All { get; } = [];

        public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
            All.Add($"{rule.Id} at {location.SourceTree!.GetText().ToString(location.SourceSpan)}: {Diagnostic.Create(rule, location, arguments).GetMessage(null)}");
    }
}
