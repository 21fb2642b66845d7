namespace Dreaming.Cli.Scaffolding;

/// <summary>A tool in the words of the DSL.</summary>
internal sealed record ToolModel(ToolDeclaration Declared, string Name, string Effect, RecordModel Record, string Result)
{
    /// <summary>The records and enums that stand beside the tool, in the order in which it mentions them.</summary>
    public List<TypeModel> Beside { get; init; } = [];
}

/// <summary>A type that is to be written.</summary>
internal abstract record TypeModel(string Name);

/// <summary>A record: a tool's parameters, or data inside of them.</summary>
internal sealed record RecordModel(string Name, string Description, IReadOnlyList<MemberModel> Members) : TypeModel(Name);

/// <summary>An enum. Each member's name with its name in JSON.</summary>
internal sealed record EnumModel(string Name, IReadOnlyList<(string Name, string Json)> Members) : TypeModel(Name);

/// <summary>A positional parameter of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as code.</param>
/// <param name="Attributes">Its attributes as code, without brackets.</param>
/// <param name="Target">Attributes that stand on the property.</param>
/// <param name="Default">The default as code; null when the parameter is required.</param>
internal sealed record MemberModel(string Name, string Type, IReadOnlyList<string> Attributes, string? Target, string? Default);

/// <summary>What a value is, read off a schema.</summary>
/// <param name="Type">The type as code, without its nullability.</param>
/// <param name="Nullable">JSON null is a value.</param>
/// <param name="Constraints">Attributes as code that the member carries.</param>
internal sealed record ValueModel(string Type, bool Nullable, IReadOnlyList<string> Constraints)
{
    /// <summary>The enum, when it is one.</summary>
    public EnumModel? Choices { get; init; }
}
