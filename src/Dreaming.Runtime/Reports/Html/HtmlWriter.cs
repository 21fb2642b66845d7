using System.Text;

namespace Dreaming.Reports.Html;

/// <summary>
/// Writes HTML that is also well-formed XML. There is no way to write markup as a string: tags and attributes are names, everything else is encoded, elements close themselves,
/// and attributes that could load or run anything are refused. Characters that hide or reorder text are shown by their numbers.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; disposing the result closes it.</summary>
    public Scope Element(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(tag, attributes);
        _html.Append('>');
        _open.Push(tag);
        return new(this, _open.Count);
    }

    /// <summary>An element that holds nothing but text.</summary>
    public HtmlWriter Leaf(string tag, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (Element(tag, attributes))
            Text(text);
        return this;
    }

    /// <summary>An element that never has content, for example <c>meta</c>.</summary>
    public HtmlWriter Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(tag, attributes);
        _html.Append(" />");
        return this;
    }

    /// <summary>Text, from whomever it comes.</summary>
    public HtmlWriter Text(string? text)
    {
        Encode(text, "<span class=\"hidden-character\">", "</span>");
        return this;
    }

    /// <summary>Text where no element may stand: a title.</summary>
    public HtmlWriter Title(string text)
    {
        using (Element("title"))
            Encode(text, "[", "]");
        return this;
    }

    /// <summary>The style sheet. It needs no encoding because it contains nothing that would.</summary>
    /// <exception cref="ArgumentException">It does.</exception>
    public void StyleSheet(string css)
    {
        if (css.AsSpan().IndexOfAny('<', '&') >= 0 || css.Contains("url(", StringComparison.OrdinalIgnoreCase) || css.Contains("@import", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("A style sheet neither holds markup nor loads anything.", nameof(css));
        using (Element("style"))
            _html.Append('\n').Append(css).Append('\n');
    }

    /// <summary>A line break between elements, for those who read the source.</summary>
    public void Line() => _html.Append('\n');

    /// <summary>The document.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => _open.Count == 0 ? _html.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    private void Start(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        CheckName(tag);
        if (tag is "script" or "iframe" or "object" or "embed" or "img" or "link" or "base" or "form")
            throw new ArgumentException($"A report has no <{tag}>.", nameof(tag));
        _html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            CheckName(name);
            if (name is "src" or "srcset" or "style" or "action" or "formaction" or "ping" or "poster" || name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"A report has no attribute {name}.", nameof(attributes));
            if (name == "href" && !value.StartsWith('#'))
                throw new ArgumentException("A report links only to itself.", nameof(attributes));
            _html.Append(' ').Append(name).Append("=\"");
            Encode(value, "[", "]");
            _html.Append('"');
        }
    }

    private static void CheckName(string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'))
            throw new ArgumentException($"'{name}' is no name of an element or attribute.", nameof(name));
    }

    private void Encode(string? text, string beforeHidden, string afterHidden)
    {
        if (text is null)
            return;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            // A lone surrogate decodes to U+FFFD, the replacement character, which anybody can see.
            Rune.DecodeFromUtf16(rest, out var rune, out var used);
            var newLine = rune.Value == '\r' && rest.Length > 1 && rest[1] == '\n';
            rest = rest[used..];
            if (newLine)
                continue;
            _ = rune.Value switch
            {
                '<' => _html.Append("&lt;"),
                '>' => _html.Append("&gt;"),
                '&' => _html.Append("&amp;"),
                '"' => _html.Append("&quot;"),
                '\'' => _html.Append("&#39;"),
                _ when VisibleText.Hides(rune) => _html.Append(beforeHidden).Append(VisibleText.Name(rune)).Append(afterHidden),
                _ => _html.Append(rune.ToString()),
            };
        }
    }

    private void Close(int depth)
    {
        if (_open.Count != depth)
            throw new InvalidOperationException($"<{_open.Peek()}> is still open.");
        _html.Append("</").Append(_open.Pop()).Append('>');
    }

    /// <summary>An open element.</summary>
    public readonly ref struct Scope(HtmlWriter writer, int depth)
    {
        /// <summary>Closes it.</summary>
        public void Dispose() => writer.Close(depth);
    }
}
