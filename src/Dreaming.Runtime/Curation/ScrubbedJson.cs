using System.Text;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Episodes;

namespace Dreaming.Curation;

/// <summary>JSON with pseudonyms: values of sensitive members whole, all other text by what stands in it. Text that is no JSON is searched as it is.</summary>
internal sealed class ScrubbedJson(SensitiveMembers members, Pseudonyms pseudonyms)
{
    public string Of(string content)
    {
        try
        {
            return Parsed(content);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return pseudonyms.Replace(GarbledJson.Replace(content, members, pseudonyms.Of));
        }
    }

    private string Parsed(string content)
    {
        using var document = JsonDocument.Parse(content);
        if (document.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return pseudonyms.Replace(content);
        var before = pseudonyms.Replaced;
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, TranscriptJson.Writer))
            Write(writer, document.RootElement, members.Contract, sensitive: false);
        return pseudonyms.Replaced == before ? content : Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void Write(Utf8JsonWriter writer, JsonElement json, MemberContract? contract, bool sensitive)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    var inner = SensitiveMembers.Member(contract, member.Name);
                    var declared = inner is not null && contract!.Kind != ValueKind.Map;
                    writer.WritePropertyName(declared || members.Names.Contains(member.Name) ? member.Name : pseudonyms.Replace(member.Name));
                    Write(writer, member.Value, inner, sensitive || members.IsSensitive(member.Name, inner));
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in json.EnumerateArray())
                    Write(writer, element, contract?.Element, sensitive);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(sensitive ? pseudonyms.Of(json.GetString()!) : pseudonyms.Replace(json.GetString()!));
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                WriteScalar(writer, json, sensitive);
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private void WriteScalar(Utf8JsonWriter writer, JsonElement json, bool sensitive)
    {
        var raw = json.GetRawText();
        var shown = sensitive ? pseudonyms.Of(raw) : json.ValueKind == JsonValueKind.Number ? pseudonyms.Replace(raw) : raw;
        if (shown == raw)
            writer.WriteRawValue(raw);
        else
            writer.WriteStringValue(shown);
    }
}
