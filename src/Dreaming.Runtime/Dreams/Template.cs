using System.Text;
using System.Text.RegularExpressions;

namespace Dreaming.Dreams;

/// <summary>One of a scenario's openings: words, and names of slots in braces.</summary>
internal sealed partial class Template
{
    private Template(IReadOnlyList<Part> parts) => Parts = parts;

    public IReadOnlyList<Part> Parts { get; }

    public static Template Parse(string text)
    {
        var parts = new List<Part>();
        var at = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            parts.Add(new Part(text[at..match.Index], null));
            parts.Add(new Part("", match.Groups[1].Value));
            at = match.Index + match.Length;
        }

        parts.Add(new Part(text[at..], null));
        return new Template(parts);
    }

    public bool Mentions(string clrName) => Parts.Any(p => p.Slot == clrName);

    /// <summary>The words between the slots.</summary>
    public string Literal => string.Join(' ', Parts.Where(p => p.Slot is null).Select(p => p.Words));

    /// <summary>The sentences of a template that <paramref name="keep"/> accepts; all of them when that leaves none.</summary>
    public static Template Without(string text, Func<Template, bool> keep)
    {
        var kept = SentenceEnd().Split(text).Where(s => keep(Parse(s))).ToArray();
        return Parse(kept.Length == 0 ? text : string.Join(' ', kept));
    }

    /// <summary>The template with its words bent and its slots filled.</summary>
    public string Fill(Func<string, string> words, Func<string, string> slot)
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
            text.Append(part.Slot is null ? words(part.Words) : slot(part.Slot));
        return text.ToString();
    }

    /// <summary>Words, or the CLR name of a slot.</summary>
    internal readonly record struct Part(string Words, string? Slot);

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<=[.!?])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
