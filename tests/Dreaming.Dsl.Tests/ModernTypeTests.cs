using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dreaming.Contracts;
using Dreaming.Dsl.Tests.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dsl.Tests;

/// <summary>Durations, URIs, sets, formats, exclusive bounds, records that contain themselves, unions, wide records, predicates.</summary>
public class ModernTypeTests
{
    private const string Stay = """{"length":"P1DT2H30M","page":"https://example.org/a?b=c#d","tags":["a","b"],"rooms":[1,2],"kinds":["Routine"],"prices":[1,2.5]}""";
    private const string Limits = """{"share":0.5,"rest":0.0,"coin":5,"odd":1,"user":"me","mail":"me@example.org","site":"https://a.org","bytes":"aGVsbG8="}""";

    private static string[] Violations<T>(string json)
        where T : IDataRecord<T>
    {
        var violations = new List<Violation>();
        var valid = JsonData.Validate<T>(Encoding.UTF8.GetBytes(json), violations);
        Assert.Equal(valid, violations.Count == 0);
        Assert.Equal(valid, JsonData.Validate<T>(Encoding.UTF8.GetBytes(json)));
        return [.. violations.Select(v => $"{v.Pointer} {v.Rule}")];
    }

    private static string Again<T>(string json)
        where T : IDataRecord<T> => JsonData.ToText(JsonData.Read<T>(Encoding.UTF8.GetBytes(json)), JsonData.Write);

    private static string With(string json, string member, string value)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        document[member] = JsonNode.Parse(value);
        return document.ToJsonString();
    }

    [Theory]
    [InlineData("length", "\"PT0S\"")]
    [InlineData("length", "\"-PT0.0000001S\"")]
    [InlineData("length", "\"P10675199DT2H48M5.4775807S\"")]
    [InlineData("length", "\"P10675199DT2H48M5.4775808S\"", "/length format")]
    [InlineData("length", "\"P\"", "/length format")]
    [InlineData("length", "\"P1DT\"", "/length format")]
    [InlineData("length", "\"P1M\"", "/length format")]
    [InlineData("length", "\"PT1M1H\"", "/length format")]
    [InlineData("length", "\"PT1.5H\"", "/length format")]
    [InlineData("length", "\"01:00:00\"", "/length format")]
    [InlineData("length", "60", "/length type")]
    [InlineData("page", "\"urn:isbn:123\"")]
    [InlineData("page", "\"http://[::1]:80/\"")]
    [InlineData("page", "\"page\"", "/page format")]
    [InlineData("page", "\"http://\"", "/page format")]
    [InlineData("page", "\"http://a b/\"", "/page format")]
    [InlineData("page", "\"http://a/%4\"", "/page format")]
    [InlineData("page", "\"http://a:99999/\"", "/page format")]
    [InlineData("tags", "[\"a\",\"b\",\"a\",\"\\u0061\"]", "/tags/2 unique", "/tags/3 unique")]
    [InlineData("rooms", "[1,2,1]", "/rooms/2 unique")]
    [InlineData("kinds", "[\"Routine\",\"Routine\"]", "/kinds/1 unique")]
    [InlineData("prices", "[1,1.0]", "/prices/1 unique")]
    [InlineData("prices", "[0,1e-40]")]
    [InlineData("prices", "[1,2,3,4,1]", "/prices/4 unique", "/prices length")]
    [InlineData("rooms", "[{},{}]", "/rooms/0 type", "/rooms/1 type")]
    [InlineData("tags", "[[\"a\"],\"b\",\"b\"]", "/tags/0 type", "/tags/2 unique")]
    public void A_stay_is_held_to_its_types(string member, string value, params string[] expected) =>
        Assert.Equal(expected, Violations<Stay>(With(Stay, member, value)));

    [Theory]
    [InlineData("share", "0", "/share range")]
    [InlineData("share", "1")]
    [InlineData("share", "1e-40")]
    [InlineData("share", "2", "/share range")]
    [InlineData("rest", "1", "/rest range")]
    [InlineData("rest", "1.000", "/rest range")]
    [InlineData("rest", "0.999")]
    [InlineData("coin", "3", "/coin enum")]
    [InlineData("odd", "0.50", "/odd denied")]
    [InlineData("odd", "2", "/odd denied")]
    [InlineData("odd", "\"2\"", "/odd type")]
    [InlineData("user", "\"root\"", "/user denied")]
    [InlineData("mail", "\"me\"", "/mail format")]
    [InlineData("mail", "\"a@b@c\"", "/mail format")]
    [InlineData("mail", "\"@b\"", "/mail format")]
    [InlineData("site", "\"a.org\"", "/site format")]
    [InlineData("bytes", "\"a\"", "/bytes format")]
    public void Numbers_and_texts_are_held_to_more_than_their_type(string member, string value, params string[] expected) =>
        Assert.Equal(expected, Violations<Limits>(With(Limits, member, value)));

    [Fact]
    public void What_is_read_is_written_again()
    {
        Assert.Equal(Stay, Again<Stay>(Stay));
        Assert.Equal("""{"length":"PT1H","page":"urn:a","tags":["a","b","c"],"rooms":[-1,2,10],"kinds":[],"prices":[]}""",
            Again<Stay>("""{"length":"PT60M","page":"urn:a","tags":["c","a","b"],"rooms":[10,2,-1],"kinds":[],"prices":[]}"""));
        const string tree = """{"name":"a","children":[{"name":"b","children":[]}],"twin":{"name":"c","children":[]}}""";
        Assert.Equal(tree, Again<Node>(tree));
        const string bill = """{"payment":{"kind":"split","amount":3,"parts":[{"kind":"card","amount":1,"last_four":"1234"},{"kind":"voucher","amount":2,"code":"x"}]}}""";
        Assert.Equal(bill, Again<Bill>(bill));
        Assert.Equal(new Voucher(2, "x"), JsonData.Read<Payment>("""{"amount":2,"code":"x","kind":"voucher"}"""u8));
        Assert.Equal("2, x", JsonData.Say<Payment>(new Voucher(2, "x")));
    }

    [Theory]
    [InlineData("""{"name":"a","children":[{"name":"b","children":[{"name":1,"children":[]}]}]}""", "/children/0/children/0/name type")]
    [InlineData("""{"name":"a","children":[],"twin":{"name":"b"}}""", "/twin/children required")]
    public void A_record_that_contains_itself_is_held_to_its_contract_all_the_way_down(string json, params string[] expected) =>
        Assert.Equal(expected, Violations<Node>(json));

    [Theory]
    [InlineData("""{"kind":"card","amount":1,"last_four":"1234"}""")]
    [InlineData("""{"amount":1,"kind":"card","last_four":"12"}""", "/last_four pattern")]
    [InlineData("""{"kind":"card","amount":1,"last_four":"1234","kind":"card"}""", "/kind duplicate")]
    [InlineData("""{"kind":"card","amount":1,"code":"x"}""", "/code unknown", "/last_four required")]
    [InlineData("""{"kind":"cash","amount":1}""", "/kind enum")]
    [InlineData("""{"kind":7}""", "/kind enum")]
    [InlineData("""{"amount":1}""", "/kind required")]
    [InlineData("""[]""", " type")]
    [InlineData("""{"kind":"split","amount":1,"parts":[{"kind":"card"},{}]}""", "/parts/0/amount required", "/parts/0/last_four required", "/parts/1/kind required")]
    public void A_union_is_held_to_the_case_that_it_names(string json, params string[] expected) => Assert.Equal(expected, Violations<Payment>(json));

    [Fact]
    public void A_case_on_its_own_has_no_discriminator() =>
        Assert.Equal(["/kind unknown"], Violations<Card>("""{"kind":"card","amount":1,"last_four":"1234"}"""));

    [Fact]
    public void Malformed_JSON_inside_of_a_union_is_a_violation() =>
        Assert.All(new[] { """{"kind":"card",""", """{"amount":{]""", """{"kind":"card","amount":1,"last_four":"1234"} x""", "" }, json => Assert.NotEmpty(Violations<Payment>(json)));

    [Fact]
    public void A_record_of_more_than_64_members_marks_each_of_them()
    {
        string Document(Func<int, bool> there) => "{" + string.Join(",", Enumerable.Range(0, 66).Where(there).Select(i => $"\"a{i:00}\":{i}")) + "}";
        Assert.Empty(Violations<Wide>(Document(_ => true)));
        Assert.Equal(["/a03 required", "/a65 required"], Violations<Wide>(Document(i => i is not (3 or 65))));
        var inner = Document(_ => true);
        Assert.Equal(["/a64 duplicate", "/inner/a65 required"], Violations<Wide>(inner[..^1] + ",\"a64\":1,\"inner\":" + Document(i => i != 65) + "}"));
        Assert.Equal(JsonData.Read<Wide>(Encoding.UTF8.GetBytes(inner)), JsonData.Read<Wide>(Encoding.UTF8.GetBytes(Again<Wide>(inner))));
    }

    [Theory]
    [InlineData("""{"from":"2026-03-02","to":"2026-03-05","guests":2,"beds":2}""")]
    [InlineData("""{"from":"2026-03-05","to":"2026-03-02","guests":2,"beds":2}""", " invariant")]
    [InlineData("""{"from":"2026-03-05","to":"2026-03-02","guests":4,"beds":1}""", " invariant", " invariant")]
    [InlineData("""{"from":"2026-03-02","to":"2026-03-05","guests":2,"beds":0}""", " invariant")]
    [InlineData("""{"from":"2026-03-05","to":"2026-03-02","guests":0,"beds":2}""", "/guests range")]
    public void Predicates_are_asked_after_the_members(string json, params string[] expected)
    {
        Assert.Equal(expected, Documents.Violations(BookRoom.Contract, json));
        Assert.Equal(["from-before-to", "a-bed-each"], BookRoom.Contract.Predicates);
        if (expected.Length > 0)
            Assert.Throws<JsonException>(() => BookRoom.Contract.ReadCall(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void A_broken_predicate_says_what_must_hold()
    {
        var violations = new List<Violation>();
        BookRoom.Contract.Validate("""{"from":"2026-03-05","to":"2026-03-02","guests":1,"beds":0}"""u8, violations);
        Assert.Equal(
            ["(document): expected A stay begins before it ends., found values that break 'from-before-to' [invariant]", "(document): expected a-bed-each, found values on which 'a-bed-each' fails (DivideByZeroException) [invariant]"],
            violations.Select(v => v.ToString()));
    }

    [Theory]
    [InlineData("""{"period":{"from":1,"to":2},"legs":[{"by":"train","hours":1}]}""")]
    [InlineData("""{"period":{"from":1,"to":2},"legs":[]}""", " invariant")]
    [InlineData("""{"period": {"from":2,"to":1},"legs":[{"hours":1,"by":"train"}]}""", "/period invariant")]
    [InlineData("""{"period":{"from":2,"to":"1"},"legs":[]}""", "/period/to type")]
    [InlineData("""{"period":{"from":2,"to":1},"legs":[{"by":"train","hours":0},{"by":"flight","hours":0,"seat":"0"},{"by":"flight","hours":1,"seat":"7"}]}""", "/period invariant", "/legs/0 invariant", "/legs/1 invariant", "/legs/1 invariant")]
    public void Predicates_of_records_inside_are_asked_where_they_stand(string json, params string[] expected)
    {
        Assert.Equal(expected, Violations<Trip>(json));
        Assert.Equal(expected.Length == 0, JsonData.TryRead(json, JsonData.Validate<Trip>, JsonData.Read<Trip>, out _));
    }

    [Fact]
    public void A_contract_names_the_predicates_of_all_records_inside() =>
        Assert.Equal(["a-leg", "forward", "takes-time", "has-a-seat", "takes-time"], JsonData.Contract<Trip>().AllPredicates());

    [Fact]
    public void A_predicate_that_fails_does_not_print_what_it_failed_on()
    {
        var violations = new List<Violation>();
        JsonData.Validate<Leg>("""{"by":"flight","hours":1,"seat":"secret"}"""u8, violations);
        Assert.Equal("(document): expected has-a-seat, found values on which 'has-a-seat' fails (FormatException) [invariant]", Assert.Single(violations).ToString());
    }

    [Fact]
    public void The_schema_names_what_the_validator_checks()
    {
        var stay = JsonSchemaText.Of(JsonData.Contract<Stay>());
        Assert.All(new[] { "\"format\":\"duration\"", "\"format\":\"uri\"", "\"uniqueItems\":true" }, part => Assert.Contains(part, stay, StringComparison.Ordinal));
        var limits = JsonSchemaText.Of(JsonData.Contract<Limits>());
        Assert.All(
            new[] { "\"exclusiveMinimum\":0,", "\"exclusiveMaximum\":1", "\"enum\":[1,2,5]", "\"not\":{\"enum\":[0.5,2]}", "\"not\":{\"enum\":[\"root\"]}", "\"format\":\"email\"", "\"contentEncoding\":\"base64\"" },
            part => Assert.Contains(part, limits, StringComparison.Ordinal));
        Assert.Equal(
            """{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#/$defs/Dreaming.Dsl.Tests.Domain.Node"}},"twin":{"anyOf":[{"$ref":"#/$defs/Dreaming.Dsl.Tests.Domain.Node"},{"type":"null"}]}},"required":["name","children"],"additionalProperties":false,"$defs":{"Dreaming.Dsl.Tests.Domain.Node":{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#/$defs/Dreaming.Dsl.Tests.Domain.Node"}},"twin":{"anyOf":[{"$ref":"#/$defs/Dreaming.Dsl.Tests.Domain.Node"},{"type":"null"}]}},"required":["name","children"],"additionalProperties":false}}}""",
            JsonSchemaText.Of(JsonData.Contract<Node>()));
        Assert.StartsWith("""{"oneOf":[{"type":"object","properties":{"kind":{"type":"string","enum":["card"]},"amount":""", JsonSchemaText.Of(JsonData.Contract<Payment>()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_valid_document_allocates_nothing()
    {
        var documents = new[] { (Stay, (JsonValidator)JsonData.Validate<Stay>), (Limits, JsonData.Validate<Limits>), ("""{"kind":"voucher","amount":2,"code":"x"}""", JsonData.Validate<Payment>) };
        foreach (var (json, validator) in documents)
        {
            var utf8 = Encoding.UTF8.GetBytes(json);
            for (var i = 0; i < 50; i++)
                Assert.True(JsonData.Validate(utf8, validator));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var valid = JsonData.Validate(utf8, validator);
            Assert.Equal((json, 0), (json, GC.GetAllocatedBytesForCurrentThread() - before));
            Assert.True(valid);
        }
    }

    [Fact]
    public void Every_length_of_time_comes_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<long>(),
        ticks => Assert.All(new[] { new TimeSpan(ticks), new TimeSpan(ticks * 7_919_999_983), TimeSpan.MinValue, TimeSpan.MaxValue }, duration =>
        {
            Assert.True(JsonDuration.TryParse(JsonDuration.Text(duration), out var again));
            Assert.Equal(duration, again);
            Assert.Equal(duration, System.Xml.XmlConvert.ToTimeSpan(JsonDuration.Text(duration)));
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void What_is_accepted_as_a_URI_can_be_read_as_one() => Prop.ForAll(
        Gen.Choose(int.MinValue + 1, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            string[] parts = ["http", "https", "file", "mailto", "urn", "tel", "net.pipe", "x-a", ":", "://", ":///", "/", "//", "a", "example.org", "a_b", "-", ".", "..", "[::1]", "[", "]", "@", ":80", ":", "?", "#", "%20", "%", "q=1", "~", "1.2.3.4", "256.1", "0x7f", "é", " ", "\\"];
            for (var i = 0; i < 50; i++)
            {
                var text = parts[random.Next(8)] + parts[8 + random.Next(3)] + string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));
                if (JsonTextFormats.IsUri(text))
                    Assert.True(Uri.TryCreate(text, UriKind.Absolute, out var uri) && JsonTextFormats.IsUri(JsonData.UriText(uri)), text);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
