using System.Text.Json;
using Dreaming.Cli.Hosting;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Reads tools from JSON: a list in the forms of OpenAI, Anthropic or the Model Context Protocol, or a JSON Schema, which is one tool.</summary>
internal static class ToolListReader
{
    private const string Forms = "Give a list of tools in OpenAI form, an answer to tools/list, or a JSON Schema of an object.";

    /// <exception cref="CliException">The file is missing, is no JSON, or holds no tools.</exception>
    public static async Task<IReadOnlyList<ToolDeclaration>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The tool list {path} cannot be read: {error.Message}", ExitCode.BadInput, error);
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement.Clone(), Path.GetFileName(path));
        }
        catch (JsonException error)
        {
            throw new CliException($"The tool list {path} is no JSON: {error.Message}", ExitCode.BadInput, error);
        }
    }

    /// <param name="root">The JSON.</param>
    /// <param name="name">What the JSON is called; names the tool when it is a schema without a title.</param>
    public static IReadOnlyList<ToolDeclaration> Read(JsonElement root, string name)
    {
        var list = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("tools", out var tools) && tools.ValueKind == JsonValueKind.Array ? tools : root;
        if (list.ValueKind == JsonValueKind.Array)
        {
            return list.GetArrayLength() > 0
                ? [.. list.EnumerateArray().Select((tool, index) => Tool(tool, $"{name}, tool {index + 1}"))]
                : throw new CliException($"The tool list {name} is empty. {Forms}");
        }

        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("function", out _))
            return [Tool(root, name)];
        if (root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("properties", out _) || root.TryGetProperty("$ref", out _) || root.Text("type") == "object"))
            return [new ToolDeclaration(root.Text("title") is { Length: > 0 } title ? title : name.Split('.')[0], root.Text("description") ?? "", root)];
        throw new CliException($"{name} holds no tools. {Forms}");
    }

    private static ToolDeclaration Tool(JsonElement outer, string place)
    {
        var tool = outer.ValueKind == JsonValueKind.Object && outer.TryGetProperty("function", out var function) ? function : outer;
        if (tool.ValueKind != JsonValueKind.Object || tool.Text("name") is not { Length: > 0 } name)
            throw new CliException($"{place} has no name. {Forms}");
        var declaration = new ToolDeclaration(name, tool.Text("description") ?? "", First(tool, "parameters", "inputSchema", "input_schema"))
        {
            Result = First(tool, "outputSchema", "output_schema", "returns"),
            Changes = Flag(outer, "x-mutates-state"),
            Refuses = Refusals(outer),
        };
        return tool.TryGetProperty("annotations", out var hints) && Flag(hints, "readOnlyHint") is { } readOnly ? declaration with { Changes = !readOnly } : declaration;
    }

    private static JsonElement First(JsonElement tool, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (tool.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object)
                return value;
        return default;
    }

    private static bool? Flag(JsonElement on, string name) =>
        on.ValueKind == JsonValueKind.Object && on.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static IReadOnlyList<string> Refusals(JsonElement tool) =>
        tool.TryGetProperty("x-raises", out var raises) && raises.ValueKind == JsonValueKind.Array
            ? [.. raises.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object).Select(r => r.Text("desc")).OfType<string>().Where(d => d.Length > 0)]
            : [];
}
