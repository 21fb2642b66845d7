namespace Dreaming;

/// <summary>Declares a tool. The record's parameters are the contract; the record implements <see cref="ITool{TResult}"/>.</summary>
/// <param name="name">The name that agents call it by: snake_case, at most 64 characters.</param>
/// <param name="description">What it does and when to call it, in the words that an agent reads.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ToolAttribute(string name, string description) : Attribute
{
    /// <summary>The name that agents call the tool by.</summary>
    public string Name { get; } = name;

    /// <summary>What it does and when to call it, in the words that an agent reads.</summary>
    public string Description { get; } = description;

    /// <summary>What a successful call does to the world.</summary>
    /// <value>The default is <see cref="Effect.Read"/>.</value>
    public Effect Effect { get; set; } = Effect.Read;
}
