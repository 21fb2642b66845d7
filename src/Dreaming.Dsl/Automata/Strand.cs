using System;
using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>
/// An automaton of the conjunction with the letter of every abstract event. Of a correlated constraint it is the automaton of one key value, which accepts until the value has occurred.
/// </summary>
internal sealed class Strand
{
    /// <summary>A distance that says that no accepting state can be reached.</summary>
    public const int Never = int.MaxValue / 4;

    private readonly Automaton _automaton;

    private Strand(int constraint, Automaton automaton, int[] letters, int[]? others, int group, bool[]? never = null, bool[]? moved = null)
    {
        (Constraint, _automaton, Group, Goal) = (constraint, automaton, group, constraint < 0);
        Next = automaton.Next;
        LetterCount = automaton.Letters;
        Acts = new bool[letters.Length];
        if (others is not null)
            for (var e = 0; e < letters.Length; e++)
                Acts[e] = letters[e] != others[e];

        // What can happen decides what can be reached: letters that are those of no event do not count.
        var happens = new bool[LetterCount];
        Mark(happens, letters, never);
        if (others is not null)
            Mark(happens, others, never);
        var predecessors = new Predecessors(automaton);
        Distance = Distances(automaton, predecessors, happens, accepting: true);
        Settled = Array.ConvertAll(Distances(automaton, predecessors, happens, accepting: false), d => d == Never);

        Moved = moved ?? new bool[letters.Length];
        for (var e = 0; e < letters.Length && moved is null; e++)
            Moved[e] = letters[e] >= 0 || (others is not null && others[e] >= 0);

        // A letter under which every state stays is none that the search need see.
        for (var letter = 0; letter < LetterCount; letter++)
            if (happens[letter] && IsIdentity(automaton, letter))
                happens[letter] = false;
        Letters = Array.ConvertAll(letters, l => l >= 0 && happens[l] ? l : -1);
        Others = others is null ? Letters : Array.ConvertAll(others, l => l >= 0 && happens[l] ? l : -1);
    }

    /// <summary>The constraint's place in the model; -1 for a goal.</summary>
    public int Constraint { get; }

    /// <summary>It is no constraint but what a question asks for. In a key's space, it is asked of one key value.</summary>
    public bool Goal { get; }

    /// <summary>The number of the member that correlates it; -1 when it holds for the conversation as one.</summary>
    public int Group { get; }

    public int LetterCount { get; }

    public ushort[] Next { get; }

    public bool[] Accepting => _automaton.Accepting;

    /// <summary>Whether the automaton calls a state violated for good, whatever letters came: the verdict that a monitor gives.</summary>
    public bool IsViolated(int state) => _automaton.Verdicts[state] == VerdictClasses.PermanentlyViolated;

    /// <summary>The letter of each abstract event, of the strand's own key value if it has one; -1 when no state changes.</summary>
    public int[] Letters { get; }

    /// <summary>The letter of each abstract event of another key value; -1 when no state changes.</summary>
    public int[] Others { get; }

    /// <summary>Whether an abstract event, happening or not, would change some state.</summary>
    public bool[] Moved { get; }

    /// <summary>Whether an abstract event is one of a key value: an atom matches.</summary>
    public bool[] Acts { get; }

    /// <summary>The least number of events to an accepting state; <see cref="Never"/> when there is none.</summary>
    public int[] Distance { get; }

    /// <summary>Whether nothing that can happen leaves the accepting states.</summary>
    public bool[] Settled { get; }

    /// <summary>The strand of a constraint.</summary>
    public static Strand Of(PolicyModel model, PolicyAlphabet alphabet, int place, int group)
    {
        var constraint = model.Constraints[place];
        var letters = Array.ConvertAll(alphabet.Events, e => alphabet.Letter(constraint, e));
        return constraint.Key is null
            ? new(place, constraint.Automaton, letters, null, -1)
            : new(place, PerValue(constraint.Automaton, constraint.Atoms.Length), letters, OthersOf(constraint, alphabet), group);
    }

    /// <summary>The goal that this constraint is broken; of a correlated one, for some key value.</summary>
    public Strand Broken() => new(-1, _automaton.Complement(), Letters, Group < 0 ? null : Others, Group);

    /// <summary>The same where some events never happen.</summary>
    public Strand Without(bool[] never) => new(Constraint, _automaton, Letters, Group < 0 ? null : Others, Group, never, Moved);

    /// <summary>The goal that an event of some kind occurs.</summary>
    public static Strand Occurs(PolicyAlphabet alphabet, Predicate<AbstractEvent> isOne) =>
        new(-1, new(2, [0, 1, 1, 1], [false, true]), Array.ConvertAll(alphabet.Events, e => isOne(e) ? 1 : 0), null, -1);

    /// <summary>The goal that events of some kind occur so often at most.</summary>
    public static Strand AtMost(PolicyAlphabet alphabet, int count, Predicate<AbstractEvent> isOne)
    {
        var (next, accepting) = (new ushort[(count + 2) * 2], new bool[count + 2]);
        for (var state = 0; state < accepting.Length; state++)
        {
            next[state * 2] = (ushort)state;
            next[(state * 2) + 1] = (ushort)Math.Min(state + 1, count + 1);
            accepting[state] = state <= count;
        }

        return new(-1, new(2, next, accepting), Array.ConvertAll(alphabet.Events, e => isOne(e) ? 1 : 0), null, -1);
    }

    /// <summary>The state that a trace leads to; of a correlated constraint, for the key value of that number.</summary>
    public int Run(List<TraceStep> trace, int state, int value)
    {
        foreach (var step in trace)
        {
            var letter = Group < 0 || step.KeyOf(Group) == value ? Letters[step.Event] : Others[step.Event];
            if (letter >= 0)
                state = Next[(state * LetterCount) + letter];
        }

        return state;
    }

    private static int[] OthersOf(ConstraintModel constraint, PolicyAlphabet alphabet) =>
        Array.ConvertAll(alphabet.Events, e => PolicyAlphabet.OtherLetter(constraint, e.Class));

    /// <summary>The automaton of one key value of a correlated constraint: it accepts until the value has occurred.</summary>
    public static Automaton PerValue(Automaton automaton, int atomCount)
    {
        // The first half of the states: the value has not occurred. They move on under other values' events all the same.
        var (states, letters, atoms) = (automaton.States, automaton.Letters, (1 << atomCount) - 1);
        var next = new ushort[2 * states * letters];
        var accepting = new bool[2 * states];
        for (var state = 0; state < states; state++)
        {
            accepting[state] = true;
            accepting[states + state] = automaton.Accepting[state];
            for (var letter = 0; letter < letters; letter++)
            {
                var to = automaton.Next[(state * letters) + letter];
                next[(state * letters) + letter] = (ushort)((letter & atoms) != 0 ? states + to : to);
                next[((states + state) * letters) + letter] = (ushort)(states + to);
            }
        }

        return new Automaton(letters, next, accepting).Minimized();
    }

    private static void Mark(bool[] happens, int[] letters, bool[]? never)
    {
        for (var e = 0; e < letters.Length; e++)
            if (letters[e] >= 0 && never?[e] != true)
                happens[letters[e]] = true;
    }

    private static bool IsIdentity(Automaton automaton, int letter)
    {
        for (var state = 0; state < automaton.States; state++)
            if (automaton.Next[(state * automaton.Letters) + letter] != state)
                return false;
        return true;
    }

    private static int[] Distances(Automaton automaton, Predecessors predecessors, bool[] happens, bool accepting)
    {
        var distances = new int[automaton.States];
        var reached = new Queue<int>();
        for (var state = 0; state < distances.Length; state++)
        {
            distances[state] = automaton.Accepting[state] == accepting ? 0 : Never;
            if (distances[state] == 0)
                reached.Enqueue(state);
        }

        while (reached.Count > 0)
        {
            var state = reached.Dequeue();
            for (var letter = 0; letter < automaton.Letters; letter++)
            {
                if (!happens[letter])
                    continue;
                foreach (var before in predecessors.Of(state, letter))
                {
                    if (distances[before] != Never)
                        continue;
                    distances[before] = distances[state] + 1;
                    reached.Enqueue(before);
                }
            }
        }

        return distances;
    }
}
