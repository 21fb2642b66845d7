namespace Dreaming.Generators.Automata;

/// <summary>The templates on one kind of event, as machines.</summary>
internal static class UnaryMachines
{
    private static readonly StepState _violated = new(Phase.Violated);
    private static readonly StepState _served = new(Phase.Served);

    /// <summary>It is the first event, if there is one.</summary>
    public static StepMachine Init { get; } = new(
        (state, read) => state.Phase != Phase.Start ? state : read.A ? _served : _violated,
        state => state.Phase != Phase.Violated);

    /// <summary>It is the last event.</summary>
    public static StepMachine End { get; } = new((_, read) => read.A ? _served : default, state => state.Phase == Phase.Served);

    /// <summary>It happens before more than so many ticks have passed.</summary>
    public static StepMachine Existence(int limit) => new(
        (state, read) =>
        {
            if (state.Phase != Phase.Start)
                return state;
            var now = state.After(read);
            return now.Count > limit ? _violated : read.A ? _served : now;
        },
        state => state.Phase == Phase.Served);

    /// <summary>How often it happens lies between two numbers, both included.</summary>
    /// <param name="least">At least so often.</param>
    /// <param name="most">At most so often; null without such a bound.</param>
    public static StepMachine Count(int least, int? most) => new(
        (state, read) => !read.A || state.Count > (most ?? least) ? state : state with { Count = state.Count + 1 },
        state => state.Count >= least && !(state.Count > most));
}
