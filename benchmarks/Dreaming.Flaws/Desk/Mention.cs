namespace Dreaming.Flaws.Desk;

/// <summary>A value that a text names.</summary>
/// <param name="Value">The value.</param>
/// <param name="At">Where its words begin.</param>
/// <param name="End">Where they end.</param>
public readonly record struct Mention<T>(T Value, int At, int End);
