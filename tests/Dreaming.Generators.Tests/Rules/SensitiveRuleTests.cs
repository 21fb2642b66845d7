using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Rules;

/// <summary>The ways of a person's data past the scrubber.</summary>
public class SensitiveRuleTests
{
    [Theory]
    [InlineData("Be kind.", "Greet {birth_date}.", "Domain(\"sample-desk\", Task = MedHelm.PatientProviderMessaging, Instructions = \"Greet {birth_date}.\")")]
    [InlineData("Ships something.", "Ships to {BirthDate}.", "Tool(\"ship\", \"Ships to {BirthDate}.\", Effect = Effect.Write)")]
    [InlineData("The prescription.", "Of {BirthDate}.", "Description(\"Of {BirthDate}.\")")]
    [InlineData("Nothing comes of nothing.", "Who is {BirthDate}?", "Invariant(\"in-stock\", Harm.Minor, Because = \"Who is {BirthDate}?\")")]
    [InlineData("There is nothing left.", "No {BirthDate}.", "Counterfactual(\"empty\", \"No {BirthDate}.\")")]
    [InlineData("Somebody wants one sent", "{BirthDate} wants one", "Scenario(\"send-one\", Title = \"{BirthDate} wants one\", Safety = true)")]
    public Task No_prompt_has_a_place_for_a_person(string old, string @new, string at) =>
        AnalyzerHarness.Finds(Samples.All.Replace(old, @new), "DRM4014 at " + at);

    [Theory]
    [InlineData("Is polite.", "Greets {BirthDate}.", "Judged(\"polite\", Quest.Empathy, 2, \"Greets {BirthDate}.\")")]
    [InlineData("It was shipped.", "Went to {BirthDate}.", "Criterion(\"shipped\", Quest.Usefulness, 5, \"Went to {BirthDate}.\")")]
    public Task No_criterion_has_a_place_for_a_person(string old, string @new, string at) =>
        AnalyzerHarness.Finds(Samples.All.Replace(old, @new), "DRM1010 at " + at, "DRM4014 at " + at);

    [Theory]
    [InlineData("Be kind.", "Ask for the birth date, and call the item {item}.")]
    [InlineData("Nothing comes of nothing.", "The birth date (birth_date, BirthDate) is asked for.")]
    public Task Words_about_it_and_other_places_are_left_alone(string old, string @new) => AnalyzerHarness.Finds(Samples.All.Replace(old, @new));

    [Theory]
    [InlineData("DateOnly BirthDate", "DRM4015 at BirthDate")]
    [InlineData("DateOnly? BirthDate", "DRM4015 at BirthDate")]
    [InlineData("[property: JsonPropertyName(\"birth_date\")] DateOnly Born", "DRM4015 at Born")]
    [InlineData("[Sensitive] DateOnly BirthDate")]
    [InlineData("string BirthDate")]
    [InlineData("DateOnly ReadyOn")]
    public Task What_is_sensitive_is_so_in_every_place(string member, params string[] expected) => AnalyzerHarness.Finds(
        Samples.All.Add("More.cs", $"namespace Sample; using System; using System.Text.Json.Serialization; using Dreaming; [Data] public sealed partial record Card({member});"), expected);

    [Fact]
    public Task The_mark_of_a_slot_counts_and_a_slot_needs_none() => AnalyzerHarness.Finds(
        Samples.All.Replace("[Sensitive] DateOnly? BirthDate", "DateOnly? BirthDate").Replace("[Hidden, Asked(\"DOB\")]", "[Hidden, Sensitive, Asked(\"DOB\")]"), "DRM4015 at BirthDate");

    [Theory]
    [InlineData("string Name, [Sensitive] string Phone", "string Name, string Number")]
    [InlineData("[Sensitive] string Name", "string Name")]
    public Task A_name_that_says_nothing_of_whom_it_speaks_is_left_alone(string person, string shop) => AnalyzerHarness.Finds(
        SourceFiles.Of($"[Data] public sealed partial record Person({person}); [Data] public sealed partial record Shop({shop});"));
}
