using Dreaming.Automata;

namespace Dreaming;

/// <summary>
/// The automata of constraints in one table, equal ones once. A state is the place where its row begins, so that a step is one read. Each row tells the verdict, and under which kinds of events
/// that the constraint does not name the state changes.
/// </summary>
internal sealed class PolicyTable
{
    public const int VerdictMask = 3;
    private const int WakeShift = 2;

    private readonly int[] _ends;

    private PolicyTable(int[] next, byte[] facts, int[] first, int[] letters, int[] ends, int[] states, int[] others)
    {
        (Next, Facts, First, Letters, _ends, States, Others) = (next, facts, first, letters, ends, states, others);
    }

    /// <summary>The row after a row and a letter, by their sum.</summary>
    public int[] Next { get; }

    /// <summary>By row: the verdict, and a bit for each kind of event under which it is left when the event is none of the constraint's.</summary>
    public byte[] Facts { get; }

    /// <summary>The first row of each constraint.</summary>
    public int[] First { get; }

    /// <summary>The number of letters of each constraint.</summary>
    public int[] Letters { get; }

    /// <summary>By row: the number of its state in the constraint's automaton.</summary>
    public int[] States { get; }

    /// <summary>By constraint and kind of event: the letter of an event that it does not name; -1 when it does not see that kind.</summary>
    public int[] Others { get; }

    public static PolicyTable Of(IReadOnlyList<(Automaton Automaton, ConstraintModel Constraint)> members)
    {
        // Constraints of one template have one automaton: its rows stand here once, so that a policy of many constraints stays in the nearest cache.
        var (size, first, others) = (0, new int[members.Count], new int[members.Count * 4]);
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        var owners = new List<int>();
        for (var at = 0; at < members.Count; at++)
        {
            var (automaton, constraint) = members[at];
            for (var kind = 0; kind < 4; kind++)
                others[(at * 4) + kind] = OtherLetter(constraint, (PolicyEventKind)kind);
            var content = $"{automaton.Letters};{string.Join(',', automaton.Next)};{string.Join(',', automaton.Verdicts)};{string.Join(',', others.AsSpan(at * 4, 4).ToArray())}";
            if (shared.TryGetValue(content, out first[at]))
                continue;
            shared.Add(content, first[at] = size);
            size += automaton.Next.Length;
            owners.Add(at);
        }

        var (next, facts, states) = (new int[size], new byte[size], new int[size]);
        foreach (var at in owners)
        {
            var automaton = members[at].Automaton;
            for (var state = 0; state < automaton.States; state++)
            {
                var row = first[at] + (state * automaton.Letters);
                states[row] = state;
                facts[row] = automaton.Verdicts[state];
                for (var letter = 0; letter < automaton.Letters; letter++)
                    next[row + letter] = first[at] + (automaton.Next[(state * automaton.Letters) + letter] * automaton.Letters);
                for (var kind = 0; kind < 4; kind++)
                    if (others[(at * 4) + kind] is >= 0 and var other && next[row + other] != row)
                        facts[row] |= (byte)(1 << (WakeShift + kind));
            }
        }

        return new(next, facts, first, [.. members.Select(m => m.Automaton.Letters)], [.. members.Select((m, at) => first[at] + m.Automaton.Next.Length)], states, others);
    }

    /// <summary>Whether an event of that kind that the constraint does not name changes its state.</summary>
    public static bool Wakes(byte facts, int kind) => (facts >> (WakeShift + kind) & 1) != 0;

    /// <summary>The kinds of events that change the state though the constraint does not name them.</summary>
    public static int Wakes(byte facts) => facts >> WakeShift;

    /// <summary>Whether a letter changes some state of a constraint.</summary>
    public bool Changes(int slot, int letter)
    {
        for (var row = First[slot]; row < _ends[slot]; row += Letters[slot])
            if (Next[row + letter] != row)
                return true;
        return false;
    }

    private static int OtherLetter(ConstraintModel constraint, PolicyEventKind kind) =>
        PolicyAlphabet.OtherLetter(constraint, kind switch
        {
            PolicyEventKind.UserTurn => EventClass.User,
            PolicyEventKind.Reply => EventClass.Reply,
            PolicyEventKind.Call => EventClass.Call,
            _ => EventClass.Signal,
        });
}
