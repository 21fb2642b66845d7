namespace Dreaming.Benchmarks.RandomPolicies;

/// <summary>The templates as a person would write them without automata: predicates over the names of everything that was called so far.</summary>
internal static class PlainPredicates
{
    /// <summary>A constraint of two tools; of one, the second is not read.</summary>
    public static Func<List<string>, bool> Of(string template, int count, string a, string b) => template switch
    {
        "Existence" => t => t.Contains(a),
        "Absence" => t => !t.Contains(a),
        "AtLeast" => t => Count(t, a) >= count,
        "AtMost" => t => Count(t, a) <= count,
        "Exactly" => t => Count(t, a) == count,
        "Init" => t => t.Count == 0 || t[0] == a,
        "End" => t => t.Count > 0 && t[^1] == a,
        "RespondedExistence" => t => !t.Contains(a) || t.Contains(b),
        "CoExistence" => t => t.Contains(a) == t.Contains(b),
        "Response" => t => Response(t, a, b),
        "AlternateResponse" => t => AlternateResponse(t, a, b),
        "ChainResponse" => t => ChainResponse(t, a, b),
        "Precedence" => t => Precedence(t, a, b),
        "AlternatePrecedence" => t => AlternatePrecedence(t, a, b),
        "ChainPrecedence" => t => ChainPrecedence(t, a, b),
        "Succession" => t => Response(t, a, b) && Precedence(t, a, b),
        "AlternateSuccession" => t => AlternateResponse(t, a, b) && AlternatePrecedence(t, a, b),
        "ChainSuccession" => t => ChainResponse(t, a, b) && ChainPrecedence(t, a, b),
        "NotCoExistence" => t => !(t.Contains(a) && t.Contains(b)),
        "NotSuccession" => t => t.IndexOf(a) is var i && (i < 0 || t.LastIndexOf(b) <= i),
        "NotChainSuccession" => t => !Pairs(t).Any(p => p.First == a && p.Second == b),
        "Choice" => t => t.Contains(a) || t.Contains(b),
        "ExclusiveChoice" => t => t.Contains(a) != t.Contains(b),
        _ => throw new ArgumentOutOfRangeException(nameof(template), template, "There is no such template."),
    };

    private static int Count(List<string> t, string a) => t.Count(x => x == a);

    private static bool Response(List<string> t, string a, string b) => t.LastIndexOf(a) <= t.LastIndexOf(b);

    private static bool Precedence(List<string> t, string a, string b) => t.IndexOf(b) is var i && (i < 0 || t.IndexOf(a) is >= 0 and var j && j < i);

    private static bool AlternateResponse(List<string> t, string a, string b)
    {
        var open = false;
        foreach (var x in t)
        {
            if (x == a && open)
                return false;
            open = x == a || (open && x != b);
        }

        return !open;
    }

    private static bool AlternatePrecedence(List<string> t, string a, string b)
    {
        var enabled = false;
        foreach (var x in t)
        {
            if (x == b && !enabled)
                return false;
            enabled = x == a || (enabled && x != b);
        }

        return true;
    }

    private static bool ChainResponse(List<string> t, string a, string b) => (t.Count == 0 || t[^1] != a) && Pairs(t).All(p => p.First != a || p.Second == b);

    private static bool ChainPrecedence(List<string> t, string a, string b) => (t.Count == 0 || t[0] != b) && Pairs(t).All(p => p.Second != b || p.First == a);

    private static IEnumerable<(string First, string Second)> Pairs(List<string> t) => t.Zip(t.Skip(1));
}
