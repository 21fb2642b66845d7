using System.Text.Json;

namespace Dreaming.Audits;

/// <summary>Whether a degraded answer says nothing but what the whole one says.</summary>
internal static class DegradedReply
{
    /// <summary>A part of the answer in the same places, with one notice beside it. Text that is no JSON begins like the answer.</summary>
    public static bool AddsOnlyANotice(string degraded, string whole)
    {
        if (Parse(whole) is not { } truth)
            return degraded.LastIndexOf(" (", StringComparison.Ordinal) is >= 0 and var notice && degraded.EndsWith(')') && whole.StartsWith(degraded[..notice], StringComparison.Ordinal);
        if (Parse(degraded) is not { ValueKind: JsonValueKind.Object } part)
            return false;
        var told = truth.ValueKind == JsonValueKind.Object ? truth : default;
        var extra = part.EnumerateObject().Where(m => told.ValueKind != JsonValueKind.Object || !told.TryGetProperty(m.Name, out _)).ToList();
        if (truth.ValueKind == JsonValueKind.Array)
            return extra.Count == 2 && part.TryGetProperty("items", out var items) && IsPart(items, truth) && extra.Exists(m => m.Name == "notice");
        return extra is [{ Value.ValueKind: JsonValueKind.String }]
            && part.EnumerateObject().Where(m => m.Name != extra[0].Name).All(m => IsPart(m.Value, told.GetProperty(m.Name)));
    }

    /// <summary>The beginning of the answer, or of a JSON object around it, and no JSON by itself.</summary>
    public static bool IsBrokenOff(string degraded, string whole)
    {
        var text = whole.Trim();
        var begins = text.StartsWith(degraded, StringComparison.Ordinal) && degraded.Length < text.Length || text.Length == 0;
        var wrapped = "{\"result\":\"" is var wrapper && (degraded.StartsWith(wrapper, StringComparison.Ordinal) || wrapper.StartsWith(degraded, StringComparison.Ordinal));
        return (begins || wrapped && Parse(whole) is null) && Parse(degraded) is null;
    }

    private static bool IsPart(JsonElement part, JsonElement whole) => (part.ValueKind, whole.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => part.EnumerateObject().All(m => whole.TryGetProperty(m.Name, out var same) && IsPart(m.Value, same)),
        (JsonValueKind.Array, JsonValueKind.Array) => part.GetArrayLength() <= whole.GetArrayLength() && part.EnumerateArray().Index().All(e => IsPart(e.Item, whole[e.Index])),
        _ => JsonElement.DeepEquals(part, whole),
    };

    private static JsonElement? Parse(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return null;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
