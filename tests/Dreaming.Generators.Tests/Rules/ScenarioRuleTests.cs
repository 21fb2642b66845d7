using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Rules;

/// <summary>What a domain's scenarios leave undreamed and unseen.</summary>
public class ScenarioRuleTests
{
    private const string AtDomain = "DRM2013 at Domain(\"sample-desk\", Task = MedHelm.PatientProviderMessaging, Instructions = \"Be kind.\")";
    private const string Counterfactual = "[Counterfactual(\"empty\", \"There is nothing left.\")]";

    [Theory]
    [InlineData("Says(\"Send {Item} please\")", "Says(\"Send it please\")", AtDomain)]
    [InlineData("Says(\"Send {Item} please\")", "Says(\"Send {Item}, I was born {BirthDate}\")", AtDomain)]
    [InlineData(Counterfactual, "", AtDomain)]
    [InlineData("(string Item, [Hidden, Asked(\"DOB\")] DateOnly BirthDate, [Unknown] Urgency? Urgency)", "()", AtDomain, AtDomain)]
    [InlineData("Send {Item} please", "{Item}!", "no DRM2013")]
    public Task Every_family_applies_to_some_scenario(string old, string @new, params string[] expected)
    {
        var files = Samples.All.Replace(old, @new);
        return AnalyzerHarness.Finds(@new == "()" ? files.Replace("Send {Item} please", "Send it").Replace("new(\"a box\", new(1970, 1, 2), null)", "new()") : files, expected);
    }

    [Fact]
    public async Task The_finding_names_the_family() => Assert.Contains(
        await AnalyzerHarness.Diagnostics(Samples.All.Replace(Counterfactual, "")),
        d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture) == "Domain 'sample-desk' has no [Counterfactual], so that the family CounterfactualOutcome applies to nothing");

    [Theory]
    [InlineData("=> before.Stock > 0;", "DRM2014 at Achieved")]
    [InlineData("=> true;", "DRM2014 at Achieved")]
    [InlineData("=> Item.Length > 0;", "DRM2014 at Achieved")]
    [InlineData("{ var seen = after.Stock; return seen < 3; }")]
    [InlineData("=> Look(() => trajectory.Events.IsEmpty); private static bool Look(Func<bool> at) => at();")]
    [InlineData("=> throw new NotImplementedException();")]
    [InlineData("=> trajectory.Succeeded<Ship>().Any();")]
    [InlineData("=> false;", "DRM2011 at Achieved")]
    public Task A_success_is_seen_in_what_happened(string body, params string[] expected) =>
        AnalyzerHarness.Finds(Samples.All.Replace("=> after.Stock < before.Stock;\n\n", body + "\n\n"), expected);

    [Theory]
    [InlineData("Succeeded", "DRM2014 at trajectory.Succeeded<Weigh>()")]
    [InlineData("Calls", "DRM2014 at trajectory.Calls<Weigh>()")]
    public Task A_success_does_not_ask_for_calls_that_the_sandbox_refuses(string calls, params string[] expected) => AnalyzerHarness.Finds(
        Samples.All
            .Replace("=> after.Stock < before.Stock;\n\n", $"=> trajectory.{calls}<Weigh>().Any();\n\n")
            .Add("More.cs", "namespace Sample; using Dreaming; [Tool(\"weigh\", \"Weighs.\")] public sealed partial record Weigh(int X) : ITool<int>;"),
        ["DRM3004 at Depot", .. expected]);

    [Fact]
    public Task An_explicit_implementation_is_read_as_well() => AnalyzerHarness.Finds(
        Samples.All.Replace("public bool Achieved(Depot before, Depot after, Trajectory trajectory) => after.Stock < before.Stock;", "bool IScenario<SendOne, Depot>.Achieved(Depot before, Depot after, Trajectory trajectory) => before.Stock < 1;"),
        "DRM2014 at Achieved");
}
