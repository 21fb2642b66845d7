using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dreaming.Dsl.Tests.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dsl.Tests;

public class RoundTripTests
{
    [Fact]
    public void What_is_written_is_valid_and_reads_as_what_it_was() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed =>
        {
            var tool = Documents.Tool("everything");
            var json = Documents.Write(tool, Sample(new Random(seed)));
            Assert.Empty(Documents.Violations(tool, json));
            Assert.Equal(json, Documents.Write(tool, tool.ReadCall(Encoding.UTF8.GetBytes(json))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Every_member_arrives()
    {
        var call = (PlaceOrder)PlaceOrder.Contract.ReadCall(Encoding.UTF8.GetBytes(Documents.PlaceOrder));
        Assert.Equal(
            new PlaceOrder("RX-100001", 30, Urgency.SameDay, call.Items, new Address("Long Lane", "12345"), new DateOnly(1970, 1, 2), Copies: 1, Note: null),
            call);
        Assert.Equal(["a"], call.Items);
    }

    [Fact]
    public void An_absent_property_keeps_its_initializer()
    {
        var read = (Everything)Everything.Contract.ReadCall(Encoding.UTF8.GetBytes(Documents.Everything));
        Assert.Equal("none", read.Label);
        Assert.True(read.Sure);
        var labelled = Documents.With(Everything.Contract, "label", "\"some\"");
        Assert.Equal("some", ((Everything)Everything.Contract.ReadCall(Encoding.UTF8.GetBytes(labelled))).Label);
    }

    [Fact]
    public void A_document_is_written_as_it_was_read()
    {
        var read = Everything.Contract.ReadCall(Encoding.UTF8.GetBytes(Documents.Everything));
        var expected = JsonNode.Parse(Documents.Everything)!.AsObject();
        expected["label"] = "none";
        foreach (var absent in new[] { "maybe", "maybe_urgency", "maybe_patient" })
            expected.Remove(absent);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(Documents.Write(Everything.Contract, read))));
    }

    [Fact]
    public void Null_is_left_out_unless_it_is_never_to_be_ignored()
    {
        var receipt = new Receipt("O-1", 1.50m, default, null);
        Assert.Equal("""{"order_id":"O-1","price":1.50,"stops":[],"remark":null}""", PlaceOrder.Contract.WriteResult(receipt));
        Assert.Equal("""{"street":"s","zip":"z"}""", Contracts.JsonData.ToText(new Address("s", "z"), Contracts.JsonData.Write));
    }

    [Fact]
    public void A_text_result_is_bare_and_others_are_JSON()
    {
        Assert.Equal("He said \"no\".", LookUp.Contract.WriteResult("He said \"no\"."));
        Assert.True(LookUp.Contract.TryReadResult("not { JSON", out var text));
        Assert.Equal("not { JSON", text);

        ImmutableArray<Receipt> receipts = [new("O-1", 2m, [], "é'"), new("O-2", 3m, [new("s", "12345")], null)];
        var json = ListAll.Contract.WriteResult(receipts);
        Assert.Contains("é'", json, StringComparison.Ordinal);
        Assert.True(ListAll.Contract.TryReadResult(json, out var read));
        Assert.Equal(json, ListAll.Contract.WriteResult(read));
        Assert.False(ListAll.Contract.TryReadResult("""[{"order_id":"O-1"}]""", out _));
        Assert.False(ListAll.Contract.TryReadResult("oops", out _));
    }

    [Fact]
    public void Dictionaries_are_written_in_the_order_of_their_keys() => Assert.Equal(
        """{"a":1,"b":null,"c":3}""",
        Everything.Contract.WriteResult(new Dictionary<string, int?> { ["c"] = 3, ["a"] = 1, ["b"] = null }));

    private static Everything Sample(Random random)
    {
        string Text() => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => char.ConvertFromUtf32(random.Next(3) switch { 0 => random.Next(0x20), 1 => random.Next(0x20, 0xd800), _ => random.Next(0xe000, 0x110000) })));
        T[] Many<T>(Func<T> one) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => one())];
        Dictionary<string, T> Map<T>(Func<T> one) => Many(Text).Distinct().ToDictionary(k => k, _ => one());
        Urgency Urgent() => (Urgency)random.Next(3);
        Address Somewhere() => new(Text(), random.Next(100_000).ToString("D5"), random.Next(2) == 0 ? null : Text());
        decimal Money() => random.Next(1, 9999) / 100m;
        float Single()
        {
            var single = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            return float.IsFinite(single) ? single : float.MaxValue;
        }

        var when = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay * 10, TimeSpan.TicksPerDay * 3_000_000), TimeSpan.FromMinutes(random.Next(-840, 841)));
        var patient = new PatientId("PT-" + random.Next(1_000_000).ToString("D6"));
        return new Everything(
            random.Next(2) == 0,
            (byte)random.Next(256),
            (sbyte)random.Next(-128, 128),
            (short)random.Next(short.MinValue, short.MaxValue + 1),
            (ushort)random.Next(65536),
            random.Next(-5, 6),
            (uint)random.NextInt64(uint.MaxValue + 1L),
            random.NextInt64(long.MinValue, long.MaxValue),
            (ulong)random.NextInt64(long.MinValue, long.MaxValue),
            Single(),
            0.5 + (2 * random.NextDouble()),
            Money(),
            DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)),
            new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)),
            when,
            new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]),
            random.Next(2) == 0 ? "red" : "green",
            Many(Text),
            [.. Many(() => random.Next())],
            Many(Urgent),
            Map(() => random.Next()),
            Map(Somewhere),
            Map(() => random.Next(2) == 0 ? null : Text()).ToImmutableDictionary(),
            Map(() => Many(Money).ToImmutableArray()).ToImmutableSortedDictionary(StringComparer.Ordinal),
            JsonDocument.Parse("""[1,{"a":null}]""").RootElement,
            patient,
            random.Next(2) == 0 ? null : random.Next(),
            random.Next(2) == 0 ? null : Urgent(),
            random.Next(2) == 0 ? null : patient,
            [.. Many<int?>(() => random.Next(2) == 0 ? null : random.Next())])
        {
            Label = "x" + random.Next(10, 999),
            Sure = random.Next(2) == 0,
        };
    }
}
