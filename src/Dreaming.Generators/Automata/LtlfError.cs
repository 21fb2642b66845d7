namespace Dreaming.Generators.Automata;

/// <summary>What is wrong with a formula.</summary>
/// <param name="Position">Where, in characters from the formula's beginning, counted from 0.</param>
/// <param name="Length">How many characters it concerns; 0 at the end.</param>
/// <param name="Message">What was found and what was expected, as a clause without an end mark.</param>
internal sealed record LtlfError(int Position, int Length, string Message);
