using System.Globalization;
using System.Text.Json.Nodes;
using Dreaming.Contracts;

namespace Dreaming.Generators.Tests.Differential;

/// <summary>Writes documents that a contract accepts, or nearly accepts.</summary>
internal sealed class RandomDocuments(Random random, double mistakes)
{
    private const int Deepest = 5;

    public JsonNode? Of(MemberContract contract) => Value(contract, 0);

    private JsonNode? Value(MemberContract contract, int depth)
    {
        if (random.NextDouble() < mistakes)
            return Strange();
        if (contract.Nullable && (depth > Deepest || random.Next(3) == 0))
            return null;
        contract = contract.Target?.Invoke() ?? contract;
        return contract.Kind switch
        {
            ValueKind.Object => Members(contract, depth),
            ValueKind.Union => Members(contract.Cases[random.Next(depth > Deepest ? 2 : contract.Cases.Length)], depth),
            ValueKind.Array => new JsonArray([.. Enumerable.Range(0, depth > Deepest ? 0 : Count(contract)).Select(_ => Value(contract.Element!, depth + 1))]),
            ValueKind.Map => new JsonObject(Enumerable.Range(0, Count(contract)).Select(i => KeyValuePair.Create("k" + i, Value(contract.Element!, depth + 1)))),
            ValueKind.Boolean => random.Next(2) == 0,
            ValueKind.Integer => Number(contract, 1m),
            ValueKind.Number => Number(contract, 0.5m),
            ValueKind.Enum => contract.Allowed[random.Next(contract.Allowed.Length)],
            _ => Text(contract),
        };
    }

    private JsonObject Members(MemberContract contract, int depth)
    {
        var document = new JsonObject();
        foreach (var member in contract.Members.OrderBy(_ => random.Next()))
            if (random.NextDouble() >= (member.Required ? mistakes : 0.3))
                document[member.Name] = Value(member, depth + 1);
        if (random.NextDouble() < mistakes)
            document["unknown"] = 1;
        return document;
    }

    private JsonNode Number(MemberContract contract, decimal step)
    {
        if (!contract.Allowed.IsEmpty && random.Next(8) > 0)
            return decimal.Parse(contract.Allowed[random.Next(contract.Allowed.Length)], CultureInfo.InvariantCulture);
        var edge = random.Next(3) switch { 0 => contract.Minimum ?? 0, 1 => contract.Maximum ?? 3, _ => (contract.Minimum + contract.Maximum) / 2 ?? random.Next(4) };
        var value = step == 1m ? decimal.Truncate(edge) : edge;
        value += random.Next(10) == 0 ? step : random.Next(10) == 0 ? -step : 0;
        return decimal.Parse(value.ToString("0.###", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private string Text(MemberContract contract)
    {
        if (!contract.Allowed.IsEmpty && random.Next(8) > 0)
            return contract.Allowed[random.Next(contract.Allowed.Length)];
        string[] texts = contract.Pattern is null ? ["", "a", "bc", "abc", "abcde", "abcdefg", "\u00e9\u00e9"] : ["a", "abc", "x", "yz", "12-3", "b", "abb", "12-34", "d"];
        return texts[random.Next(texts.Length)];
    }

    private int Count(MemberContract contract) => random.Next(contract.MinLength ?? 0, (contract.MaxLength ?? 3) + 1) + (random.Next(10) == 0 ? 1 : 0);

    private JsonNode? Strange() => random.Next(7) switch
    {
        0 => null,
        1 => "text",
        2 => true,
        3 => 0.25m,
        4 => new JsonArray(),
        5 => new JsonObject(),
        _ => -7,
    };
}
