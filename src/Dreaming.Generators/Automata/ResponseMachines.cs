namespace Dreaming.Generators.Automata;

/// <summary>The templates in which a asks for a b, as machines. An open a is as old as the ticks that came after it.</summary>
internal static class ResponseMachines
{
    private static readonly StepState _violated = new(Phase.Violated);
    private static readonly StepState _pending = new(Phase.Pending);
    private static readonly StepState _served = new(Phase.Served);

    /// <summary>After each a, the next event is a b.</summary>
    public static StepMachine Chain { get; } = new(
        (state, read) => state.Phase == Phase.Violated || (state.Phase == Phase.Pending && !read.B) ? _violated : read.A ? _pending : default,
        state => state.Phase == Phase.Start);

    /// <summary>After each a comes a b, so many ticks later at most. The oldest a that is open is the one that must be answered in time.</summary>
    /// <param name="limit">The most ticks.</param>
    /// <param name="alternate">No other a may come before it.</param>
    public static StepMachine Response(int limit, bool alternate) => new(
        (state, read) =>
        {
            var now = state.Phase == Phase.Pending ? state.After(read) : state;
            if (now.Phase == Phase.Violated || now.Count > limit)
                return _violated;
            if (now.Phase == Phase.Start || read.B)
                return read.A ? _pending : default;
            return alternate && read.A ? _violated : now;
        },
        state => state.Phase == Phase.Start);

    /// <summary>Near each a is a b, so many ticks before or after it at most.</summary>
    public static StepMachine RespondedExistence(int limit) => new(
        (state, read) =>
        {
            if (state.Phase == Phase.Violated)
                return state;
            var now = state.Phase == Phase.Start ? state : state.After(read);
            if (now.Count > limit)
            {
                if (now.Phase == Phase.Pending)
                    return _violated;
                now = default;
            }

            return read.B ? _served : read.A && now.Phase == Phase.Start ? _pending : now;
        },
        state => state.Phase is Phase.Start or Phase.Served);

    /// <summary>Near each b is an a.</summary>
    public static StepMachine RespondedExistenceOfFirst(int limit)
    {
        var machine = RespondedExistence(limit);
        return machine with { Step = (state, read) => machine.Step(state, read.Swapped()) };
    }
}
