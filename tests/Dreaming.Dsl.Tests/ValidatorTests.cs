using System.Text;
using Dreaming.Contracts;
using Dreaming.Dsl.Tests.Domain;

namespace Dreaming.Dsl.Tests;

public class ValidatorTests
{
    [Theory]
    [MemberData(nameof(Documents.ToolNames), MemberType = typeof(Documents))]
    public void A_valid_document_has_no_violation(string tool) => Assert.Empty(Documents.Violations(Documents.Tool(tool), Documents.Valid(Documents.Tool(tool))));

    [Theory]
    [InlineData("flag", "1", "type")]
    [InlineData("tiny", "256", "range")]
    [InlineData("tiny", "-1", "range")]
    [InlineData("signed", "-129", "range")]
    [InlineData("small", "32768", "range")]
    [InlineData("port", "65536", "range")]
    [InlineData("whole", "6", "range")]
    [InlineData("whole", "-6", "range")]
    [InlineData("whole", "1.0", "type")]
    [InlineData("whole", "1e0", "type")]
    [InlineData("whole", "\"1\"", "type")]
    [InlineData("count", "4294967296", "range")]
    [InlineData("big", "9223372036854775808", "range")]
    [InlineData("huge", "18446744073709551616", "range")]
    [InlineData("huge", "-1", "range")]
    [InlineData("ratio", "1e40", "range")]
    [InlineData("factor", "0.49", "range")]
    [InlineData("factor", "1e999", "range")]
    [InlineData("factor", "\"1\"", "type")]
    [InlineData("price", "100", "range")]
    [InlineData("price", "0.009", "range")]
    [InlineData("day", "\"2023-02-29\"", "format")]
    [InlineData("day", "\"2023-2-9\"", "format")]
    [InlineData("day", "20230209", "type")]
    [InlineData("clock", "\"25:00:00\"", "format")]
    [InlineData("clock", "\"9:00\"", "format")]
    [InlineData("clock", "\"09:00\"", "format")]
    [InlineData("clock", "\"09:60:00\"", "format")]
    [InlineData("clock", "\"09:00:00.\"", "format")]
    [InlineData("clock", "\"09:00:00.12345678\"", "format")]
    [InlineData("when", "\"2024-02-29T23:59:59\"", "format")]
    [InlineData("when", "\"2024-02-29\"", "format")]
    [InlineData("when", "\"2024-02-30T00:00:00Z\"", "format")]
    [InlineData("id", "\"123e4567e89b12d3a456426614174000\"", "format")]
    [InlineData("color", "\"blue\"", "enum")]
    [InlineData("color", "\"Red\"", "enum")]
    [InlineData("words", "\"a\"", "type")]
    [InlineData("patient", "{\"value\":\"PT-1\"}", "pattern", "/value")]
    [InlineData("patient", "{}", "required", "/value")]
    [InlineData("words", "[\"a\",1]", "type", "/1")]
    [InlineData("words", "[null]", "type", "/0")]
    [InlineData("urgencies", "[\"routine\"]", "enum", "/0")]
    [InlineData("urgencies", "[\"SameDay\"]", "enum", "/0")]
    [InlineData("counts", "{\"a/b~c\":\"x\"}", "type", "/a~1b~0c")]
    [InlineData("addresses", "{\"home\":{\"street\":\"s\",\"zip\":\"1234\"}}", "pattern", "/home/zip")]
    [InlineData("prices", "{\"x\":[1,true]}", "type", "/x/1")]
    [InlineData("maybe_urgency", "\"Never\"", "enum")]
    [InlineData("label", "\"\"", "length")]
    [InlineData("label", "\"abcde\"", "length")]
    public void A_broken_value_is_one_violation_with_its_place(string member, string json, string rule, string below = "")
    {
        var tool = Documents.Tool("everything");
        Assert.Equal([$"/{member}{below} {rule}"], Documents.Violations(tool, Documents.With(tool, member, json)));
    }

    [Fact]
    public void Length_counts_characters_and_not_code_units()
    {
        var tool = Documents.Tool("look_up");
        Assert.Empty(Documents.Violations(tool, """{"key":"😀😀😀😀😀"}"""));
        Assert.Empty(Documents.Violations(tool, """{"key":"\ud83d\ude00\ud83d\ude00"}"""));
        Assert.Equal(["/key length"], Documents.Violations(tool, """{"key":"😀"}"""));
        Assert.Equal(["/key length"], Documents.Violations(tool, """{"key":"😀😀😀😀😀😀"}"""));
    }

    [Theory]
    [InlineData("RX-123456\\n")]
    [InlineData("aRX-123456")]
    [InlineData("RX-1234567")]
    [InlineData("RX-\u0661\u0661\u0661\u0661\u0661\u0661x")]
    public void A_pattern_holds_for_the_whole_text(string text)
    {
        var tool = Documents.Tool("place_order");
        Assert.Equal(["/prescription_id pattern"], Documents.Violations(tool, Documents.PlaceOrder.Replace("RX-100001", text, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_violation_is_found_in_one_pass() => Assert.Equal(
        ["/days_supply range", "/surprise unknown", "/items length", "/ship_to/zip pattern", "/days_supply duplicate", "/ship_to/street required", "/prescription_id required", "/urgency required", "/birth_date required"],
        Documents.Violations(Documents.Tool("place_order"), """{"days_supply":0,"surprise":[1,{"a":2}],"items":[],"ship_to":{"zip":"x"},"days_supply":3}""").OrderBy(v => v.Contains("required", StringComparison.Ordinal)));

    [Fact]
    public void An_optional_member_may_be_absent_and_null_only_where_null_is_a_value()
    {
        var tool = Documents.Tool("place_order");
        Assert.Empty(Documents.Violations(tool, Documents.With(tool, "note", "null")));
        Assert.Empty(Documents.Violations(tool, Documents.With(tool, "copies", "2")));
        Assert.Equal(["/copies type"], Documents.Violations(tool, Documents.With(tool, "copies", "null")));
        Assert.Equal(["/days_supply required"], Documents.Violations(tool, Documents.Without(tool, "days_supply")));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"a":3,"a":4}""", "/counts/a duplicate", "/counts/a duplicate")]
    [InlineData("""{"b":1,"\u0062":2}""", "/counts/b duplicate")]
    [InlineData("""{"b":1,"a":2,"B":3}""")]
    public void A_repeated_key_of_a_dictionary_is_a_violation(string counts, params string[] expected)
    {
        var json = Documents.Everything.Replace("""{"a":1,"b":2}""", counts, StringComparison.Ordinal);
        Assert.Equal(expected, Documents.Violations(Documents.Tool("everything"), json));
    }

    [Fact]
    public void A_sensitive_value_is_never_printed()
    {
        var violations = new List<Violation>();
        Documents.Tool("place_order").Validate(Encoding.UTF8.GetBytes(Documents.PlaceOrder.Replace("1970-01-02", "2nd of January", StringComparison.Ordinal)), violations);
        var violation = Assert.Single(violations);
        Assert.Equal("(withheld)", violation.Found);
        Assert.DoesNotContain("January", violation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_violation_says_what_was_asked_for_and_what_stands_there()
    {
        var tool = Documents.Tool("place_order");
        var violations = new List<Violation>();
        tool.Validate(Encoding.UTF8.GetBytes(Documents.With(tool, "days_supply", "91")), violations);
        Assert.Equal("/days_supply: expected a whole number from 1 to 90, found 91 [range]", Assert.Single(violations).ToString());
    }

    [Fact]
    public void Reading_what_is_not_valid_says_why() => Assert.Contains(
        "/key: expected text of 2 to 5 characters",
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => LookUp.Contract.ReadCall("""{"key":"a"}"""u8)).Message,
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Documents.ToolNames), MemberType = typeof(Documents))]
    public void A_valid_document_is_validated_without_allocation(string name)
    {
        var tool = Documents.Tool(name);
        // Predicates are asked of a record, which has to be read.
        Assert.SkipUnless(tool.Predicates.IsEmpty, "A tool with predicates across its members reads the record.");
        var utf8 = Encoding.UTF8.GetBytes(Documents.Valid(tool));
        // The first calls fill pools and caches.
        for (var i = 0; i < 100; i++)
            tool.Validate(utf8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            tool.Validate(utf8);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
