using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>An answer that never guesses.</summary>
internal enum Answer
{
    NotProven,
    Yes,
    No,
}

/// <summary>An event of a witness.</summary>
/// <param name="name">The name of the tool, the id of the signal, or one of the names of <see cref="EventNames"/>.</param>
/// <param name="succeeded">It is a call that returned a result.</param>
/// <param name="guards">The guards that hold for it.</param>
/// <param name="keys">The key values that matter, as <c>member #number</c>: equal numbers are equal values.</param>
internal sealed class WitnessEvent(string name, bool succeeded, string[] guards, string[] keys)
{
    public string Name { get; } = name;
    public bool Succeeded { get; } = succeeded;
    public string[] Guards { get; } = guards;
    public string[] Keys { get; } = keys;

    public override string ToString() =>
        Name + (Succeeded ? " succeeded" : "") + (Guards.Length > 0 ? " [" + string.Join(", ", Guards) + "]" : "") + (Keys.Length > 0 ? " (" + string.Join(", ", Keys) + ")" : "");
}

/// <summary>A set of constraints that no trace meets together.</summary>
/// <param name="constraints">Their places in the model, ascending.</param>
/// <param name="minimal">Every proper subset has been shown to be free of it.</param>
internal sealed class Conflict(int[] constraints, bool minimal)
{
    public int[] Constraints { get; } = constraints;
    public bool Minimal { get; } = minimal;
}

/// <summary>A tool of which no allowed trace holds a call.</summary>
/// <param name="tool">The tool.</param>
/// <param name="onlySuccess">It can be called; it cannot succeed.</param>
/// <param name="blame">The constraints that forbid it together.</param>
internal sealed class DeadTool(string tool, bool onlySuccess, Conflict blame)
{
    public string Tool { get; } = tool;
    public bool OnlySuccess { get; } = onlySuccess;
    public Conflict Blame { get; } = blame;
}

/// <summary>A constraint that changes nothing.</summary>
/// <param name="constraint">Its place in the model.</param>
/// <param name="vacuous">It speaks of nothing that can happen: no event that the others allow can break it. Else the others enforce it.</param>
/// <param name="by">The other constraints that make it so; none when nothing at all can break it.</param>
internal sealed class Redundancy(int constraint, bool vacuous, Conflict by)
{
    public int Constraint { get; } = constraint;
    public bool Vacuous { get; } = vacuous;
    public Conflict By { get; } = by;
}

/// <summary>What an analysis found in a whole policy.</summary>
internal sealed class PolicyFindings
{
    /// <summary>Whether some conversation is allowed.</summary>
    public Answer Satisfiable { get; init; }

    /// <summary>A minimal set that cannot hold together; null unless <see cref="Satisfiable"/> is no. Nothing else is asked then: everything is forbidden.</summary>
    public Conflict? Contradiction { get; init; }

    /// <summary>A conversation that meets every constraint; null unless <see cref="Satisfiable"/> is yes.</summary>
    public IReadOnlyList<WitnessEvent>? Witness { get; init; }

    public IReadOnlyList<DeadTool> DeadTools { get; init; } = [];

    public IReadOnlyList<Redundancy> Redundant { get; init; } = [];

    /// <summary>Tools of which it is not proven whether they can be called and succeed.</summary>
    public IReadOnlyList<string> ToolsNotProven { get; init; } = [];

    /// <summary>Constraints of which it is not proven whether they change anything, by their places in the model.</summary>
    public IReadOnlyList<int> ConstraintsNotProven { get; init; } = [];
}

/// <summary>Whether a success is within reach.</summary>
internal sealed class ReachFinding
{
    /// <summary>Some allowed conversation, however long, has calls of all the tools that succeeded.</summary>
    public Answer Reachable { get; init; }

    /// <summary>Some such conversation keeps to the budget.</summary>
    public Answer WithinBudget { get; init; }

    /// <summary>The least number of messages of the user that one takes; null when that is not proven.</summary>
    public int? LeastTurns { get; init; }

    /// <summary>The least number of calls that one takes; null when that is not proven.</summary>
    public int? LeastCalls { get; init; }

    /// <summary>The constraints that stand in the way; null when nothing does, or none is proven.</summary>
    public Conflict? Blame { get; init; }

    /// <summary>A conversation that succeeds, within the budget if there is one.</summary>
    public IReadOnlyList<WitnessEvent>? Witness { get; init; }
}
