using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Dreaming.Simulators;

/// <summary>Reads results as trees: ids, members, numbers.</summary>
internal static class Json
{
    /// <summary>The text as JSON; undefined when it is none.</summary>
    public static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (text.Contains("\\u", StringComparison.Ordinal))
                ReadTexts(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return default;
        }
    }

    // Half of a surrogate pair is JSON, but no text: reading it throws.
    private static void ReadTexts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
            {
                _ = member.Name;
                ReadTexts(member.Value);
            }
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var element in value.EnumerateArray())
                ReadTexts(element);
        else if (value.ValueKind == JsonValueKind.String)
            _ = value.GetString();
    }

    /// <summary>Whether a name says that its value identifies something: it ends in <c>id</c> or <c>ids</c> as a word of its own.</summary>
    public static bool NamesId(string name) => Ends(name, "id") || Ends(name, "ids");

    /// <summary>Whether a name says that its value is one id.</summary>
    public static bool NamesOneId(string name) => Ends(name, "id");

    /// <summary>Every text that stands in a member that names an id, at any depth.</summary>
    public static void Ids(JsonElement value, ImmutableHashSet<string>.Builder ids)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (NamesId(member.Name))
                    Texts(member.Value, ids);
                Ids(member.Value, ids);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
                Ids(element, ids);
        }
    }

    /// <summary>The member of an object; undefined when there is none.</summary>
    public static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The text of a string member; null when it is none.</summary>
    public static string? Text(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    /// <summary>The texts of an array of strings; null when it is none.</summary>
    public static string[]? Strings(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return null;
        var texts = new string[value.GetArrayLength()];
        for (var i = 0; i < texts.Length; i++)
        {
            if (value[i].ValueKind != JsonValueKind.String)
                return null;
            texts[i] = value[i].GetString()!;
        }

        return texts;
    }

    /// <summary>Whether both say the same; numbers count by value.</summary>
    public static bool Same(JsonElement left, JsonElement right) =>
        left.ValueKind == JsonValueKind.Undefined || right.ValueKind == JsonValueKind.Undefined
            ? left.ValueKind == right.ValueKind
            : JsonElement.DeepEquals(left, right);

    /// <summary>The shortest text of a binary number that reads back as that number.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>What a text looks like: letters in a row are one <c>a</c>, each digit is a <c>9</c>, everything else is itself.</summary>
    public static string Shape(string text)
    {
        var shape = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                shape.Append(char.IsDigit(c) ? '9' : c);
            else if (shape.Length == 0 || shape[^1] != 'a')
                shape.Append('a');
        }

        return shape.ToString();
    }

    private static void Texts(JsonElement value, ImmutableHashSet<string>.Builder ids)
    {
        if (value.ValueKind == JsonValueKind.String)
            ids.Add(value.GetString()!);
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var element in value.EnumerateArray())
                Texts(element, ids);
    }

    private static bool Ends(string name, string word)
    {
        if (!name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        var before = name.Length - word.Length;
        return before == 0 || name[before - 1] is '_' or '-' || char.IsUpper(name[before]);
    }
}
