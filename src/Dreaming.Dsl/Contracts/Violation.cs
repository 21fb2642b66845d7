namespace Dreaming.Contracts;

/// <summary>One way in which a JSON document breaks a contract.</summary>
/// <param name="Pointer">Where: a JSON pointer (RFC 6901), empty for the document itself.</param>
/// <param name="Rule">Which rule: <c>type</c>, <c>required</c>, <c>unknown</c>, <c>duplicate</c>, <c>pattern</c>, <c>range</c>, <c>length</c>, <c>enum</c>, <c>format</c>, <c>json</c>, <c>unique</c>, <c>denied</c>, <c>invariant</c>, ...</param>
/// <param name="Expected">What the contract asks for.</param>
/// <param name="Found">What stands there; a sensitive value is never printed.</param>
public sealed record Violation(string Pointer, string Rule, string Expected, string Found)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Pointer.Length == 0 ? "(document)" : Pointer)}: expected {Expected}, found {Found} [{Rule}]";
}
