using System;
using System.Collections.Generic;
using Dreaming.Automata;

namespace Dreaming.Generators.Automata;

/// <summary>Turns a machine into its table, state after state as they are reached.</summary>
internal static class Exploration
{
    /// <summary>The most states that an automaton may have before it is made minimal.</summary>
    public const int MostStates = 4096;

    /// <summary>The minimal automaton of a machine; null when the machine has more than <see cref="MostStates"/> states.</summary>
    /// <param name="letters">The number of letters.</param>
    /// <param name="initial">Where the machine begins. Equal states have equal futures.</param>
    /// <param name="step">The state after a letter; null when it cannot be computed within its own bounds, and then there is no automaton.</param>
    /// <param name="accepts">Whether a trace may end in a state.</param>
    public static Automaton? Of<TState>(int letters, TState initial, Func<TState, int, TState?> step, Func<TState, bool> accepts)
        where TState : struct
    {
        var numbers = new Dictionary<TState, ushort> { [initial] = 0 };
        var states = new List<TState> { initial };
        var next = new List<ushort>();
        for (var at = 0; at < states.Count; at++)
        {
            for (var letter = 0; letter < letters; letter++)
            {
                if (step(states[at], letter) is not { } reached)
                    return null;
                if (!numbers.TryGetValue(reached, out var number))
                {
                    if (states.Count == MostStates)
                        return null;
                    number = (ushort)states.Count;
                    numbers.Add(reached, number);
                    states.Add(reached);
                }

                next.Add(number);
            }
        }

        return new Automaton(letters, next.ToArray(), states.ConvertAll(state => accepts(state)).ToArray()).Minimized();
    }

    /// <summary>The minimal automaton of the traces that both accept; null when that takes more than <see cref="MostStates"/> states.</summary>
    public static Automaton? Both(Automaton first, Automaton second) =>
        Of(
            first.Letters,
            (First: (ushort)0, Second: (ushort)0),
            (state, letter) => (first.Next[(state.First * first.Letters) + letter], second.Next[(state.Second * second.Letters) + letter]),
            state => first.Accepting[state.First] && second.Accepting[state.Second]);
}
