using System.Globalization;
using System.Text;

namespace Dreaming.Benchmarks.Contracts;

/// <summary>Valid deliveries, the same in every run.</summary>
internal static class DeliveryDocuments
{
    private static readonly string[] Speeds = ["standard", "next_day", "same_day"];
    private static readonly string[] Currencies = ["EUR", "USD", "GBP"];
    private static readonly string[] Remarks = ["", "Leave it with the neighbour at number 12, please.", "Beware of the dog; ring twice and wait for someone to come down."];

    public static IEnumerable<byte[]> All(int count)
    {
        var random = new Random(20);
        for (var i = 0; i < count; i++)
            yield return Encoding.UTF8.GetBytes(One(random));
    }

    private static string One(Random random)
    {
        var parcels = string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Invariant(
            $$"""{"sku":"ABC-{{random.Next(1000, 10000)}}","title":"Compression stockings, size {{random.Next(1, 9)}}","quantity":{{random.Next(1, 101)}},"weight":{{random.Next(1, 9999)}}.{{random.Next(10, 100)}},"fragile":{{(random.Next(2) == 0 ? "true" : "false")}}}""")));
        var note = random.Next(2) == 0 ? "null" : "\"second floor, door on the left\"";
        var place = Invariant($$"""{"street":"{{random.Next(1, 200)}} Example Street","city":"Springfield","country":"GB","zip":"{{random.Next(10_000, 100_000)}}","note":{{note}}}""");
        return Invariant($$"""
            {"delivery_id":"DL-{{random.Next(10_000_000, 100_000_000)}}","correlation":"123e4567-e89b-12d3-a456-4266{{random.Next(10_000_000, 100_000_000)}}","speed":"{{Speeds[random.Next(3)]}}","days_supply":{{random.Next(1, 91)}},"confidence":0.{{random.Next(1, 1000)}},"price":{{random.Next(0, 99999)}}.{{random.Next(10, 100)}},"currency":"{{Currencies[random.Next(3)]}}","due":"2026-{{random.Next(10, 13)}}-{{random.Next(10, 29)}}","created":"2026-11-{{random.Next(10, 29)}}T09:30:15Z","signature":true,"remark":"{{Remarks[random.Next(3)]}}","recipient":{"recipient_id":"PT-{{random.Next(100_000, 1_000_000)}}","first_name":"Alder","last_name":"Quill","birth_date":"19{{random.Next(10, 100)}}-02-{{random.Next(10, 29)}}","phone":"+44 20 7946 {{random.Next(1000, 10000)}}","email":"alder.quill{{random.Next(100)}}@example.com","place":{{place}}},"parcels":[{{parcels}}]}
            """);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
