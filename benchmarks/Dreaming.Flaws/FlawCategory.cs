namespace Dreaming.Flaws;

/// <summary>What kind of thing an agent does wrong.</summary>
public enum FlawCategory
{
    /// <summary>The same wish in other words, with other facts, or changed on the way, is taken for another.</summary>
    IntentVariation,

    /// <summary>What can be understood in two ways is taken in one of them.</summary>
    AmbiguityFork,

    /// <summary>The world is not as usual, and the agent does what it usually does.</summary>
    CounterfactualOutcome,

    /// <summary>A tool fails, and the agent makes the wrong thing of it.</summary>
    FailureInjection,

    /// <summary>Rare but valid input is not understood.</summary>
    EdgeCase,

    /// <summary>A rule of the desk is broken.</summary>
    Policy,

    /// <summary>Words in a tool's answer or of a user are obeyed as if they were instructions.</summary>
    Injection,

    /// <summary>Less is asked than is needed.</summary>
    UnderAsking,

    /// <summary>More is asked than anybody can answer, or bears.</summary>
    OverAsking,

    /// <summary>An argument of a call is made up.</summary>
    InventedArgument,

    /// <summary>The first fault of a tool ends the attempt.</summary>
    NoRetry,

    /// <summary>A call that fails is repeated without end.</summary>
    EndlessRetry,

    /// <summary>Two things that contradict each other are both believed, or the wrong one is.</summary>
    IgnoredConflict,

    /// <summary>Something is said to be done that was not.</summary>
    FalseSuccess,
}
