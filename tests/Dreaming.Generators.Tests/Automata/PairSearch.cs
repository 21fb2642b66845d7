using Dreaming.Automata;

namespace Dreaming.Generators.Tests.Automata;

/// <summary>Compares two states by walking both at once: the product, searched for a pair of which one accepts.</summary>
internal static class PairSearch
{
    /// <summary>The shortest word that tells the states apart; null when no word does. <paramref name="letterOf"/> says what a letter of the first is for the second.</summary>
    public static int[]? Distinguish(Automaton first, int from, Automaton second, int to, Func<int, int>? letterOf = null)
    {
        letterOf ??= letter => letter;
        var seen = new HashSet<(int, int)> { (from, to) };
        var open = new Queue<(int First, int Second, int[] Word)>([(from, to, [])]);
        while (open.TryDequeue(out var pair))
        {
            if (first.Accepting[pair.First] != second.Accepting[pair.Second])
                return pair.Word;
            for (var letter = 0; letter < first.Letters; letter++)
            {
                var (left, right) = (first.Next[(pair.First * first.Letters) + letter], second.Next[(pair.Second * second.Letters) + letterOf(letter)]);
                if (seen.Add((left, right)))
                    open.Enqueue((left, right, [.. pair.Word, letter]));
            }
        }

        return null;
    }

    public static bool AreEquivalent(Automaton first, Automaton second) => Distinguish(first, 0, second, 0) is null;
}
