using System.Text.Json;

namespace Dreaming.Rubrics;

internal static class CanonicalJson
{
    // Members in ordinal order and no white space, so that two spellings of the same arguments compare equal.
    public static string Of(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    public static bool AreSame(string one, string other) => one == other || Of(one) == Of(other);

    private static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{Quoted(member.Name)}:{Of(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Of))}]",
        JsonValueKind.String => Quoted(element.GetString() ?? ""),
        _ => element.GetRawText(),
    };

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
