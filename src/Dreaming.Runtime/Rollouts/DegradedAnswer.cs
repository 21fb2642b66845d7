using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dreaming.Rollouts;

/// <summary>Answers that arrive, but not whole.</summary>
internal static class DegradedAnswer
{
    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Cuts every list after its first element; an object without such a list loses the second half of its members, a text its second half.</summary>
    public static string Partial(string content)
    {
        var node = Parse(content);
        if (node is null)
            return Half(content) + " (partial answer: the rest is missing)";
        if (!CutLists(node) && node is JsonObject whole)
            foreach (var name in whole.Select(m => m.Key).Skip((whole.Count + 1) / 2).ToList())
                whole.Remove(name);
        return WithNotice(node, "partial answer: some entries are missing");
    }

    /// <summary>Adds the remark that the answer is old.</summary>
    public static string Stale(string content)
    {
        const string notice = "as of the start of this conversation; later changes are not shown";
        return Parse(content) is { } node ? WithNotice(node, notice) : $"{content} ({notice})";
    }

    /// <summary>Breaks the answer off in the middle: what is left is never JSON, whatever it was before.</summary>
    public static string Malformed(string content) =>
        Half(Parse(content) is null ? "{\"result\":\"" + JsonEncodedText.Encode(content, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"}" : content.Trim());

    // Only objects and arrays: a bare scalar is read as text.
    private static JsonNode? Parse(string content)
    {
        var start = content.AsSpan().TrimStart();
        if (start is not ['{' or '[', ..])
            return null;
        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool CutLists(JsonNode node)
    {
        var cut = false;
        if (node is JsonArray list)
        {
            cut = list.Count > 1;
            while (list.Count > 1)
                list.RemoveAt(list.Count - 1);
            return list is [{ } first] ? CutLists(first) | cut : cut;
        }

        if (node is JsonObject members)
            foreach (var (_, member) in members)
                if (member is not null)
                    cut |= CutLists(member);
        return cut;
    }

    private static string WithNotice(JsonNode node, string notice)
    {
        var answer = node as JsonObject ?? new JsonObject { ["items"] = node };
        var name = "notice";
        while (answer.ContainsKey(name))
            name = "_" + name;
        answer[name] = notice;
        return answer.ToJsonString(Legible);
    }

    private static string Half(string text)
    {
        var length = text.Length / 2;
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return text[..length];
    }
}
