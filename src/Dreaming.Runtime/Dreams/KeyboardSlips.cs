using System.Text;
using Dreaming.Determinism;

namespace Dreaming.Dreams;

/// <summary>Slips of the keyboard: two letters swapped, one left out, one struck twice. Only words of at least four letters slip, and never one with a digit.</summary>
public static class KeyboardSlips
{
    private const int Shortest = 4;

    /// <summary>The text with slips.</summary>
    /// <param name="text">Words; values that must arrive unharmed are no part of it.</param>
    /// <param name="rate">The share of words with a slip, from 0 to 1.</param>
    /// <param name="random">Decides which.</param>
    public static string In(string text, double rate, SeededRandom random)
    {
        if (rate <= 0)
            return text;
        var slipped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end == at)
            {
                slipped.Append(text[at++]);
                continue;
            }

            var word = text[at..end];
            slipped.Append(word.Length >= Shortest && word.All(char.IsAsciiLetter) && random.Chance(rate) ? Slip(word, random) : word);
            at = end;
        }

        return slipped.ToString();
    }

    private static string Slip(string word, SeededRandom random)
    {
        // The first letter stays: that is where slips are rarest and hurt most.
        var at = 1 + random.Next(word.Length - 2);
        return random.Next(3) switch
        {
            0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word[..at] + word[(at + 1)..],
            _ => word[..at] + word[at] + word[at..],
        };
    }
}
