namespace Dreaming;

/// <summary>Marks a value that identifies a person. It is scrubbed from episodes, never printed in a violation, and never reaches an overlay.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SensitiveAttribute : Attribute;
