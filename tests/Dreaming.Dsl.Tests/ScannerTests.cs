using System.Text;
using System.Text.Json;
using Dreaming.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dsl.Tests;

/// <summary>The scanner accepts what RFC 8259 has, as the framework's reader does. The framework's reader is the oracle.</summary>
public class ScannerTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("-0.0e-0", true)]
    [InlineData("1E+2", true)]
    [InlineData("123456789012345678901234567890", true)]
    [InlineData("0.1e1", true)]
    [InlineData("01", false)]
    [InlineData("-01", false)]
    [InlineData("-", false)]
    [InlineData("+1", false)]
    [InlineData(".5", false)]
    [InlineData("1.", false)]
    [InlineData("1.e1", false)]
    [InlineData("1e", false)]
    [InlineData("1e+", false)]
    [InlineData("1e1.5", false)]
    [InlineData("0x10", false)]
    [InlineData("1a", false)]
    [InlineData("--1", false)]
    [InlineData("NaN", false)]
    [InlineData("Infinity", false)]
    [InlineData("1 2", false)]
    [InlineData("true", true)]
    [InlineData("tru", false)]
    [InlineData("trueish", false)]
    [InlineData("True", false)]
    [InlineData("null", true)]
    [InlineData("nul", false)]
    [InlineData("false", true)]
    [InlineData("[]", true)]
    [InlineData("[1]", true)]
    [InlineData(" [ 1 , \t\r\n2 ] ", true)]
    [InlineData("[1,]", false)]
    [InlineData("[,1]", false)]
    [InlineData("[1 2]", false)]
    [InlineData("[", false)]
    [InlineData("]", false)]
    [InlineData("[}", false)]
    [InlineData("[1}", false)]
    [InlineData("{]", false)]
    [InlineData("{}", true)]
    [InlineData("{\"a\":1}", true)]
    [InlineData("{\"a\" : 1 , \"b\":{}}", true)]
    [InlineData("{\"a\":1,}", false)]
    [InlineData("{\"a\"}", false)]
    [InlineData("{\"a\":}", false)]
    [InlineData("{\"a\",1}", false)]
    [InlineData("{\"a\":1:2}", false)]
    [InlineData("{\"a\":1]", false)]
    [InlineData("{a:1}", false)]
    [InlineData("{1:1}", false)]
    [InlineData("{\"a\":1 \"b\":2}", false)]
    [InlineData("[1]]", false)]
    [InlineData("{}}", false)]
    [InlineData("/**/1", false)]
    [InlineData("1//", false)]
    [InlineData("\u00a01", false)]
    [InlineData("\ufeff1", false)]
    [InlineData("1\0", false)]
    [InlineData("\"\"", true)]
    [InlineData("\"a", false)]
    [InlineData("\"", false)]
    [InlineData("\"\\\"", false)]
    [InlineData("\"\\", false)]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", true)]
    [InlineData("\"\\a\"", false)]
    [InlineData("\"\\'\"", false)]
    [InlineData("\"\\u00e9\\u00E9\"", true)]
    [InlineData("\"\\u00e\"", false)]
    [InlineData("\"\\u00eg\"", false)]
    [InlineData("\"\\u\"", false)]
    [InlineData("\"\\U0000\"", false)]
    [InlineData("\"\\u0000\"", true)]
    [InlineData("\"\t\"", false)]
    [InlineData("\"\n\"", false)]
    [InlineData("\"\u001f\"", false)]
    [InlineData("\"\u007f\"", true)]
    [InlineData("\"\\ud83d\\ude00\"", true)]
    [InlineData("\"\\ud83d\"", false)]
    [InlineData("\"\\ude00\"", false)]
    [InlineData("\"\\ud83dx\"", false)]
    [InlineData("\"\\ud83d\\n\"", false)]
    [InlineData("\"\\ud83d\\u0041\"", false)]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", false)]
    [InlineData("\"\\ude00\\ud83d\"", false)]
    [InlineData("\"é😀 ￿\"", true)]
    public void JSON_is_what_the_standard_says(string json, bool valid)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        Assert.Equal(valid, Accepts(utf8));
        Assert.Equal(valid, FrameworkAccepts(utf8));
        // Inside of something else, with more behind it than a vector takes.
        var wrapped = Encoding.UTF8.GetBytes($"{{\"some rather long name\":[{json}],\"behind\":\"what is longer than sixteen bytes\"}}");
        Assert.Equal(FrameworkAccepts(wrapped), Accepts(wrapped));
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xc3, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xc0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xed, 0xa0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xf4, 0x90, 0x80, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xff, 0x22 })]
    [InlineData(new byte[] { 0x22, 0x80, 0x22 })]
    [InlineData(new byte[] { 0xef, 0xbb, 0xbf, 0x31 })]
    public void What_is_no_UTF8_is_no_JSON(byte[] utf8) => Assert.False(Accepts(utf8));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void Sixty_four_levels_are_the_deepest(int depth, bool valid)
    {
        Assert.Equal(valid, Accepts(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth))));
        Assert.Equal(valid, Accepts(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth))));
    }

    [Fact]
    public void Text_of_every_length_ends_at_its_quote()
    {
        for (var length = 0; length < 80; length++)
            for (var special = 0; special < length; special++)
                foreach (var inside in new[] { "x", "\\\"", "\u0001", "é" })
                {
                    var utf8 = Encoding.UTF8.GetBytes($"[\"{new string('a', special)}{inside}{new string('b', length - special - 1)}\"]");
                    Assert.Equal(FrameworkAccepts(utf8), Accepts(utf8));
                    Assert.Equal(FrameworkAccepts(utf8), Accepts([.. utf8, .. "                                "u8]));
                    Assert.False(Accepts(utf8.AsSpan(0, utf8.Length - 2)));
                }
    }

    [Fact]
    public void Whatever_is_changed_in_JSON_the_framework_agrees() => Prop.ForAll(
        (from pieces in Gen.Elements("{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"a\":", "1", "-", "0", ".", "e", "E+1", "true", "null", "\\", "\\u00", "\\ud83d\\ude00", " ", "\n", "é", "\t", "[1,2]", "{\"a\":{}}", "\"long enough for a vector\"").ListOf()
         select string.Concat(pieces)).ToArbitrary(),
        json =>
        {
            var utf8 = Encoding.UTF8.GetBytes(json);
            Assert.True(FrameworkAccepts(utf8) == Accepts(utf8), json);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30_000));

    [Fact]
    public void Numbers_are_read_as_the_framework_reads_them() => Prop.ForAll(
        (from sign in Gen.Elements("", "-")
         from whole in Gen.Choose(0, int.MaxValue).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).Or(Gen.Elements("0", "999999999999999", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616"))
         from rest in Gen.Elements("", ".0", ".5", ".1", ".25", ".000000000001", ".123456789", ".99999999999999999999", "e0", "e1", "E-5", ".5e3", "e400", "e-400")
         select sign + whole + rest).ToArbitrary(),
        json =>
        {
            var utf8 = Encoding.UTF8.GetBytes(json);
            using var document = JsonDocument.Parse(json);
            var number = document.RootElement;
            if (number.TryGetDouble(out var real) && double.IsFinite(real))
                Assert.True(JsonData.Validate(utf8, (ref JsonValidation v) => v.Number(real, real)), $"{json} as a double");
            else
                Assert.False(JsonData.Validate(utf8, (ref JsonValidation v) => v.Number(double.MinValue, double.MaxValue)), $"{json} as a double");
            Assert.Equal(number.TryGetDecimal(out var exact), JsonData.Validate(utf8, (ref JsonValidation v) => v.Number(new JsonDecimalRange(exact, exact))));
            var isWhole = json.AsSpan().IndexOfAny(".eE") < 0;
            Assert.Equal(number.TryGetInt64(out var integer) && isWhole, JsonData.Validate(utf8, (ref JsonValidation v) => v.Integer(integer, integer)));
            Assert.Equal(number.TryGetUInt64(out var natural) && isWhole, JsonData.Validate(utf8, (ref JsonValidation v) => v.Unsigned(natural, natural)));
            Assert.Equal(number.TryGetSingle(out var single) && float.IsFinite(single), JsonData.Validate(utf8, (ref JsonValidation v) => v.Single(double.MinValue, double.MaxValue)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Dates_are_read_as_the_framework_reads_them()
    {
        for (var year = 0; year <= 2100; year += 4)
            for (var month = 0; month <= 13; month++)
                foreach (var day in new[] { 0, 1, 28, 29, 30, 31, 32 })
                {
                    var text = $"{year:D4}-{month:D2}-{day:D2}";
                    Assert.Equal(
                        DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
                        JsonData.Validate(Encoding.UTF8.GetBytes($"\"{text}\""), (ref JsonValidation v) => v.Date()));
                }

        Assert.True(JsonData.Validate("\"2024-02-\\u0032\\u0039\""u8, (ref JsonValidation v) => v.Date()));
    }

    [Fact]
    public void Instants_are_read_as_the_framework_reads_them() => Prop.ForAll(
        (from date in Gen.Elements("2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "2024-13-01", "0000-01-01")
         from between in Gen.Elements("T", "t", " ")
         from time in Gen.Elements("00:00:00", "23:59:59", "24:00:00", "23:60:00", "23:59:60", "9:00:00", "12:30")
         from fraction in Gen.Elements("", ".", ".5", ".1234567", ".12345678", ".1234567890123456", ".12345678901234567", ",5")
         from offset in Gen.Elements("Z", "z", "", "+01:00", "-13:59", "+14:00", "-14:00", "+14:01", "+15:00", "+01:60", "+0100", "+1:00", "+00")
         select date + between + time + fraction + offset).ToArbitrary(),
        text =>
        {
            var utf8 = Encoding.UTF8.GetBytes($"\"{text}\"");
            var reader = new Utf8JsonReader(utf8);
            reader.Read();
            var hasOffset = text.Length >= 20 && text[10] == 'T' && (text[^1] == 'Z' || (text[^6] is '+' or '-' && text[^3] == ':'));
            Assert.True((hasOffset && reader.TryGetDateTimeOffset(out _)) == JsonData.Validate(utf8, (ref JsonValidation v) => v.Instant()), text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static bool Accepts(ReadOnlySpan<byte> utf8)
    {
        var violations = new List<Violation>();
        var valid = JsonData.Validate(utf8, (ref JsonValidation json) => json.Any(), violations);
        Assert.Equal(valid, violations.Count == 0);
        return valid;
    }

    // A lone surrogate in an escape is well-formed to the framework until somebody asks for the text.
    private static bool FrameworkAccepts(byte[] utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
