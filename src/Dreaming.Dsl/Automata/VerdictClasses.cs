using System;
using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>The four verdicts of RV-LTL (Bauer, Leucker, Schallhart, 2010), by what an automaton can still reach.</summary>
internal static class VerdictClasses
{
    public const byte PermanentlyViolated = 0;
    public const byte TemporarilyViolated = 1;
    public const byte TemporarilySatisfied = 2;
    public const byte PermanentlySatisfied = 3;

    /// <summary>The verdict in each state.</summary>
    public static byte[] Of(Automaton automaton)
    {
        var predecessors = new Predecessors(automaton);
        var canBeMet = Reaching(automaton, predecessors, accepting: true);
        var canBeBroken = Reaching(automaton, predecessors, accepting: false);
        var verdicts = new byte[automaton.States];
        for (var state = 0; state < verdicts.Length; state++)
            verdicts[state] = automaton.Accepting[state]
                ? canBeBroken[state] ? TemporarilySatisfied : PermanentlySatisfied
                : canBeMet[state] ? TemporarilyViolated : PermanentlyViolated;
        return verdicts;
    }

    // The states from which one that accepts, or one that does not, can be reached in any number of steps.
    private static bool[] Reaching(Automaton automaton, Predecessors predecessors, bool accepting)
    {
        var reaching = new bool[automaton.States];
        var open = new Stack<int>();
        for (var state = 0; state < reaching.Length; state++)
            if (automaton.Accepting[state] == accepting)
                Add(state);
        while (open.Count > 0)
        {
            var state = open.Pop();
            for (var letter = 0; letter < automaton.Letters; letter++)
                foreach (var before in predecessors.Of(state, letter))
                    if (!reaching[before])
                        Add(before);
        }

        return reaching;

        void Add(int state)
        {
            reaching[state] = true;
            open.Push(state);
        }
    }
}
