using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Episodes;

namespace Dreaming.Agents.Reading;

/// <summary>What one reply of a tool shows, as flat rows of named scalars, read once.</summary>
internal sealed class ReplyReading
{
    private const int MostValues = 2_000;

    private int _values;

    private ReplyReading()
    {
    }

    /// <summary>The objects, in document order.</summary>
    public List<SeenRow> Rows { get; } = [];
    /// <summary>How many elements each list has, by name.</summary>
    public List<(string Name, int Count)> Lists { get; } = [];
    /// <summary>The reply was cut short, or is older than it should be, and says so or shows it.</summary>
    public bool Degraded { get; private set; }

    public static ReplyReading Read(ToolContract? tool, string toolName, string content)
    {
        var reading = new ReplyReading();
        var root = new SeenRow("", null, Listed: false);
        var trimmed = content.AsSpan().TrimStart();
        if (trimmed.Length > 0 && trimmed[0] is '{' or '[')
        {
            try
            {
                using var document = JsonDocument.Parse(content);
                reading.Rows.Add(root);
                reading.Walk(document.RootElement, "", tool?.Result, root);
                return reading;
            }
            catch (JsonException)
            {
                reading.Degraded = true;
                return reading;
            }
        }

        reading.Rows.Add(root);
        var json = trimmed.Length > 0 && (char.IsAsciiDigit(trimmed[0]) || trimmed is "true" or "false" || trimmed[0] == '-') ? content.Trim() : CanonicalJson.Text(content);
        root.Values.Add(new SeenValue(toolName, content, json, json[0] == '"' ? JsonValueKind.String : JsonValueKind.Number, tool?.Result, root));
        return reading;
    }

    private void Walk(JsonElement element, string name, MemberContract? contract, SeenRow row)
    {
        if (_values >= MostValues)
            return;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var isMap = contract?.Kind == ValueKind.Map;
                foreach (var member in element.EnumerateObject())
                {
                    if (IsNotice(member.Name, contract))
                        Degraded = true;
                    var inner = isMap ? contract!.Element : contract.Member(member.Name);
                    if (member.Value.ValueKind == JsonValueKind.Object)
                    {
                        var child = new SeenRow(isMap ? name : member.Name, row, Listed: isMap);
                        Rows.Add(child);
                        if (isMap)
                            Add(child, Language.Words.Singular(name) + "_id", member.Name, CanonicalJson.Text(member.Name), JsonValueKind.String, null);
                        Walk(member.Value, member.Name, inner, child);
                    }
                    else
                    {
                        Walk(member.Value, isMap && inner is { Kind: not ValueKind.Array } ? member.Name : member.Name, inner, row);
                    }
                }

                break;
            case JsonValueKind.Array:
                Lists.Add((name, element.GetArrayLength()));
                foreach (var item in element.EnumerateArray())
                {
                    var child = new SeenRow(name, row, Listed: true);
                    Rows.Add(child);
                    if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                        Walk(item, name, contract?.Element, child);
                    else
                        Add(child, Language.Words.Singular(name), item, contract?.Element);
                }

                break;
            default:
                Add(row, name, element, contract);
                break;
        }
    }

    private void Add(SeenRow row, string name, JsonElement element, MemberContract? contract) =>
        Add(row, name, element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText(), CanonicalJson.Of(element), element.ValueKind, contract);

    private void Add(SeenRow row, string name, string text, string json, JsonValueKind kind, MemberContract? contract)
    {
        _values++;
        row.Values.Add(new SeenValue(name, text, json, kind, contract, row));
    }

    // A member that the contract does not have, and that speaks of the answer instead of the world.
    private static bool IsNotice(string name, MemberContract? contract) =>
        contract is { Kind: ValueKind.Object } && contract.Member(name) is null && name is "note" or "notice" or "warning" or "partial" or "as_of" or "stale" or "truncated";
}
