using System.Text;

namespace Dreaming.Generators.Emission;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes lines at the present indentation.</summary>
    public SourceWriter Line(string text = "")
    {
        foreach (var line in text.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', _indent * 4).Append(line);
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes a line and an opening brace, and indents.</summary>
    public SourceWriter Open(string text)
    {
        Line(text).Line("{");
        _indent++;
        return this;
    }

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    public SourceWriter Close(string after = "")
    {
        _indent--;
        return Line("}" + after);
    }

    public SourceWriter Indent()
    {
        _indent++;
        return this;
    }

    public SourceWriter Unindent()
    {
        _indent--;
        return this;
    }

    public override string ToString() => _text.ToString();
}
