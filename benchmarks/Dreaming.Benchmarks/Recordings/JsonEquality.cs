using System.Globalization;
using System.Text.Json;

namespace Dreaming.Benchmarks.Recordings;

/// <summary>Whether two texts say the same: as JSON where both are JSON, else letter by letter.</summary>
public static class JsonEquality
{
    /// <summary>The first difference, as a JSON pointer with both values; null when there is none.</summary>
    public static string? Difference(string expected, string actual)
    {
        if (expected == actual)
            return null;
        if (!TryParse(expected, out var left) || !TryParse(actual, out var right))
            return $"expected {Short(expected)}, got {Short(actual)}";
        using (left)
        using (right)
            return Difference(left!.RootElement, right!.RootElement, "");
    }

    private static string? Difference(JsonElement expected, JsonElement actual, string pointer)
    {
        if (expected.ValueKind != actual.ValueKind)
            return Report(expected, actual, pointer);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject())
                {
                    var at = $"{pointer}/{member.Name}";
                    if (!actual.TryGetProperty(member.Name, out var other))
                        return $"{at}: expected {Short(member.Value.GetRawText())}, got nothing";
                    if (Difference(member.Value, other, at) is { } difference)
                        return difference;
                }

                foreach (var member in actual.EnumerateObject())
                    if (!expected.TryGetProperty(member.Name, out _))
                        return $"{pointer}/{member.Name}: expected nothing, got {Short(member.Value.GetRawText())}";
                return null;
            case JsonValueKind.Array:
                if (expected.GetArrayLength() != actual.GetArrayLength())
                    return Report(expected, actual, pointer);
                for (var i = 0; i < expected.GetArrayLength(); i++)
                    if (Difference(expected[i], actual[i], $"{pointer}/{i}") is { } difference)
                        return difference;
                return null;
            case JsonValueKind.Number:
                return Same(expected.GetRawText(), actual.GetRawText()) ? null : Report(expected, actual, pointer);
            case JsonValueKind.String:
                return expected.GetString() == actual.GetString() ? null : Report(expected, actual, pointer);
            default:
                return null;
        }
    }

    private static bool Same(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a == b
            : left == right;

    private static string Report(JsonElement expected, JsonElement actual, string pointer) =>
        $"{pointer}: expected {Short(expected.GetRawText())}, got {Short(actual.GetRawText())}";

    private static string Short(string text) => text.Length <= 80 ? text : text[..77] + "...";

    private static bool TryParse(string text, out JsonDocument? document)
    {
        try
        {
            document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            document = null;
            return false;
        }
    }
}
