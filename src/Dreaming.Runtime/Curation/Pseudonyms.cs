using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;

namespace Dreaming.Curation;

/// <summary>
/// The pseudonyms of one episode: the name of the member and a number, in the order of first appearance. The same value always has the same one, and nothing leads back from it.
/// </summary>
internal sealed class Pseudonyms
{
    private const int Shortest = 3;
    private const int Phone = 7;
    private readonly Dictionary<string, string> _byValue = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byForm = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private (string Form, string Pseudonym)[]? _ordered;
    private SearchValues<string> _forms = SearchValues.Create([], StringComparison.OrdinalIgnoreCase);

    /// <summary>How often a value was replaced.</summary>
    public int Replaced { get; private set; }

    public void Add(string member, string value)
    {
        if (value.Length == 0 || _byValue.ContainsKey(value))
            return;
        if (!_byForm.TryGetValue(value, out var pseudonym))
        {
            var number = _numbers[member] = _numbers.GetValueOrDefault(member) + 1;
            pseudonym = string.Create(CultureInfo.InvariantCulture, $"[{(member.Length == 0 ? "value" : member)}-{number}]");
        }

        _byValue.Add(value, pseudonym);
        foreach (var form in Forms(member, value))
            if (form.Length >= Shortest)
                Know(form, pseudonym);
        _ordered = null;
    }

    private void Know(string form, string pseudonym)
    {
        _byForm.TryAdd(form, pseudonym);
        // As it stands inside a piece of JSON that is text itself.
        _byForm.TryAdd(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(form), pseudonym);
        _byForm.TryAdd(JavaScriptEncoder.Default.Encode(form), pseudonym);
    }

    /// <summary>The pseudonym of a value that stands in its own member.</summary>
    public string Of(string value)
    {
        if (value.Length == 0)
            return value;
        Add("value", value);
        Replaced++;
        return _byValue[value];
    }

    /// <summary>The text with every known value replaced that stands in it as a whole word, the longest first.</summary>
    public string Replace(string text)
    {
        if (_ordered is null)
        {
            // By length; among equals by text, so that the result does not depend on the order of a dictionary.
            _ordered = [.. _byForm.Select(f => (f.Key, f.Value)).OrderByDescending(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal)];
            _forms = SearchValues.Create([.. _byForm.Keys], StringComparison.OrdinalIgnoreCase);
        }

        if (!text.AsSpan().ContainsAny(_forms))
            return text;
        List<(string Text, bool Done)>? pieces = null;
        foreach (var (form, pseudonym) in _ordered)
        {
            if (pieces is null)
            {
                if (!Occurs(text, form, 0, out _))
                    continue;
                pieces = [(text, false)];
            }

            Split(pieces, form, pseudonym);
        }

        return pieces is null ? text : string.Concat(pieces.Select(p => p.Text));
    }

    private void Split(List<(string Text, bool Done)> pieces, string form, string pseudonym)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Done || !Occurs(pieces[i].Text, form, 0, out var at))
                continue;
            var text = pieces[i].Text;
            pieces.RemoveAt(i);
            pieces.InsertRange(i, [(text[..at], false), (pseudonym, true), (text[(at + form.Length)..], false)]);
            i++;
            Replaced++;
        }
    }

    private static bool Occurs(string text, string form, int from, out int at)
    {
        for (at = from; (at = text.IndexOf(form, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            if (Boundary(text, at, form[0], -1) && Boundary(text, at + form.Length - 1, form[^1], 1))
                return true;
        return false;
    }

    private static bool Boundary(string text, int edge, char own, int direction)
    {
        var beside = edge + direction;
        return beside < 0 || beside >= text.Length || !IsWord(own) || !IsWord(text[beside]);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static IEnumerable<string> Forms(string member, string value)
    {
        yield return value;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            foreach (var form in SpokenDates.All(date))
                yield return form;
        }
        else if (value.Count(char.IsAsciiDigit) >= Phone && !value.Any(char.IsLetter))
        {
            yield return string.Concat(value.Where(char.IsAsciiDigit));
        }
        else if (member.Contains("name", StringComparison.Ordinal) && value.Contains(' ', StringComparison.Ordinal))
        {
            foreach (var part in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return part;
        }
    }
}
