namespace Dreaming;

/// <summary>Declares a record that travels inside tool parameters, tool results or scenarios. The compiler gives it a validator, a reader, a writer and a schema.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class DataAttribute : Attribute;
