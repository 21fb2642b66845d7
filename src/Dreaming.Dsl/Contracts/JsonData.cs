using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>Validates, reads and writes the records for which code was generated.</summary>
public static class JsonData
{
    // So many keys of maps and elements of sets need no room of their own.
    private const int KeysAtHand = 32;

    /// <summary>The record's contract as data.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public static MemberContract Contract<T>()
        where T : IDataRecord<T> => T.Contract;

    /// <summary>Checks the value that a validation stands in front of.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public static void Validate<T>(ref JsonValidation json)
        where T : IDataRecord<T> => T.Validate(ref json);

    /// <summary>Reads the valid object that a reader stands on.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public static T Read<T>(ref Utf8JsonReader reader)
        where T : IDataRecord<T> => T.Read(ref reader);

    /// <summary>Writes a record as an object.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public static void Write<T>(Utf8JsonWriter writer, T value)
        where T : IDataRecord<T>
    {
        writer.WriteStartObject();
        T.WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>Writes a case of a union into an object that is open: its discriminator, and then its members.</summary>
    /// <typeparam name="T">The case's record.</typeparam>
    public static void WriteCase<T>(Utf8JsonWriter writer, string discriminator, string tag, T value)
        where T : IDataRecord<T>
    {
        writer.WriteString(discriminator, tag);
        T.WriteMembers(writer, value);
    }

    /// <summary>Says which case of a union the valid object is that a reader stands on.</summary>
    /// <param name="reader">Stays where it is.</param>
    /// <param name="discriminator">The member that says which case it is.</param>
    /// <param name="tags">The member's texts, one a case.</param>
    /// <exception cref="JsonException">It is none of them.</exception>
    public static int ReadCase(Utf8JsonReader reader, string discriminator, ImmutableArray<string> tags)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(discriminator);
            reader.Read();
            if (found)
                return ReadChoice(ref reader, tags);
            reader.Skip();
        }

        throw new JsonException($"The object has no member '{discriminator}'.");
    }

    /// <summary>What a person would say for a record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public static string Say<T>(T value)
        where T : IDataRecord<T> => T.Say(value);

    /// <summary>Checks a document in one pass. Allocates nothing when it is valid; never throws on bad input.</summary>
    /// <typeparam name="T">The record that the document should hold.</typeparam>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <param name="violations">Receives every violation; null to stop at the first.</param>
    public static bool Validate<T>(ReadOnlySpan<byte> utf8, ICollection<Violation>? violations = null)
        where T : IDataRecord<T> => Validate(utf8, T.Validate, violations);

    /// <summary>Checks a document in one pass. Allocates nothing when it is valid; never throws on bad input.</summary>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <param name="validator">Checks the document's value.</param>
    /// <param name="violations">Receives every violation; null to stop at the first.</param>
    [SkipLocalsInit]
    public static bool Validate(ReadOnlySpan<byte> utf8, JsonValidator validator, ICollection<Violation>? violations = null)
    {
        Span<JsonStep> path = stackalloc JsonStep[JsonScanner.MaxDepth];
        Span<ulong> keys = stackalloc ulong[KeysAtHand];
        var json = new JsonValidation(utf8, violations, path, keys);
        if (!json.CheckEncoding())
            return false;
        try
        {
            validator(ref json);
            json.Finish();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The reader throws on malformed JSON, and InvalidOperationException on an escaped lone surrogate.
            json.Malformed(e);
        }
        finally
        {
            json.Release();
        }

        return json.Valid;
    }

    /// <summary>Reads a document.</summary>
    /// <typeparam name="T">The record that the document should hold.</typeparam>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <exception cref="JsonException">The document breaks the record's contract.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8)
        where T : IDataRecord<T>
    {
        var violations = new List<Violation>();
        if (!Validate<T>(utf8, violations))
            throw new JsonException($"The JSON is no {typeof(T).Name}. {string.Join("; ", violations)}");
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return T.Read(ref reader);
    }

    /// <summary>Writes a value as the text that an agent reads.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    public static string ToText<T>(T value, Action<Utf8JsonWriter, T> write) => AgentTextWriter.Write(value, write);

    /// <summary>Reads the text of a value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="content">JSON.</param>
    /// <param name="validator">Checks it.</param>
    /// <param name="read">Reads it, when it is valid.</param>
    /// <param name="value">The value.</param>
    /// <returns>False when the text breaks the contract.</returns>
    public static bool TryRead<T>(string content, JsonValidator validator, JsonItemReader<T> read, out T? value)
    {
        value = default;
        var utf8 = Encoding.UTF8.GetBytes(content);
        if (!Validate(utf8, validator))
            return false;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        value = read(ref reader);
        return true;
    }

    /// <summary>Reads the valid array that a reader stands on.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    public static List<T> ReadList<T>(ref Utf8JsonReader reader, JsonItemReader<T> item)
    {
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(item(ref reader));
        return list;
    }

    /// <summary>Reads the valid object that a reader stands on as a dictionary with ordinal keys.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    public static Dictionary<string, T> ReadMap<T>(ref Utf8JsonReader reader, JsonItemReader<T> item)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            map[key] = item(ref reader);
        }

        return map;
    }

    /// <summary>The index of the text that a reader stands on in a list of names.</summary>
    /// <exception cref="JsonException">It is none of them.</exception>
    public static int ReadChoice(ref Utf8JsonReader reader, ImmutableArray<string> names)
    {
        for (var i = 0; i < names.Length; i++)
            if (reader.ValueTextEquals(names[i]))
                return i;
        throw new JsonException($"'{reader.GetString()}' is none of {string.Join(", ", names)}.");
    }

    /// <summary>The text of a URI: as it was written where that is a URI by its own letters, and else in its escaped form.</summary>
    /// <exception cref="InvalidOperationException">The URI is not absolute.</exception>
    public static string UriText(Uri uri) =>
        JsonTextFormats.IsUri(uri.OriginalString) ? uri.OriginalString : uri.AbsoluteUri;

    /// <summary>Reads the text that a reader stands on as a URI.</summary>
    /// <exception cref="JsonException">It is no absolute URI.</exception>
    public static Uri ReadUri(ref Utf8JsonReader reader) => Uri.TryCreate(reader.GetString(), UriKind.Absolute, out var uri)
        ? uri
        : throw new JsonException($"'{reader.GetString()}' is no absolute URI.");
}
