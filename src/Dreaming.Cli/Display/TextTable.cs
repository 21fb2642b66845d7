using System.Globalization;

namespace Dreaming.Cli.Display;

/// <summary>A plain table: aligned columns, a line under the heads, no frame. Reads the same on a terminal and in a file.</summary>
internal sealed class TextTable
{
    private const int Gap = 2;
    private const int Narrowest = 16;

    private readonly Column[] _columns;
    private readonly List<string[]> _rows = [];

    /// <param name="heads">The heads of the columns. A trailing <c>&gt;</c> aligns a column to the right; a trailing <c>~</c> lets its text be wrapped.</param>
    public TextTable(params ReadOnlySpan<string> heads)
    {
        _columns = new Column[heads.Length];
        for (var i = 0; i < heads.Length; i++)
            _columns[i] = new Column(heads[i].TrimEnd('>', '~'), heads[i].EndsWith('>'), heads[i].EndsWith('~'));
    }

    public void Add(params ReadOnlySpan<string> cells)
    {
        var row = new string[_columns.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = SafeText.Line(cells[i]);
        _rows.Add(row);
    }

    /// <summary>The table, line by line, with an empty line behind it.</summary>
    /// <param name="width">How wide it may be. What may not be wrapped is not cut.</param>
    public IEnumerable<string> Lines(int width)
    {
        var widths = Widths(width);
        yield return Row([.. _columns.Select(c => c.Head)], widths);
        yield return new string('-', widths.Sum() + (Gap * (widths.Length - 1)));
        foreach (var row in _rows)
        {
            var cells = row.Select((text, i) => _columns[i].Wraps ? Wrap(text, widths[i]) : [text]).ToList();
            for (var line = 0; line < cells.Max(c => c.Count); line++)
                yield return Row([.. cells.Select(c => c.ElementAtOrDefault(line) ?? "")], widths);
        }

        yield return "";
    }

    private int[] Widths(int width)
    {
        var widths = _columns.Select((column, i) => _rows.Select(r => Length(r[i])).Append(Length(column.Head)).Max()).ToArray();
        var excess = widths.Sum() + (Gap * (widths.Length - 1)) - width;
        while (excess > 0 && Widest(widths) is { } widest && widths[widest] > Narrowest)
        {
            widths[widest]--;
            excess--;
        }

        return widths;
    }

    private int? Widest(int[] widths)
    {
        int? widest = null;
        for (var i = 0; i < widths.Length; i++)
            if (_columns[i].Wraps && (widest is null || widths[i] > widths[widest.Value]))
                widest = i;
        return widest;
    }

    private string Row(string[] cells, int[] widths) => string.Join(
        new string(' ', Gap),
        cells.Select((text, i) =>
        {
            var space = new string(' ', Math.Max(0, widths[i] - Length(text)));
            return _columns[i].Right ? space + text : text + space;
        })).TrimEnd();

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Length(line) + 1 + Length(word) > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }

    private static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private sealed record Column(string Head, bool Right, bool Wraps);
}
