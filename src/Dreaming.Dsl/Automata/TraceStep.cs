namespace Dreaming.Automata;

/// <summary>An event of a trace over the abstract alphabet.</summary>
/// <param name="event">Its place in <see cref="PolicyAlphabet.Events"/>.</param>
/// <param name="keys">The number of its key value, for each correlating member; null when all are 0.</param>
internal readonly struct TraceStep(int @event, int[]? keys)
{
    public int Event { get; } = @event;

    public int KeyOf(int group) => keys is null ? 0 : keys[group];
}
