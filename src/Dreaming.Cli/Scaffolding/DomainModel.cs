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
internal sealed record RecordModel(string Name, string Description, IReadOnlyList<MemberModel> Members) : TypeModel(Name)
{
    /// <summary>The union that it is a case of; null when it stands for itself.</summary>
    public string? Base { get; init; }
}

/// <summary>A record that is one of several.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Discriminator">The member that says which.</param>
/// <param name="Cases">Each case's record, with its text.</param>
internal sealed record UnionModel(string Name, string Description, string Discriminator, IReadOnlyList<(string Type, string Tag)> Cases) : TypeModel(Name);

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
    /// <summary>The attribute of a list in which nothing stands twice.</summary>
    public const string Unique = "UniqueItems";

    private static readonly string[] Scalars = ["bool", "int", "long", "double", "string", "DateOnly", "DateTimeOffset", "Guid", "TimeSpan", "Uri"];

    /// <summary>The enum, when it is one.</summary>
    public EnumModel? Choices { get; init; }

    /// <summary>The element, when it is a list.</summary>
    public ValueModel? Element { get; init; }

    /// <summary>It holds no other values.</summary>
    public bool IsScalar => Choices is not null || Scalars.Contains(Type);

    /// <summary>The value where no attribute can stand: a list in which nothing stands twice is a set there.</summary>
    public ValueModel AsElement() => Element is { } element && Constraints.Contains(Unique)
        ? this with { Type = $"ImmutableHashSet<{element.Type}{(element.Nullable ? "?" : "")}>", Constraints = [.. Constraints.Where(c => c != Unique)] }
        : this;
}
