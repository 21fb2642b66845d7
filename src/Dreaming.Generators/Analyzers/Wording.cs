using System;
using System.Collections.Generic;
using System.Linq;

namespace Dreaming.Generators.Analyzers;

/// <summary>How much two sentences share: the Jaccard index (shared over all) of their stemmed content words.</summary>
internal static class Wording
{
    private const double Alike = 0.6;
    private const int Least = 3;

    private static readonly HashSet<string> Empty = new(
        ("a an the this that these those it its he she they them their his her who whom whose which what when where while why how as than then so if of to in into on onto at by for from with without "
        + "about over under before after until since and or but nor not no never none nobody nothing only any every each all some such there is are was were be been being am has have had do does did done "
        + "can cannot could may might must shall should will would agent s t").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether two sentences say the same in other words. Of the second, what stands before its first colon or semicolon counts as a sentence too: the rest gives reasons.</summary>
    public static bool IsAlike(string sentence, string other) =>
        IsAlike(Stems(sentence), Stems(other)) || (other.IndexOfAny([':', ';']) is var end and > 0 && IsAlike(Stems(sentence), Stems(other.Substring(0, end))));

    /// <summary>Whether two ids consist of the same words.</summary>
    public static bool IsSameId(string id, string other) => id == other || (Stems(id) is { Count: > 1 } stems && stems.SetEquals(Stems(other)));

    private static bool IsAlike(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared >= Least && shared >= Alike * (one.Count + other.Count - shared);
    }

    private static HashSet<string> Stems(string text) => new(
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split([' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !Empty.Contains(w))
            .Select(Stem),
        StringComparer.Ordinal);

    // Enough for the endings that a verb or a plural has: orders, ordered, ordering and order are one word.
    private static string Stem(string word)
    {
        foreach (var (ending, instead) in new[] { ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "") })
        {
            if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal) || word.EndsWith("ss", StringComparison.Ordinal))
                continue;
            word = word.Substring(0, word.Length - ending.Length) + instead;
            break;
        }

        if (word.Length > 3 && word[word.Length - 1] == word[word.Length - 2])
            return word.Substring(0, word.Length - 1);
        return word.Length > 3 ? word.TrimEnd('e') : word;
    }
}
