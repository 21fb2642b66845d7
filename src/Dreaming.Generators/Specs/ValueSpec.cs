namespace Dreaming.Generators.Specs;

/// <summary>What code a value needs.</summary>
internal enum ValueShape
{
    Text, Boolean, Integer, Unsigned, Single, Double, Decimal, Enum, Date, Time, Instant, Guid, List, Map, Record, Any, Duration, Uri,
}

/// <summary>Which collection type a list or map is.</summary>
internal enum Container
{
    None, Array, ImmutableArray, List, ReadOnly, ImmutableDictionary, ImmutableSortedDictionary, HashSet, ReadOnlySet, ImmutableHashSet,
}

/// <summary>A type that a value may have.</summary>
/// <param name="Shape">What it is.</param>
/// <param name="Type">Fully qualified, without a question mark at the end.</param>
/// <param name="IsValueType">Whether its nullable form is a <c>Nullable&lt;T&gt;</c>.</param>
/// <param name="Nullable">Whether null is one of its values.</param>
internal sealed record ValueSpec(ValueShape Shape, string Type, bool IsValueType, bool Nullable)
{
    /// <summary>The reader's method behind <c>Get</c>, for numbers.</summary>
    public string Getter { get; init; } = "";
    /// <summary>The least value of the type as a C# literal, for whole numbers.</summary>
    public string Least { get; init; } = "";
    /// <summary>The greatest value of the type as a C# literal, for whole numbers.</summary>
    public string Greatest { get; init; } = "";
    public Container Container { get; init; }
    public ValueSpec? Element { get; init; }
    public EquatableArray<EnumMemberSpec> Names { get; init; }
    /// <summary>The record leads back to the one that holds the value: its contract is named there and not repeated.</summary>
    public bool Recursive { get; init; }

    /// <summary>No element stands in it twice.</summary>
    public bool IsSet => Container is Container.HashSet or Container.ReadOnlySet or Container.ImmutableHashSet;

    /// <summary>It holds no other values.</summary>
    public bool IsScalar => Shape is not (ValueShape.List or ValueShape.Map or ValueShape.Record or ValueShape.Any);

    public bool IsNumber => Shape is ValueShape.Integer or ValueShape.Unsigned or ValueShape.Single or ValueShape.Double or ValueShape.Decimal;

    /// <summary>The type with a question mark where null is a value.</summary>
    public string Declared => Nullable ? Type + "?" : Type;
}

/// <param name="ClrName">The member.</param>
/// <param name="JsonName">The text that stands for it.</param>
internal sealed record EnumMemberSpec(string ClrName, string JsonName);
