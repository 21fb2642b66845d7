namespace Dreaming;

/// <summary>A valid value of a parameter. Agents, perturbations and documentation use it; validation does not.</summary>
/// <param name="value">The value as a person would write it.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, AllowMultiple = true)]
public sealed class ExampleAttribute(string value) : Attribute
{
    /// <summary>The value as a person would write it.</summary>
    public string Value { get; } = value;
}
