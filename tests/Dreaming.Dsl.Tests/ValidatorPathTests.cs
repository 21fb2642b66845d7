using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dreaming.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dsl.Tests;

/// <summary>A validator takes short cuts where a document is written as most are. The verdict is the same beside them.</summary>
public class ValidatorPathTests
{
    private static readonly ImmutableArray<string> Names = ["", "a", "b", "ab", "aa", "é", "a\"b", "a\\b", "\u0001", "a name of more than thirty-two letters, which no vector holds", "z/~z"];
    private static readonly JsonMembers Members = new(Names, required: [0b11]);

    private static List<string> Violations(byte[] utf8, JsonValidator validator)
    {
        var violations = new List<Violation>();
        var valid = JsonData.Validate(utf8, validator, violations);
        Assert.Equal(valid, violations.Count == 0);
        Assert.Equal(valid, JsonData.Validate(utf8, validator));
        return [.. violations.Select(v => $"{v.Pointer} {v.Rule}")];
    }

    private static void Whole(ref JsonValidation json)
    {
        if (!json.BeginObject(Members))
            return;
        while (json.NextMember(Members, out _))
            json.Integer(0, 9);
        json.EndObject(Members);
    }

    [Fact]
    public void Members_may_come_in_any_order_with_any_space_and_any_escape() => Prop.ForAll(
        Gen.Choose(int.MinValue + 1, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var chosen = Enumerable.Range(0, Names.Length).Where(i => i < 2 || random.Next(3) > 0).ToArray();
            if (random.Next(2) == 0)
                random.Shuffle(chosen);
            string Space() => random.Next(3) == 0 ? new string(' ', random.Next(3)) + (random.Next(2) == 0 ? "\r\n\t" : "") : "";
            string Name(string name) => random.Next(4) switch
            {
                0 => JsonSerializer.Serialize(name),
                1 => "\"" + string.Concat(name.Select(c => $"\\u{(int)c:x4}")) + "\"",
                _ => "\"" + string.Concat(name.Select(c => c is '"' or '\\' ? "\\" + c : c < ' ' ? $"\\u{(int)c:X4}" : c.ToString())) + "\"",
            };
            var json = Space() + "{" + string.Join(",", chosen.Select(i => $"{Space()}{Name(Names[i])}{Space()}:{Space()}{random.Next(10)}{Space()}")) + "}" + Space();
            var utf8 = Encoding.UTF8.GetBytes(json);
            Assert.True(Violations(utf8, Whole) is [], json);
            var least = json.IndexOf('}', StringComparison.Ordinal) + 1;
            for (var length = 0; length < Encoding.UTF8.GetByteCount(json[..least]); length++)
                Assert.NotEmpty(Violations(utf8[..length], Whole));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("""{"":1,"a":2,"ab":3,"b":4}""")]
    [InlineData("""{"a":1}""", "/ required")]
    [InlineData("""{"":1,"a":2,"a":3}""", "/a duplicate")]
    [InlineData("""{"":1,"a":2,"\u0061":3}""", "/a duplicate")]
    [InlineData("""{"":1,"a":2,"a ":3,"c":4,"ba":5,"aaa":6}""", "/a  unknown", "/c unknown", "/ba unknown", "/aaa unknown")]
    [InlineData("""{"":1,"a":10,"a":{"a":[1]},"b":"1"}""", "/a range", "/a duplicate", "/b type")]
    [InlineData("""{"":1,"a":2,"z/~z":null}""", "/z~1~0z type")]
    [InlineData("""{"":1,"a":2,}""", "/a json")]
    [InlineData("""{"":1,,"a":2}""", "/ json")]
    [InlineData("""{"":1 "a":2}""", "/ json")]
    [InlineData("""{"":1,"a"2}""", "/ json")]
    [InlineData("""{"":1,"a":}""", "/a json")]
    [InlineData("""{"":1,"a":2]""", "/a json")]
    [InlineData("""{,"":1,"a":2}""", " json")]
    public void A_member_is_taken_for_what_it_is_named(string json, params string[] expected) =>
        Assert.Equal(expected, Violations(Encoding.UTF8.GetBytes(json), Whole));

    [Fact]
    public void A_document_that_ends_early_is_a_violation_wherever_it_ends()
    {
        foreach (var tool in Documents.ToolNames.Select(row => Documents.Tool(row.Data)))
        {
            var utf8 = Encoding.UTF8.GetBytes(Documents.Valid(tool).Trim());
            for (var length = 0; length < utf8.Length; length++)
                Assert.Contains(Documents.Violations(tool, utf8[..length]), v => v.EndsWith(" json", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_a_repeated_member_holds_is_not_printed()
    {
        var violations = new List<Violation>();
        Assert.False(Documents.Tool("place_order").Validate(Encoding.UTF8.GetBytes(Documents.PlaceOrder.Trim()[..^1] + ",\"birth_date\":\"1970-01-02\"}"), violations));
        Assert.Equal("/birth_date: expected each member once, found the member again [duplicate]", Assert.Single(violations).ToString());
    }

    [Fact]
    public void A_choice_is_found_among_names_however_alike_they_are() => Prop.ForAll(
        Gen.Elements("a", "b", "é", "\"", "/", "0").ListOf().Select(string.Concat).ListOf().ToArbitrary(),
        texts =>
        {
            var names = new JsonNames([.. texts.Where((_, i) => i % 2 == 0).Distinct()]);
            foreach (var text in texts)
                foreach (var json in new[] { JsonSerializer.Serialize(text), JsonValue.Create(text).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) })
                    Assert.Equal(names.Texts.Contains(text), Violations(Encoding.UTF8.GetBytes(json), (ref JsonValidation v) => v.Choice(names)) is []);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Decimal_bounds_hold_at_every_scale() => Prop.ForAll(
        (from least in Bound from most in Bound from numbers in Bound.ListOf(20) select (least, most, numbers)).ToArbitrary(),
        sample =>
        {
            var range = new JsonDecimalRange(sample.least, sample.most);
            foreach (var number in sample.numbers.Append(sample.least).Append(sample.most))
                foreach (var text in new[] { number.ToString(CultureInfo.InvariantCulture), number.ToString("0.0###########################", CultureInfo.InvariantCulture) })
                    Assert.True(
                        (number >= sample.least && number <= sample.most) == Violations(Encoding.UTF8.GetBytes(text), (ref JsonValidation v) => v.Number(range)) is [],
                        $"{text} {range}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static Gen<decimal> Bound => Gen.OneOf(
        from digits in Gen.Choose(-200, 200) from scale in Gen.Choose(0, 4) select new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale),
        from low in Gen.Choose(int.MinValue, int.MaxValue) from middle in Gen.Choose(int.MinValue, int.MaxValue) from high in Gen.Elements(0, 0, 1, int.MaxValue) from negative in Gen.Elements(true, false) from scale in Gen.Choose(0, 28) select new decimal(low, middle, high, negative, (byte)scale),
        Gen.Elements(decimal.MinValue, decimal.MaxValue, 0m, -0.0m, 999999999999999999m, 1000000000000000000m, -999999999999999999m, 0.999999999999999999m, 0.0000000000000000000000000001m));

    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("1999-12-31")]
    public void A_date_with_any_other_character_is_what_the_framework_says(string date)
    {
        foreach (var text in Mutations(date))
            Assert.Equal(
                DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                JsonData.Validate(JsonSerializer.SerializeToUtf8Bytes(text), (ref JsonValidation v) => v.Date()));
    }

    [Theory]
    [InlineData("2024-02-29T23:59:59Z")]
    [InlineData("1999-12-31T00:00:00.1234567+13:59")]
    public void An_instant_with_any_other_character_is_what_the_framework_says(string instant)
    {
        foreach (var text in Mutations(instant))
        {
            var utf8 = JsonSerializer.SerializeToUtf8Bytes(text);
            var reader = new Utf8JsonReader(utf8);
            reader.Read();
            var hasOffset = text[10] == 'T' && (text[^1] == 'Z' || (text[^6] is '+' or '-' && text[^3] == ':'));
            Assert.True((hasOffset && reader.TryGetDateTimeOffset(out _)) == JsonData.Validate(utf8, (ref JsonValidation v) => v.Instant()), text);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    public void A_repeated_key_is_found_among_few_and_many(int count)
    {
        foreach (var key in new[] { "", "k", "kk", "é", "\\u006b0", "k\\u0031", "\\u00e9", new string('x', 600), "\\u0078" + new string('x', 599) })
        {
            var entries = Enumerable.Range(0, count - 1).Select(i => $"\"k{i}\":1").ToList();
            var repeated = entries.Exists(e => e.StartsWith($"\"{System.Text.RegularExpressions.Regex.Unescape(key)}\"", StringComparison.Ordinal));
            Assert.Equal(repeated, Violations(Encoding.UTF8.GetBytes($"{{{string.Join(',', entries)},\"{key}\":1}}"), Map).Exists(v => v.EndsWith(" duplicate", StringComparison.Ordinal)));
            Assert.Contains(Violations(Encoding.UTF8.GetBytes($"{{\"{key}\":1,{string.Join(',', entries)},\"{System.Text.RegularExpressions.Regex.Unescape(key)}\":1}}"), Map), v => v.EndsWith(" duplicate", StringComparison.Ordinal));
        }
    }

    private static void Map(ref JsonValidation json)
    {
        if (!json.BeginMap())
            return;
        while (json.NextEntry())
            json.Any();
        json.EndMap(0, int.MaxValue);
    }

    private static IEnumerable<string> Mutations(string text) =>
        from at in Enumerable.Range(0, text.Length)
        from c in Enumerable.Range(0x20, 0x60).Select(c => (char)c).Append('é').Append('\u0661').Append('\u00b0')
        select text[..at] + c + text[(at + 1)..];
}
