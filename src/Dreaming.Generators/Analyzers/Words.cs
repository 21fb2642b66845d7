using System.Collections.Generic;
using System.Linq;

namespace Dreaming.Generators.Analyzers;

/// <summary>Lists names as a sentence does.</summary>
internal static class Words
{
    /// <summary><c>'a', 'b' and 'c'</c>.</summary>
    public static string And(IEnumerable<string> names)
    {
        var quoted = names.Select(n => $"'{n}'").ToArray();
        return quoted.Length < 2 ? string.Concat(quoted) : string.Join(", ", quoted.Take(quoted.Length - 1)) + " and " + quoted[quoted.Length - 1];
    }
}
