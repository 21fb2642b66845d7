using System.Globalization;
using System.Text.Json;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;

namespace Dreaming.Agents.Scoring;

/// <summary>Reduces values that tools have shown to the few words that a policy can hang on: yes or no, one of a list, none, some, many. What identifies a person is never among them.</summary>
internal static class Facts
{
    /// <summary>The value's class; null for a value that has none.</summary>
    public static string? ClassOf(SeenValue value)
    {
        if (value.Sensitive)
            return null;
        return value.Kind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Null => "null",
            JsonValueKind.Number => Size(value.Text),
            JsonValueKind.String when value.Contract is { Kind: ValueKind.Enum } or { Allowed.IsEmpty: false } => value.Text,
            JsonValueKind.String when IsCode(value.Text) => value.Text,
            _ => null,
        };
    }

    public static string Count(int count) => count switch { 0 => "0", 1 => "1", _ => "more" };

    /// <summary>How a number or date that a call would pass compares with one that a result showed; null when they cannot be compared.</summary>
    public static string? Compare(string json, SeenValue value)
    {
        if (value.Sensitive)
            return null;
        if (value.Kind == JsonValueKind.Number && decimal.TryParse(json, NumberStyles.Number, CultureInfo.InvariantCulture, out var a)
            && decimal.TryParse(value.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var b))
            return a < b ? "<" : a > b ? ">" : "=";
        if (value.Kind == JsonValueKind.String && json.Length == 12 && value.Text.Length == 10
            && DateOnly.TryParseExact(json.AsSpan(1, 10), "yyyy-MM-dd", out var x) && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", out var y))
            return x < y ? "<" : x > y ? ">" : "=";
        return null;
    }

    private static string? Size(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        return number switch
        {
            < 0 => "below zero",
            0 => "0",
            1 => "1",
            <= 5 => "few",
            _ => "many",
        };
    }

    // snake_case words such as out_of_stock: a state, not a name.
    private static bool IsCode(string text)
    {
        if (text.Length is 0 or > 32)
            return false;
        foreach (var c in text)
            if (c is not ((>= 'a' and <= 'z') or '_' or ' '))
                return false;
        return text.Count(' ') <= 2;
    }

    private static int Count(this string text, char c)
    {
        var count = 0;
        foreach (var x in text)
            if (x == c)
                count++;
        return count;
    }
}
