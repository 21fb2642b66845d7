using System.Text;
using Dreaming.Determinism;
using Dreaming.Dreams;

namespace Dreaming.Users;

/// <summary>How a user types: slips of the keyboard in the words, never in the values.</summary>
internal static class Typing
{
    /// <summary>The text as it is typed.</summary>
    /// <param name="text">What was meant.</param>
    /// <param name="spared">Values that stay as they are.</param>
    /// <param name="rate">The share of words with a slip, from 0 to 1.</param>
    /// <param name="random">Decides which.</param>
    public static string Of(string text, IEnumerable<string> spared, double rate, SeededRandom random)
    {
        var keep = new bool[text.Length];
        foreach (var value in spared)
            for (var at = Phrases.Find(text, value, 0); at >= 0; at = Phrases.Find(text, value, at + 1))
                keep.AsSpan(at, value.Length).Fill(true);
        var typed = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && keep[end] == keep[at])
                end++;
            typed.Append(keep[at] ? text[at..end] : KeyboardSlips.In(text[at..end], rate, random));
            at = end;
        }

        return typed.ToString();
    }
}
