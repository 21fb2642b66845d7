using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>A tool as somebody else declares it.</summary>
/// <param name="Name">The name that agents call it by.</param>
/// <param name="Description">What it does.</param>
/// <param name="Parameters">The JSON Schema of its parameters; undefined when it takes none.</param>
internal sealed record ToolDeclaration(string Name, string Description, JsonElement Parameters)
{
    /// <summary>The JSON Schema of what a successful call returns; undefined when nothing is said.</summary>
    public JsonElement Result { get; init; }

    /// <summary>Whether a successful call changes the world; null when nothing is said.</summary>
    public bool? Changes { get; init; }

    /// <summary>On what grounds it refuses, sentence by sentence.</summary>
    public IReadOnlyList<string> Refuses { get; init; } = [];
}
