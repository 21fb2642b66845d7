using System.Text.RegularExpressions;
using Dreaming.Contracts;

namespace Dreaming.Agents.Binding;

/// <summary>Reads addresses off a message: of pages, and of mailboxes.</summary>
internal static partial class Addresses
{
    /// <summary>The absolute URIs in a text, each with where it begins.</summary>
    public static IEnumerable<(string Text, int Start)> UrisIn(string text) =>
        Trimmed(Uri().Matches(text)).Where(u => JsonTextFormats.IsUri(u.Text));

    /// <summary>The texts of a format in a text, each with where it begins. Base64 is nothing that people say.</summary>
    public static IEnumerable<(string Text, int Start)> In(string text, JsonTextFormat format) => format switch
    {
        JsonTextFormat.Url => UrisIn(text).Where(u => JsonTextFormats.Has(format, u.Text)),
        JsonTextFormat.Email => Trimmed(Mailbox().Matches(text)).Where(m => JsonTextFormats.Has(format, m.Text)),
        _ => [],
    };

    // What ends a sentence or a parenthesis does not belong to the address.
    private static IEnumerable<(string Text, int Start)> Trimmed(MatchCollection matches) =>
        matches.Select(m => (m.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')'), m.Index));

    [GeneratedRegex(@"\b(?:[A-Za-z][A-Za-z0-9+.-]*://|mailto:|tel:|urn:)[^\s<>""']+", RegexOptions.CultureInvariant)]
    private static partial Regex Uri();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();
}
