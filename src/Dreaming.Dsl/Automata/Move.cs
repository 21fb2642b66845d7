using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>Abstract events that do the same to a selection of strands, as one.</summary>
internal sealed class Move
{
    /// <summary>One of the events.</summary>
    public int Event { get; init; }

    public EventClass Class { get; init; }

    /// <summary>The place of a signal in the order of a message's signals.</summary>
    public int Signal { get; init; }

    /// <summary>The strands outside of key spaces that it moves.</summary>
    public int[] Free { get; init; } = [];

    /// <summary>The letter for each of <see cref="Free"/>.</summary>
    public int[] Letters { get; init; } = [];

    /// <summary>What it does in each key space; null where it does nothing.</summary>
    public KeyMove?[] Keyed { get; init; } = [];

    /// <summary>The moves of a selection, without those that do nothing.</summary>
    public static Move[] Of(PolicyAlphabet alphabet, bool[]? never, Strand[] free, KeySpace[] keyed)
    {
        var moves = new List<Move>();
        var known = new HashSet<string>(System.StringComparer.Ordinal);
        var signature = new char[1 + free.Length + TotalStrands(keyed)];
        for (var e = 0; e < alphabet.Events.Length; e++)
        {
            if (never?[e] == true)
                continue;
            var it = alphabet.Events[e];
            var user = it.Class == EventClass.User;
            var moved = 0;
            var at = 0;
            // Turns and each signal have places of their own in the order of a conversation; replies and calls go anywhere.
            signature[at++] = it.Class switch { EventClass.User => (char)1, EventClass.Signal => (char)(2 + it.Index), _ => (char)0 };
            foreach (var strand in free)
            {
                var letter = strand.Letters[e];
                signature[at++] = (char)(letter + 1);
                if (letter >= 0)
                    moved++;
            }

            var touches = false;
            foreach (var space in keyed)
                foreach (var strand in space.Strands)
                {
                    signature[at++] = (char)((strand.Letters[e] + 1) << 8 | (strand.Others[e] + 1));
                    touches |= strand.Letters[e] >= 0 || strand.Others[e] >= 0;
                }

            if ((moved > 0 || touches || user) && known.Add(new string(signature)))
                moves.Add(Create(it, e, free, keyed, moved));
        }

        return moves.ToArray();
    }

    private static Move Create(AbstractEvent it, int e, Strand[] free, KeySpace[] keyed, int moved)
    {
        var (places, letters) = (new int[moved], new int[moved]);
        var at = 0;
        for (var strand = 0; strand < free.Length; strand++)
            if (free[strand].Letters[e] is >= 0 and var letter)
                (places[at], letters[at++]) = (strand, letter);
        return new()
        {
            Event = e,
            Class = it.Class,
            Signal = it.Index,
            Free = places,
            Letters = letters,
            Keyed = System.Array.ConvertAll(keyed, space => KeyMove.Of(space, e)),
        };
    }

    private static int TotalStrands(KeySpace[] keyed)
    {
        var total = 0;
        foreach (var space in keyed)
            total += space.Strands.Length;
        return total;
    }
}

/// <summary>What an event does in a key space.</summary>
internal sealed class KeyMove
{
    /// <summary>It is an event of one key value; else it moves all values alike.</summary>
    public bool Acts { get; init; }

    /// <summary>By strand, the letter for the event's own value; -1 when nothing changes.</summary>
    public int[] Letters { get; init; } = [];

    /// <summary>By strand, the letter for all other values.</summary>
    public int[] Others { get; init; } = [];

    /// <summary>Null when it does nothing there.</summary>
    public static KeyMove? Of(KeySpace space, int e)
    {
        var (acts, touches) = (false, false);
        foreach (var strand in space.Strands)
        {
            acts |= strand.Acts[e];
            touches |= strand.Letters[e] >= 0 || strand.Others[e] >= 0;
        }

        return touches
            ? new() { Acts = acts, Letters = System.Array.ConvertAll(space.Strands, s => s.Letters[e]), Others = System.Array.ConvertAll(space.Strands, s => s.Others[e]) }
            : null;
    }
}
