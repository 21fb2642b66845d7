namespace Dreaming.Generators.Automata;

/// <summary>How many ticks, of turns or of calls, may lie between two events.</summary>
/// <param name="Ticks">At most so many, 0 or more; null when nothing is counted.</param>
internal readonly record struct Limit(int? Ticks)
{
    /// <summary>Nothing is counted, and letters have no bit for ticks.</summary>
    public static Limit None => default;

    /// <summary>At most so many ticks; the highest bit of a letter is the tick.</summary>
    public static Limit Of(int ticks) => new(ticks);
}
