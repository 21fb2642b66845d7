namespace Dreaming.Automata;

/// <summary>A kind of event that a constraint speaks about.</summary>
internal sealed class AtomModel(string[] events, bool succeeded = false, string? guard = null)
{
    /// <summary>Names of tools, ids of signals, or one of the names of <see cref="EventNames"/>.</summary>
    public string[] Events { get; } = events;

    /// <summary>Only calls that returned a result count.</summary>
    public bool Succeeded { get; } = succeeded;

    /// <summary>The guard's name, qualified by its policy class, so that equal names are the same guard; null without one.</summary>
    public string? Guard { get; } = guard;
}

/// <summary>What the analysis knows of one constraint.</summary>
/// <param name="id">Its name.</param>
/// <param name="automaton">Its automaton; bit i of a letter is atom i, the bit above them the tick.</param>
/// <param name="atoms">What the bits stand for.</param>
/// <param name="scope">0: it sees calls; 1: calls and signals; 2: everything.</param>
/// <param name="tick">0: nothing is counted; 1: messages of the user; 2: calls.</param>
/// <param name="key">The member that correlates it; null when it holds for the conversation as one.</param>
internal sealed class ConstraintModel(string id, Automaton automaton, AtomModel[] atoms, byte scope, byte tick = 0, string? key = null)
{
    public string Id { get; } = id;
    public Automaton Automaton { get; } = automaton;
    public AtomModel[] Atoms { get; } = atoms;
    public byte Scope { get; } = scope;
    public byte Tick { get; } = tick;
    public string? Key { get; } = key;
}

/// <summary>All kinds of events of a domain, and all its constraints.</summary>
/// <param name="tools">The names of the tools.</param>
/// <param name="signals">The ids of the signals, in the order in which those of one message happen.</param>
/// <param name="constraints">The constraints. Answers name them by their place here.</param>
internal sealed class PolicyModel(string[] tools, string[] signals, ConstraintModel[] constraints)
{
    public string[] Tools { get; } = tools;
    public string[] Signals { get; } = signals;
    public ConstraintModel[] Constraints { get; } = constraints;
}

/// <summary>The names of the kinds of events that every domain has. No tool or signal can be named so.</summary>
internal static class EventNames
{
    public const string Reply = "<reply>";
    public const string UserTurn = "<user>";
    public const string AnyCall = "<call>";
}
