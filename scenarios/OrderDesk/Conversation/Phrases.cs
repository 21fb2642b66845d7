using System.Text.RegularExpressions;

namespace OrderDesk;

/// <summary>What can be told from words alone, kept to phrases that mean the same thing in any sentence.</summary>
public static partial class Phrases
{
    /// <summary>The user agrees: a yes-word, and no refusal or change of mind before it.</summary>
    public static bool Agrees(string text)
    {
        var yes = Yes().Match(text);
        if (!yes.Success)
            return false;
        var no = No().Match(text);
        return !no.Success || no.Index > yes.Index;
    }

    public static bool Mentions(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    public static bool MentionsAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Mentions(text, word))
                return true;
        return false;
    }

    /// <summary>The e-mail addresses in a text.</summary>
    public static IEnumerable<string> Emails(string text) => Email().Matches(text).Select(m => m.Value.TrimEnd('.'));

    [GeneratedRegex(@"\b(yes|yep|yeah|yup|sure|confirm|confirmed|correct|absolutely|definitely|go ahead|please proceed|proceed|ok|okay|sounds good|looks good|that works|works for me|that is right|that's right|that’s right|please do|do it|i agree|let['’]s (go|do|just do))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^\W*(no|nope|wait|stop|hold on|actually no|not yet)\b|\b(do not|don't|don’t) (cancel|return|exchange|change|modify|proceed|do)\b|\bnot yet\b|\bcan(not|'t|’t) confirm\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex No();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
