namespace Dreaming;

/// <summary>
/// No element stands in a list twice: texts are compared as texts, numbers by their value. Elements are scalars. Sets (<c>HashSet&lt;T&gt;</c>, <c>IReadOnlySet&lt;T&gt;</c>,
/// <c>ImmutableHashSet&lt;T&gt;</c>) need no such mark.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class UniqueItemsAttribute : Attribute;
