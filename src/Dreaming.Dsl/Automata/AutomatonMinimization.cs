using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>The minimal automaton of a language, with a numbering that depends on the language only.</summary>
internal static class AutomatonMinimization
{
    /// <summary>The minimal automaton of the same language.</summary>
    public static Automaton Of(Automaton automaton)
    {
        var each = new int[automaton.States];
        for (var state = 0; state < each.Length; state++)
            each[state] = state;
        var reachable = Numbered(automaton, each, each.Length);
        var partition = StatePartition.Of(reachable);
        return Numbered(reachable, partition.BlockOf, partition.Blocks);
    }

    // The automaton whose states are those classes that can be reached, numbered breadth first by letter.
    private static Automaton Numbered(Automaton automaton, int[] classOf, int classes)
    {
        var letters = automaton.Letters;
        var numbers = new int[classes];
        for (var at = 0; at < classes; at++)
            numbers[at] = -1;
        var members = new List<int> { 0 };
        numbers[classOf[0]] = 0;
        var next = new List<ushort>();
        for (var at = 0; at < members.Count; at++)
        {
            for (var letter = 0; letter < letters; letter++)
            {
                var state = automaton.Next[(members[at] * letters) + letter];
                ref var number = ref numbers[classOf[state]];
                if (number < 0)
                {
                    number = members.Count;
                    members.Add(state);
                }

                next.Add((ushort)number);
            }
        }

        return new(letters, next.ToArray(), members.ConvertAll(state => automaton.Accepting[state]).ToArray());
    }
}
