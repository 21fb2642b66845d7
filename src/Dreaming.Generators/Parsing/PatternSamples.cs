using System.Collections.Generic;

namespace Dreaming.Generators.Parsing;

/// <summary>Texts inside and just outside of a pattern. What the sampler does not understand it leaves out.</summary>
internal static class PatternSamples
{
    public static IEnumerable<(string Kind, string Text, string Reason)> Around(string pattern)
    {
        var (shortest, longest) = PatternSampler.Sample(pattern);
        foreach (var (text, reason) in new[] { (shortest, "shortest match"), (longest, "longest match") })
            if (text is not null && PatternSyntax.Matches(pattern, text))
                yield return ("Boundary", text, reason);
        if ((longest ?? shortest) is not { Length: > 0 } sample)
            yield break;
        foreach (var (text, reason) in new[] { (sample.Substring(1), "first character lost"), (sample.Substring(0, sample.Length - 1), "last character lost"), (sample + "?", "a character too many") })
            if (!PatternSyntax.Matches(pattern, text))
                yield return ("NearMiss", text, reason);
    }
}
