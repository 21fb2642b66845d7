namespace Dreaming.Generators.Automata;

/// <summary>The negative templates and the choices, as machines.</summary>
internal static class ChoiceMachines
{
    private static readonly StepState _violated = new(Phase.Violated);

    /// <summary>Not both happen.</summary>
    public static StepMachine NotCoExistence { get; } = new(Seen, state => state.Phase != Phase.Met);

    /// <summary>At least one happens.</summary>
    public static StepMachine Choice { get; } = new(Seen, state => state.Phase != Phase.Start);

    /// <summary>Exactly one of the two happens.</summary>
    public static StepMachine ExclusiveChoice { get; } = new(Seen, state => state.Phase is Phase.Served or Phase.Second);

    /// <summary>No b after an a.</summary>
    public static StepMachine NotSuccession { get; } = new(
        (state, read) => state.Phase == Phase.Violated || (state.Phase == Phase.Served && read.B) ? _violated : read.A ? new(Phase.Served) : state,
        state => state.Phase != Phase.Violated);

    /// <summary>No b right after an a.</summary>
    public static StepMachine NotChainSuccession { get; } = new(
        (state, read) => state.Phase == Phase.Violated || (state.Phase == Phase.Served && read.B) ? _violated : read.A ? new(Phase.Served) : default,
        state => state.Phase != Phase.Violated);

    // Which of the two have happened so far.
    private static StepState Seen(StepState state, StepEvent read) => state.Phase switch
    {
        Phase.Start when read is { A: true, B: true } => new(Phase.Met),
        Phase.Start when read.A => new(Phase.Served),
        Phase.Start when read.B => new(Phase.Second),
        Phase.Served when read.B => new(Phase.Met),
        Phase.Second when read.A => new(Phase.Met),
        _ => state,
    };
}
