using Dreaming.Generators.Analyzers;
using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Rules;

/// <summary>Criteria that an invariant could be, or already is.</summary>
public class ProofRuleTests
{
    private const string Criterion = "Criterion(\"steals\", Quest.Harm, -10, \"Takes more than there is.\")";

    [Theory]
    [InlineData("-10", "bool Steals(Trajectory t, Depot after) => after.Stock < 0", "DRM1011 at " + Criterion)]
    [InlineData("-10", "Verdict Steals(Trajectory t) => t.Events.IsEmpty", "DRM1011 at " + Criterion)]
    [InlineData("-9", "bool Steals(Trajectory t, Depot after) => after.Stock < 0", "no DRM1011")]
    [InlineData("-10", "bool Steals(Depot before, Depot after) => after.Stock < before.Stock", "no DRM1011")]
    [InlineData("-10", "bool Steals(SendOne scenario, Depot after) => after.Stock < 0", "no DRM1011")]
    public Task A_veto_is_not_averaged(string points, string method, params string[] expected) => AnalyzerHarness.Finds(
        Samples.All.Replace("Quest.Usefulness, 5", "Quest.Usefulness, 9").Add("More.cs", More($"[{Criterion.Replace("-10", points, StringComparison.Ordinal)}] public static {method};")),
        expected);

    [Fact]
    public Task What_good_marks_cannot_outweigh_is_no_hidden_veto() => AnalyzerHarness.Finds(
        Samples.All.Add("More.cs", More($"[{Criterion}] public static bool Steals(Trajectory t) => t.Events.IsEmpty;")), "no DRM1011");

    [Fact]
    public Task A_veto_that_an_invariant_holds_as_well_is_not_hidden() => AnalyzerHarness.Finds(
        Samples.All
            .Replace("Quest.Usefulness, 5", "Quest.Usefulness, 9")
            .Replace("Nothing comes of nothing.", "Nobody takes more boxes than there are in the depot.")
            .Add("More.cs", More("[Criterion(\"steals\", Quest.Harm, -10, \"Takes more boxes than the depot has.\")] public static bool Steals(Trajectory t) => t.Events.IsEmpty;")),
        "no DRM1011");

    [Theory]
    [InlineData("in-stock", "Looks at the shelf.", "DRM1012 at Judged(\"in-stock\", Quest.Trust, 1, \"Looks at the shelf.\")")]
    [InlineData("stock-in-depot", "Ships only boxes that the depot had in stock.", "DRM1012 at Judged(\"stock-in-depot\", Quest.Trust, 1, \"Ships only boxes that the depot had in stock.\")")]
    [InlineData("was-it-shipped", "A parcel with the item was shipped to the right address.", "DRM1012 at Judged(\"was-it-shipped\", Quest.Trust, 1, \"A parcel with the item was shipped to the right address.\")")]
    [InlineData("explains", "Explains why a box is in the depot.", "no DRM1012")]
    [InlineData("is-brief", "Uses few words.", "no DRM1012")]
    public Task A_judged_criterion_asks_what_nothing_else_proves(string id, string text, params string[] expected) => AnalyzerHarness.Finds(
        Samples.All
            .Replace("Nothing comes of nothing.", "A box is shipped only while the depot has it in stock: nothing comes of nothing.")
            .Replace("It was shipped.", "The parcel with the item is shipped to the right address.")
            .Add("More.cs", $"namespace Sample; using Dreaming; [Rubric(\"more\"), Judged(\"{id}\", Quest.Trust, 1, \"{text}\")] public static partial class More;"),
        expected);

    [Fact]
    public Task The_finding_names_what_proves_it() => Says(
        "Judged criterion 'in-stock' asks what the invariant 'in-stock' decides without a model; remove one of the two",
        Samples.All.Replace("Judged(\"polite\"", "Judged(\"in-stock\""));

    [Theory]
    [InlineData("Ordered repeats are checked.", "Checks every order of a repeat.", true)]
    [InlineData("A controlled drug is never ordered by repeat: each needs a decision.", "Orders a controlled drug by repeat.", true)]
    [InlineData("Stopped carrying supplies.", "Stops to carry a supply.", true)]
    [InlineData("Asks for the date of birth when it was not given.", "Asks for the date of birth after the identity was confirmed.", false)]
    [InlineData("Orders it.", "It is ordered.", false)]
    public void Sentences_are_alike_by_their_content_words(string one, string other, bool alike) => Assert.Equal(alike, Wording.IsAlike(other, one));

    private static string More(string criterion) => $"namespace Sample; using Dreaming; [Rubric(\"more\")] public static partial class More {{ {criterion} }}";

    private static async Task Says(string message, SourceFiles files) =>
        Assert.Contains((await AnalyzerHarness.Diagnostics(files)).Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)), m => m == message);
}
