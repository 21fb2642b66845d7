using System.Text.Json;
using Dreaming.Curation;
using Dreaming.Episodes;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dreams.Tests;

public class ScrubberTests
{
    private static readonly Scrubber Scrubber = new(Given.Domain);

    [Fact]
    public void Sensitive_values_become_pseudonyms_everywhere()
    {
        var scrubbed = Scrubber.Scrub(Given.Renewal());
        Assert.Equal(
            [
                new UserSaid("Hi, I'm [name-1], born [birth_date-1]. Please renew Walden."),
                new AgentSaid("One moment."),
                Given.Call("c1", "verify_member", """{"name":"[name-1]","birth_date":"[birth_date-1]"}"""),
                Given.Reply(
                    "c1",
                    "verify_member",
                    """{"member_id":"M-0001","name":"[name-1]","phone":"[phone-1]","pin":"[pin-1]","loans":[{"loan_id":"L-0010","title":"Middlemarch","days_left":3},{"loan_id":"L-0011","title":"Ulysses","days_left":4},{"loan_id":"L-0012","title":"Dracula","days_left":5}]}"""),
                Given.Call("c2", "renew_loan", """{"loan_id":"L-0010","weeks":2}"""),
                Given.Reply("c2", "renew_loan", "Renewed."),
                new AgentSaid("Done, [name-1]."),
                new UserSaid("Thanks!"),
                new Ended(EndReason.UserDone),
            ],
            scrubbed.Trajectory.Events.Select(e => e is UserSaid { Text: var t } ? new UserSaid(t.Replace("Middlemarch", "Walden", StringComparison.Ordinal)) : e));
        Assert.Equal(8, scrubbed.Replaced);
    }

    [Fact]
    public void The_same_value_has_the_same_pseudonym_and_another_value_another_one()
    {
        var texts = Said("""{"name":"Ann Lee","birth_date":"1960-02-03"}""", """{"name":"Bob Ray","birth_date":"1960-02-03"}""", "ANN LEE and Bob Ray met ann lee");
        Assert.Equal("[name-1] and [name-2] met [name-1]", texts);
    }

    [Theory]
    [InlineData("born 3 February 1960", "born [birth_date-1]")]
    [InlineData("born 03/02/1960 or 2/3/1960", "born [birth_date-1] or [birth_date-1]")]
    [InlineData("I am Ann, Mrs Lee", "I am [name-1], Mrs [name-1]")]
    [InlineData("Annabel and freelance", "Annabel and freelance")]
    [InlineData("user ann_lee_77 stays an id", "user ann_lee_77 stays an id")]
    [InlineData("(Ann Lee)Ann", "([name-1])[name-1]")]
    public void Other_spellings_are_recognised_as_whole_words(string said, string scrubbed) =>
        Assert.Equal(scrubbed, Said("""{"name":"Ann Lee","birth_date":"1960-02-03"}""", null, said));

    [Fact]
    public void Short_values_are_replaced_in_their_own_member_only()
    {
        var scrubbed = Scrubber.Scrub(Given.Episode(
            "t",
            0,
            1,
            new UserSaid("Al is here"),
            Given.Call("1", "verify_member", """{"name":"Al","birth_date":"1960-02-03"}"""),
            Given.Reply("1", "verify_member", "none", ReplyOutcome.Refused)));
        Assert.Equal("Al is here", ((UserSaid)scrubbed.Trajectory.Events[0]).Text);
        Assert.Equal("""{"name":"[name-1]","birth_date":"[birth_date-1]"}""", ((ToolCalled)scrubbed.Trajectory.Events[1]).Arguments.Text);
    }

    [Theory]
    [InlineData("""{"member_id":"M-0001","name":"Zoe Quill","phone":"555-01""")]
    [InlineData("""{"member_id":"M-0001","nested":{"name":"Zoe Quill"},"phone":"555-01"}""")]
    [InlineData("""<html>"name": "Zoe Quill", "phone" : "555-01" </html>""")]
    public void A_reply_that_does_not_fit_its_contract_is_searched_by_name(string content)
    {
        var scrubbed = Scrubber.Scrub(Given.Episode(
            "t",
            0,
            0,
            new UserSaid("Zoe Quill, 555-01"),
            Given.Call("1", "verify_member", """{"name":"X Y","birth_date":"1960-02-03"}"""),
            Given.Reply("1", "verify_member", content, ReplyOutcome.Result, ToolFault.Malformed)));
        Assert.Equal("[name-2], [phone-1]", ((UserSaid)scrubbed.Trajectory.Events[0]).Text);
        Assert.DoesNotContain("Quill", ((ToolReplied)scrubbed.Trajectory.Events[2]).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_is_not_interpreted()
    {
        var hostile = "{\"name\":\"\\ud800\",\"phone\":{\"name\":[\"Zoe Quill\",12345]}}";
        var scrubbed = Scrubber.Scrub(Given.Episode("t", 0, 0, Given.Call("1", "list_loans", hostile), Given.Reply("1", "list_loans", hostile), new UserSaid("[name-1] $1 \\b(")));
        Assert.Equal("[name-1] $1 \\b(", ((UserSaid)scrubbed.Trajectory.Events[2]).Text);
    }

    [Fact]
    public void Nothing_sensitive_leaves_the_rest_as_it_was()
    {
        var episode = Given.Episode("t", 0, 1, new UserSaid("Hi"), Given.Call("1", "list_loans", """{ "member_id": "M-0001" }"""), Given.Reply("1", "list_loans", "[]"));
        var scrubbed = Scrubber.Scrub(episode);
        Assert.Equal(episode.Trajectory.Events, scrubbed.Trajectory.Events);
        Assert.Equal(0, scrubbed.Replaced);
        Assert.Equal(episode.Id, scrubbed.Id);
    }

    [Fact]
    public void A_value_is_recognised_however_json_escapes_it()
    {
        const string name = "Zoë \"Z\" O'Neil \\ 😀";
        var relaxed = JsonSerializer.Serialize(name, TranscriptJson.Options);
        var strict = JsonSerializer.Serialize(name);
        var scrubbed = Scrubber.Scrub(Given.Episode(
            "t",
            0,
            1,
            Given.Call("1", "verify_member", $$"""{"name":{{strict}},"birth_date":"1960-02-03"}"""),
            Given.Reply("1", "verify_member", $"{{cut {relaxed} {strict}", ReplyOutcome.Result, ToolFault.Malformed),
            Given.Call("2", "ask_librarian", $$"""{"note":{{relaxed}}}"""),
            Given.Reply("2", "ask_librarian", name)));
        Assert.Equal(
            ["""{"name":"[name-1]","birth_date":"[birth_date-1]"}""", "{cut \"[name-1]\" \"[name-1]\"", """{"note":"[name-1]"}""", "[name-1]"],
            scrubbed.Trajectory.Events.Select(e => e is ToolCalled c ? c.Arguments.Text : ((ToolReplied)e).Content));
    }

    [Fact]
    public void No_sensitive_value_survives_anywhere() =>
        Law.Holds(Prop.ForAll(
            Values().ToArbitrary(),
            Values().Four().ToArbitrary(),
            (name, around) =>
            {
                var (a, b, c, d) = around;
                var phone = b + "-" + c;
                var scrubbed = Scrubber.Scrub(Given.Episode(
                    "t",
                    0,
                    1,
                    new UserSaid($"{a} {name} {b}. ({name}) \"{name.ToUpperInvariant()}\" {d}-{phone}!"),
                    Given.Call("1", "verify_member", JsonSerializer.Serialize(new { name, birth_date = "1960-02-03" })),
                    Given.Reply("1", "verify_member", JsonSerializer.Serialize(new { member_id = "M-0001", name, phone, pin = 4711, loans = Array.Empty<int>() })),
                    Given.Call("2", "ask_librarian", JsonSerializer.Serialize(new { note = $"{name}/{phone}; 4711, {{\"name\":\"{name}\"}}" })),
                    Given.Reply("2", "ask_librarian", $"{phone} of {name}", ReplyOutcome.Refused),
                    new AgentSaid($"{c},{name}\n{phone} 4711"),
                    new Ended(EndReason.Broken, Owner.Infrastructure, name)));
                var json = JsonSerializer.Serialize(scrubbed.Trajectory, TranscriptJson.Options);
                foreach (var value in new[] { name, phone, "4711", "1960-02-03" })
                    Assert.False(Mention.In(json, value), $"'{value}' in {json}");
            }));

    // What stands in the test's own words and in JSON's is no value; it may come up by chance.
    private static Gen<string> Values() =>
        from length in Gen.Choose(3, 9)
        from letters in Gen.Elements("abcdefgäöéßxyzABCZ0123456789 '".ToCharArray()).ArrayOf(length)
        let text = new string(letters).Trim()
        where text.Length >= 3 && text.Any(c => "xyzäö".Contains(c, StringComparison.Ordinal))
        select text;

    private static string Said(string arguments, string? more, string said)
    {
        List<TrajectoryEvent> events = [Given.Call("1", "verify_member", arguments), Given.Reply("1", "verify_member", "none", ReplyOutcome.Refused)];
        if (more is not null)
            events.AddRange([Given.Call("2", "verify_member", more), Given.Reply("2", "verify_member", "none", ReplyOutcome.Refused)]);
        events.Add(new AgentSaid(said));
        return Scrubber.Scrub(Given.Episode("t", 0, 1, [.. events])).Trajectory.LastAgentText;
    }
}
