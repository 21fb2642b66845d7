namespace Dreaming.Generators.Specs;

/// <summary>A record that travels as a JSON object.</summary>
internal sealed record RecordSpec(TypeSpec Type, bool IsValueType, EquatableArray<MemberSpec> Members)
{
    /// <summary>The member that says which case a union is; empty for a record that is no union.</summary>
    public string Discriminator { get; init; } = "";
    public EquatableArray<CaseSpec> Cases { get; init; }
    /// <summary>What must hold across the members.</summary>
    public EquatableArray<PredicateSpec> Predicates { get; init; }
}

/// <summary>A predicate across the members of a record.</summary>
internal sealed record PredicateSpec(string Id, string Because, string Method);

/// <summary>A case of a union.</summary>
/// <param name="Type">Its record.</param>
/// <param name="Tag">The discriminator's text.</param>
internal sealed record CaseSpec(string Type, string Tag);

/// <summary>How a member gets its value.</summary>
internal enum Binding
{
    Parameter, Required, Initializer,
}

/// <summary>A member of a record.</summary>
internal sealed record MemberSpec(string ClrName, string JsonName, ValueSpec Value, Binding Binding, bool Required)
{
    /// <summary>A C# literal; null when there is no default.</summary>
    public string? Default { get; init; }
    public string Description { get; init; } = "";
    public bool Sensitive { get; init; }
    /// <summary>Null is written rather than left out.</summary>
    public bool AlwaysWritten { get; init; }
    public ConstraintSpec Constraints { get; init; } = ConstraintSpec.None;
    public EquatableArray<string> Examples { get; init; }
    public EquatableArray<PerturbationSpec> Perturbations { get; init; }
}

/// <summary>What a member's value is held to, beyond its type. Numbers are invariant text, so that nothing is lost on the way.</summary>
internal sealed record ConstraintSpec
{
    public static ConstraintSpec None { get; } = new();
    public string? Minimum { get; init; }
    public string? Maximum { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public string? Pattern { get; init; }
    public EquatableArray<string> Allowed { get; init; }
    public EquatableArray<string> Denied { get; init; }
    /// <summary>The minimum itself is not allowed. Whole numbers have inclusive bounds only: theirs are moved.</summary>
    public bool MinimumIsExclusive { get; init; }
    public bool MaximumIsExclusive { get; init; }
    /// <summary>The member of <c>JsonTextFormat</c>; empty for none.</summary>
    public string Format { get; init; } = "";
    /// <summary>No element stands in the list twice.</summary>
    public bool Unique { get; init; }

    /// <summary>A number is held to more than its type and inclusive bounds.</summary>
    public bool HasNumberRule => MinimumIsExclusive || MaximumIsExclusive || Allowed.Count > 0 || Denied.Count > 0;
}

/// <param name="Kind">The member of <c>PerturbationKind</c>.</param>
/// <param name="Json">The value.</param>
/// <param name="Reason">What it probes.</param>
internal sealed record PerturbationSpec(string Kind, string Json, string Reason);
