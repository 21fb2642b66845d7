using System.Collections.Immutable;

namespace Dreaming.Contracts;

/// <summary>What a value of a contract is.</summary>
public enum ValueKind
{
    /// <summary>Text.</summary>
    String,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A number.</summary>
    Number,
    /// <summary>True or false.</summary>
    Boolean,
    /// <summary>One of <see cref="MemberContract.Allowed"/>, as text.</summary>
    Enum,
    /// <summary>A calendar date, ISO 8601 <c>yyyy-MM-dd</c>.</summary>
    Date,
    /// <summary>A time of day, ISO 8601 <c>HH:mm:ss</c>.</summary>
    Time,
    /// <summary>A date and time with offset, RFC 3339.</summary>
    Instant,
    /// <summary>A UUID.</summary>
    Guid,
    /// <summary>A list of <see cref="MemberContract.Element"/>.</summary>
    Array,
    /// <summary>An object with any keys whose values are <see cref="MemberContract.Element"/>.</summary>
    Map,
    /// <summary>An object with <see cref="MemberContract.Members"/>.</summary>
    Object,
    /// <summary>Any JSON.</summary>
    Any,
    /// <summary>A length of time, ISO 8601: days, hours, minutes and seconds, such as <c>P1DT2H30M</c>.</summary>
    Duration,
    /// <summary>An absolute URI, RFC 3986, in ASCII.</summary>
    Uri,
    /// <summary>An object that is one of <see cref="MemberContract.Cases"/>, told apart by its member <see cref="MemberContract.Discriminator"/>.</summary>
    Union,
}

/// <summary>A value's contract as data: what agents bind, what perturbations bend, what documentation prints.</summary>
/// <param name="Name">The JSON name; empty for elements.</param>
/// <param name="Kind">What it is.</param>
public sealed record MemberContract(string Name, ValueKind Kind)
{
    /// <summary>What it means, in words.</summary>
    public string Description { get; init; } = "";
    /// <summary>It must be present.</summary>
    public bool Required { get; init; } = true;
    /// <summary>It may be null.</summary>
    public bool Nullable { get; init; }
    /// <summary>It identifies a person.</summary>
    public bool Sensitive { get; init; }
    /// <summary>A regular expression that the whole text matches.</summary>
    public string? Pattern { get; init; }
    /// <summary>The least allowed number.</summary>
    public decimal? Minimum { get; init; }
    /// <summary>The greatest allowed number.</summary>
    public decimal? Maximum { get; init; }
    /// <summary><see cref="Minimum"/> itself is not allowed.</summary>
    public bool ExclusiveMinimum { get; init; }
    /// <summary><see cref="Maximum"/> itself is not allowed.</summary>
    public bool ExclusiveMaximum { get; init; }
    /// <summary>The least length, in Unicode characters or elements.</summary>
    public int? MinLength { get; init; }
    /// <summary>The greatest length, in Unicode characters or elements.</summary>
    public int? MaxLength { get; init; }
    /// <summary>The allowed values; empty when there is no such list.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];
    /// <summary>Values that are not allowed.</summary>
    public ImmutableArray<string> Denied { get; init; } = [];
    /// <summary>What a text is beside text.</summary>
    public JsonTextFormat Format { get; init; }
    /// <summary>No element of an array stands in it twice.</summary>
    public bool UniqueItems { get; init; }
    /// <summary>Valid values, as a person would write them.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];
    /// <summary>The contract of an array's or map's elements.</summary>
    public MemberContract? Element { get; init; }
    /// <summary>The members of an object.</summary>
    public ImmutableArray<MemberContract> Members { get; init; } = [];
    /// <summary>The ids of the predicates across an object's members.</summary>
    public ImmutableArray<string> Predicates { get; init; } = [];
    /// <summary>The member that says which case a union is; null for everything else.</summary>
    public string? Discriminator { get; init; }
    /// <summary>The cases of a union, each named by its discriminator's text and with the discriminator as first member.</summary>
    public ImmutableArray<MemberContract> Cases { get; init; } = [];
    /// <summary>
    /// The name of the record that this object is another one of, where a record contains itself; null everywhere else.
    /// The members then stand at <see cref="Target"/>, so that who walks a contract comes to an end.
    /// </summary>
    public string? Reference { get; init; }
    /// <summary>Gives the contract that <see cref="Reference"/> names; null where there is none.</summary>
    public Func<MemberContract>? Target { get; init; }

    /// <summary>The ids of the predicates across the members of everything inside, this object's own first.</summary>
    public IEnumerable<string> AllPredicates() =>
        [.. Predicates, .. Members.SelectMany(m => m.AllPredicates()), .. Cases.SelectMany(c => c.AllPredicates()), .. Element?.AllPredicates() ?? []];

    /// <summary>This object as one case of a union.</summary>
    /// <param name="discriminator">The member that says which case it is.</param>
    /// <param name="tag">The member's text for this case.</param>
    public MemberContract AsCase(string discriminator, string tag) =>
        this with { Name = tag, Members = Members.Insert(0, new(discriminator, ValueKind.Enum) { Allowed = [tag] }) };
}
