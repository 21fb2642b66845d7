using Dreaming.Contracts;

namespace Dreaming.Agents.Reading;

/// <summary>A scalar that a tool's result showed.</summary>
/// <param name="Name">The member's JSON name; the container's in the singular for bare elements of a list.</param>
/// <param name="Text">The value as text; "null" for null.</param>
/// <param name="Json">The value as JSON.</param>
/// <param name="Kind">What it is in JSON.</param>
/// <param name="Contract">Its contract; null where the result goes beyond it.</param>
/// <param name="Row">The object that it belongs to.</param>
internal sealed record SeenValue(string Name, string Text, string Json, System.Text.Json.JsonValueKind Kind, MemberContract? Contract, SeenRow Row)
{
    public bool Sensitive => Contract?.Sensitive == true;
}

/// <summary>An object that a tool's result showed, with its own scalars.</summary>
/// <param name="Container">The name of the list, map or member in which it stands; empty for the result itself.</param>
/// <param name="Parent">The object around it; null for the result itself.</param>
/// <param name="Listed">It is one of several that the same list holds.</param>
internal sealed record SeenRow(string Container, SeenRow? Parent, bool Listed)
{
    public List<SeenValue> Values { get; } = [];

    // The default would walk Values and their Row in a circle.
    public bool Equals(SeenRow? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
