using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Shields.Tests.Kit;

// Automata from a step function: states are found by walking, verdicts by what can still be reached.
public static class Tables
{
    public static AutomatonContract Of(int bits, Func<int, int, int> step, Func<int, bool> accepts)
    {
        var letters = 1 << bits;
        List<int> states = [0];
        for (var at = 0; at < states.Count; at++)
            for (var letter = 0; letter < letters; letter++)
                if (step(states[at], letter) is var next && !states.Contains(next))
                    states.Add(next);
        var table = states.SelectMany(s => Enumerable.Range(0, letters).Select(l => (ushort)states.IndexOf(step(s, l)))).ToImmutableArray();
        return new(letters, table, [.. Enumerable.Range(0, states.Count).Select(s => Verdict(s))]);

        RvVerdict Verdict(int state)
        {
            var reached = new HashSet<int> { state };
            var open = new Stack<int>(reached);
            while (open.TryPop(out var s))
                for (var letter = 0; letter < letters; letter++)
                    if (reached.Add(table[s * letters + letter]))
                        open.Push(table[s * letters + letter]);
            return (accepts(states[state]), reached.Any(s => accepts(states[s])), reached.All(s => accepts(states[s]))) switch
            {
                (true, _, true) => RvVerdict.PermanentlySatisfied,
                (true, _, _) => RvVerdict.TemporarilySatisfied,
                (_, true, _) => RvVerdict.TemporarilyViolated,
                _ => RvVerdict.PermanentlyViolated,
            };
        }
    }
}
