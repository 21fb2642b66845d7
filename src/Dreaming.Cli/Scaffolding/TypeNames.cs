using Dreaming.Generators.Parsing;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Names for types and members that collide with nothing.</summary>
internal sealed class TypeNames(string domainNamespace)
{
    private static readonly string[] Spoken =
    [
        "AllowedValues", "Base64String", "Boolean", "Byte", "Char", "Console", "Data", "DateOnly", "DateTimeOffset", "Decimal", "DeniedValues", "Description", "Domain", "Double", "Dreaming", "Effect", "EmailAddress", "Encoding", "Enum",
        "Example", "Guid", "Harm", "IReadOnlyDictionary", "ISandbox", "ITool", "ImmutableArray", "ImmutableHashSet", "Int32", "Int64", "Invariant", "JsonDerivedType", "JsonElement", "JsonPolymorphic", "JsonPropertyName", "JsonStringEnumMemberName",
        "Length", "List", "MaxLength", "Microsoft", "MinLength", "Object", "Policy", "Range", "Refusal", "RegularExpression", "Sandbox", "String", "System", "TimeOnly", "TimeSpan", "Tool", "ToolOutcome",
        "Trajectory", "UniqueItems", "Uri", "Url", "Utf8JsonWriter", "World", "WorldOptions", "WritePolicy",
    ];

    private static readonly string[] RecordMembers =
    [
        "Clone", "Contract", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
    ];

    private readonly HashSet<string> _taken = new(Spoken.Append(domainNamespace).Append(domainNamespace + "Domain"), StringComparer.Ordinal);

    /// <summary>The first of some names that is free; the last with a number when none is.</summary>
    public string Take(params ReadOnlySpan<string> wanted)
    {
        foreach (var name in wanted)
            if (_taken.Add(name))
                return name;
        var last = wanted[^1];
        for (var number = 2; ; number++)
            if (_taken.Add(last + number))
                return last + number;
    }

    /// <summary>A member's name inside of a record.</summary>
    public static string Member(string json, string record, IEnumerable<string> others)
    {
        var name = Naming.Pascal(json);
        if (name == record || RecordMembers.Contains(name, StringComparer.Ordinal))
            name += "Value";
        var taken = others.ToHashSet(StringComparer.Ordinal);
        if (!taken.Contains(name))
            return name;
        for (var number = 2; ; number++)
            if (!taken.Contains(name + number))
                return name + number;
    }

    /// <summary>One of several: <c>addresses</c> becomes <c>Address</c>.</summary>
    public static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y"
        : name.EndsWith("sses", StringComparison.Ordinal) ? name[..^2]
        : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && name.Length > 2 ? name[..^1]
        : name + "Item";
}
