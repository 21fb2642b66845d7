namespace Dreaming.Generators.Automata;

/// <summary>What a formula is made of.</summary>
internal enum LtlfToken
{
    /// <summary>The end of the formula.</summary>
    End,

    /// <summary>A character that no formula has.</summary>
    Unknown,

    /// <summary>A name, with what stands at it.</summary>
    Atom,

    True,
    False,
    Last,
    Open,
    Close,
    Not,
    Next,
    WeakNext,
    Finally,
    Globally,
    Until,
    Release,
    WeakUntil,
    And,
    Or,
    Implies,
    Equivalent,
}
