using System.Collections.Immutable;
using Dreaming.Determinism;
using Dreaming.Dreams.Tests.Library;

namespace Dreaming.Dreams.Tests;

public class DreamWriterTests
{
    private static readonly Seed Seed = new(7);
    private static readonly DreamWriter Writer = new(Given.Domain);
    private static readonly Grounder Grounder = new(Given.Domain, Given.World);
    private static readonly Skeleton Plain = Grounder.Rehearse(Given.Scrubbed(Given.Renewal(1, 0)))!;

    [Fact]
    public void An_episode_is_rehearsed_as_it_was()
    {
        Assert.Equal("renew", Plain.Scenario);
        Assert.Equal("""{"name":"Reader Bvens","birth_date":"1951-02-13","title":"Middlemarch","weeks":2,"loan_id":"L-0010"}""", Plain.Facts.Text);
        Assert.Empty(Plain.Operators);
        Assert.Null(Plain.Family);
        Assert.Equal(("renew-1-0", Given.Renewal(1, 0).Id, 6, 5), (Plain.TaskId, Plain.EpisodeId, Plain.Turns, Plain.ToolCalls));
    }

    [Fact]
    public void An_episode_that_no_scenario_knows_is_not_rehearsed() =>
        Assert.Null(Grounder.Rehearse(Given.Scrubbed(Given.Episode("t", 0, 1, new UserSaid("Hi")))));

    [Fact]
    public void The_same_seed_gives_the_same_dream_and_another_seed_other_words()
    {
        var dreams = Enumerable.Range(0, 30).Select(i => Writer.Write(Plain, new Seed((ulong)i))).ToArray();
        Assert.Equal(dreams.Select(Bytes), Enumerable.Range(0, 30).Select(i => Bytes(Writer.Write(Plain, new Seed((ulong)i)))));
        Assert.True(dreams.Select(d => d.Opening).Distinct().Count() > 1);
        Assert.Equal(30, dreams.Select(d => d.Id).Distinct().Count());
    }

    [Fact]
    public void Only_templates_of_what_the_user_may_say_open_a_dream() =>
        Assert.Equal(
            ["Hello, could you kindly extend the loan of my copy of Middlemarch?", "I would like to keep a book for longer, thank you", "Please renew Middlemarch for 2 weeks"],
            Openings(Plain));

    [Fact]
    public void Open_and_hidden_facts_are_told_when_asked_and_unknown_ones_never()
    {
        var spoken = Writer.Write(Plain, Seed).Spoken;
        Assert.Equal(["birth_date", "name", "title", "weeks"], spoken.Keys);
        Assert.Equal(("1951-02-13", "2"), (spoken["birth_date"], spoken["weeks"]));
    }

    [Fact]
    public void Other_words_are_those_words() =>
        Assert.Equal(["I would like to keep a book for longer, thank you"], Openings(With(new OtherWords(2))));

    [Fact]
    public void A_change_of_mind_opens_with_the_first_thought_and_means_the_second()
    {
        var skeleton = With(new ChangeOfMind("title", "Emma"));
        Assert.All(Openings(skeleton), o => Assert.Contains("Emma", o, StringComparison.Ordinal));
        Assert.Equal("Middlemarch", Writer.Write(skeleton, Seed).Spoken["title"]);
    }

    [Fact]
    public void A_withheld_slot_is_left_out_of_the_opening_and_told_when_asked()
    {
        var skeleton = With(new Withhold("title"));
        Assert.Equal(["I would like to keep a book for longer, thank you"], Openings(skeleton));
        Assert.Equal("Middlemarch", Writer.Write(skeleton, Seed).Spoken["title"]);
    }

    [Fact]
    public void A_withheld_slot_that_every_template_names_is_paraphrased() =>
        Assert.Equal(["Hello, could you kindly extend the loan of my copy of title?"], Openings(With(new OtherWords(1), new Withhold("title"))));

    [Fact]
    public void A_value_that_says_a_word_twice_arrives_whole_beside_a_withheld_slot()
    {
        var twice = Plain with { Facts = new RawJson(Plain.Facts.Text.Replace("Middlemarch", "Ship Ship Hurrah", StringComparison.Ordinal)) };
        var skeleton = SkeletonId.With(SkeletonId.With(twice, new OtherWords(1)), new Withhold("weeks"));
        Assert.Equal(["Hello, could you kindly extend the loan of my copy of Ship Ship Hurrah?"], Openings(skeleton));
    }

    [Fact]
    public void A_sentence_about_nothing_but_what_is_withheld_is_left_out()
    {
        var lost = new InstancePool(Given.World, []).Seeds(Given.Domain.FindScenario("lost-card")!).First();
        Assert.Equal(["My card is gone."], Openings(SkeletonId.With(SkeletonId.With(lost, new OtherWords(3)), new Withhold("name"))));
    }

    [Fact]
    public void Two_readings_name_both_values() =>
        Assert.Equal(
            [
                "Hello, could you kindly extend the loan of my copy of Emma or Middlemarch?",
                "Hello, could you kindly extend the loan of my copy of Middlemarch or Emma?",
                "Please renew Emma or Middlemarch for 2 weeks",
                "Please renew Middlemarch or Emma for 2 weeks",
            ],
            Openings(With(new TwoReadings("title", "Emma"))));

    [Fact]
    public void Another_format_is_used_in_the_opening_and_when_asked()
    {
        var skeleton = With(new OtherWords(0), new OtherFormat("weeks", "two"), new OtherFormat("birth_date", "13 February 1951"));
        Assert.Equal(["Please renew Middlemarch for two weeks"], Openings(skeleton));
        Assert.Equal("13 February 1951", Writer.Write(skeleton, Seed).Spoken["birth_date"]);
    }

    [Fact]
    public void Slips_of_the_keyboard_spare_values()
    {
        var openings = Openings(With(new Noise(0.3)), 200);
        Assert.True(openings.Count > 20);
        Assert.All(openings.Where(o => o.Contains("Midd", StringComparison.Ordinal)), o => Assert.Contains("Middlemarch", o, StringComparison.Ordinal));
        Assert.Equal("abc de 1234x", KeyboardSlips.In("abc de 1234x", 1, Seed.ToRandom()));
        Assert.Equal("unchanged words", KeyboardSlips.In("unchanged words", 0, Seed.ToRandom()));
        Assert.NotEqual("changed words", KeyboardSlips.In("changed words", 1, Seed.ToRandom()));
    }

    [Fact]
    public void A_dream_that_nothing_can_open_is_refused() =>
        Assert.Throws<ArgumentException>(() => Writer.Write(With(new OtherWords(4)), Seed));

    [Fact]
    public void A_counterfactual_changes_the_dreams_world_and_no_other()
    {
        var root = Given.World;
        var world = new DreamWorld(Given.Domain, root);
        Assert.Equal(["L-0010"], ((Shelves)world.Open(With(new WhatIf("reserved")))).Reserved);
        Assert.Empty(((Shelves)world.Open(Plain)).Reserved);
        Assert.Empty(((Shelves)root).Reserved);
        Assert.Equal("L-0010", ((Renew)world.ReadScenario(Plain)).LoanId);
    }

    [Fact]
    public void The_audit_finds_what_an_opening_gives_away()
    {
        var dream = Writer.Write(With(new OtherWords(2)), Seed);
        Assert.Empty(DreamAudit.Check(dream, Given.Domain, Given.World));
        Assert.Contains("hides", Leak("I was born 1951-02-13"), StringComparison.Ordinal);
        Assert.Contains("does not know", Leak("It is l-0010."), StringComparison.Ordinal);
        Assert.Contains("another instance", Leak("And Walden too"), StringComparison.Ordinal);
        Assert.Contains("withholds", Assert.Single(DreamAudit.Check(Writer.Write(With(new Withhold("title")), Seed) with { Opening = "Middlemarch" }, Given.Domain)), StringComparison.Ordinal);
        Assert.Empty(DreamAudit.Check(dream with { Opening = "Middlemarch, by the way" }, Given.Domain, Given.World));
        Assert.Empty(DreamAudit.Check(Writer.Write(With(new ChangeOfMind("title", "Walden")), Seed), Given.Domain, Given.World));

        string Leak(string opening) => Assert.Single(DreamAudit.Check(dream with { Opening = opening }, Given.Domain, Given.World));
    }

    private static Skeleton With(params DreamOperator[] steps) => steps.Aggregate(Plain, (s, o) => SkeletonId.With(s, o));

    private static ImmutableSortedSet<string> Openings(Skeleton skeleton, int count = 60) =>
        Enumerable.Range(0, count).Select(i => Writer.Write(skeleton, new Seed((ulong)i)).Opening).ToImmutableSortedSet(StringComparer.Ordinal);

    private static string Bytes(Dream dream) => System.Text.Json.JsonSerializer.Serialize(dream);
}
