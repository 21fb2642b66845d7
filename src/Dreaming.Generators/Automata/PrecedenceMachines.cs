namespace Dreaming.Generators.Automata;

/// <summary>The templates in which b needs an a before it, as machines. An a is as old as the ticks that came after it; the youngest serves longest.</summary>
internal static class PrecedenceMachines
{
    private static readonly StepState _violated = new(Phase.Violated);
    private static readonly StepState _served = new(Phase.Served);

    /// <summary>Right before each b is an a.</summary>
    public static StepMachine Chain { get; } = new(
        (state, read) => state.Phase == Phase.Violated || (state.Phase == Phase.Start && read.B) ? _violated : read.A ? _served : default,
        state => state.Phase != Phase.Violated);

    /// <summary>Before each b is an a, so many ticks back at most.</summary>
    /// <param name="limit">The most ticks.</param>
    /// <param name="alternate">An a serves for one b only.</param>
    public static StepMachine Precedence(int limit, bool alternate) => new(
        (state, read) =>
        {
            if (state.Phase == Phase.Violated)
                return state;
            var now = state.Phase == Phase.Served ? state.After(read) : state;
            if (now.Count > limit)
                now = default;
            if (read.B && now.Phase == Phase.Start)
                return _violated;
            return read.A ? _served : read.B && alternate ? default : now;
        },
        state => state.Phase != Phase.Violated);
}
