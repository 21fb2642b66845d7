using System.Buffers;
using System.Text.Json;

namespace Dreaming.Flaws.Desk;

/// <summary>A call of a tool, in a form that can be compared with earlier ones.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">The arguments, by their JSON names.</param>
public sealed record ToolCall(string Tool, ImmutableSortedDictionary<string, object?> Arguments)
{
    /// <summary>Equal for two calls of the same tool with the same arguments.</summary>
    public string Key { get; } = $"{Tool}({string.Join(", ", Arguments.Where(a => TextOf(a.Value) is not null).Select(a => $"{a.Key}: {TextOf(a.Value)}"))})";

    /// <summary>The call as the tool's contract writes it.</summary>
    /// <param name="call">The call.</param>
    public static ToolCall Of<T>(T call)
        where T : class, IToolRecord<T>
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
            T.Contract.WriteCall(writer, call);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return new(T.Contract.Name, document.RootElement.EnumerateObject().ToImmutableSortedDictionary(m => m.Name, m => (object?)m.Value.Clone(), StringComparer.Ordinal));
    }

    /// <summary>An argument that is a text; null when there is none of that name.</summary>
    /// <param name="name">The argument's JSON name.</param>
    public string? Text(string name) => Arguments.GetValueOrDefault(name) is { } value ? TextOf(value) : null;

    private static string? TextOf(object? value) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
        JsonElement element => element.GetRawText(),
        _ => value.ToString(),
    };
}
