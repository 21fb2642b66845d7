namespace Dreaming.Generators.Automata;

/// <summary>Why a template gives no automaton.</summary>
internal enum AutomatonFailure
{
    /// <summary>It gives one.</summary>
    None,

    /// <summary>The template takes no limit, or its count or limit is less than zero.</summary>
    NotSupported,

    /// <summary>It would need more states than <see cref="Exploration.MostStates"/>.</summary>
    TooLarge,
}
