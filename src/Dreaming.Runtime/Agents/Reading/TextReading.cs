using System.Globalization;
using System.Text.RegularExpressions;
using Dreaming.Agents.Language;

namespace Dreaming.Agents.Reading;

/// <summary>A value that a user's message may hold, in every way in which it could have been meant.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Forms">As written, and without the accidents of case and spacing.</param>
/// <param name="Denied">It is said not to be meant.</param>
internal readonly record struct Chunk(int Start, int Length, string[] Forms, bool Denied);

/// <summary>A number in a user's message.</summary>
/// <param name="Value">The number.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Denied">It is said not to be meant.</param>
internal readonly record struct NumberSaid(decimal Value, int Start, int Length, bool Denied);

/// <summary>What one message of the user says, read once. Knows nothing of the conversation around it.</summary>
internal sealed partial class TextReading
{
    private TextReading(string text) => Text = text;

    public string Text { get; }
    public required List<Word> Words { get; init; }
    /// <summary>The words that carry meaning, without repetition and slips of the keyboard. Names are left out: they say nothing about what is wanted.</summary>
    public required List<string> Known { get; init; }
    public required List<Chunk> Chunks { get; init; }
    public required List<(DateOnly Date, int Start, bool Denied)> Dates { get; init; }
    public required List<NumberSaid> Numbers { get; init; }
    /// <summary>Pseudonyms that stand for scrubbed values, with the member that they were scrubbed from.</summary>
    public required List<(string Member, string Text, int Start)> Pseudonyms { get; init; }
    /// <summary>The user agrees (true), objects (false), or does neither.</summary>
    public required bool? Agrees { get; init; }

    public static TextReading Read(string text, Vocabulary vocabulary)
    {
        var words = Language.Words.Of(text);
        var known = new List<string>();
        foreach (var word in words)
            if (!Language.Words.IsStop(word.Stem) && (vocabulary.Resolve(word.Stem) ?? Other(text, word)) is { } stem && !known.Contains(stem))
                known.Add(stem);
        var dates = Language.Dates.In(text);
        return new TextReading(text)
        {
            Words = words,
            Known = known,
            Chunks = ChunksOf(text, words),
            Dates = [.. dates.Select(d => (d.Date, d.Start, DeniedAt(words, d.Start)))],
            Numbers = NumbersOf(text, words, dates),
            Pseudonyms = [.. Pseudonym().Matches(text).Select(m => (m.Groups[1].Value, m.Value, m.Index))],
            Agrees = AgreesIn(words, text),
        };
    }

    /// <summary>The stems of the clause around a place: what is said about the value that stands there.</summary>
    public IEnumerable<string> Around(int start)
    {
        var from = start == 0 ? 0 : Text.LastIndexOfAny(['.', '!', '?', ';', '\n', ','], start - 1) + 1;
        var to = Text.IndexOfAny(['!', '?', ';', '\n', ','], start);
        if (to < 0)
            to = Text.Length;
        foreach (var word in Words)
            if (word.Start >= from && word.Start < to)
                yield return word.Stem;
    }

    /// <summary>What follows "my NAME is" up to the end of the sentence; null when that is not said.</summary>
    public string? Told(string words)
    {
        var at = Text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = Text[(at + words.Length)..].TrimStart();
        foreach (var link in (ReadOnlySpan<string>)["is ", "are ", ": ", "= "])
            if (rest.StartsWith(link, StringComparison.OrdinalIgnoreCase))
                return UpToSentenceEnd(rest[link.Length..]);
        return null;
    }

    public static string? UpToSentenceEnd(string text)
    {
        var end = 0;
        while (end < text.Length && text[end] is not ('!' or '?' or '\n' or ';') && !(text[end] == '.' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]))))
            end++;
        var value = text[..end].Trim().TrimEnd(',');
        return value.Length == 0 ? null : value;
    }

    public static bool DeniedAt(List<Word> words, int start)
    {
        foreach (var word in words)
            if (word.Start + word.Length > start)
                return word.Denied;
        return false;
    }

    // A word that the domain does not use itself. Capitals in the middle of a sentence, digits and pseudonyms are names of something.
    private static string? Other(string text, Word word)
    {
        const int shortest = 3;
        if (word.Stem.Length < shortest || !word.Stem.All(char.IsAsciiLetterLower))
            return null;
        var before = word.Start - 1;
        if (before >= 0 && text[before] is '[' or '_' or '-' or '@' or '#')
            return null;
        while (before >= 0 && text[before] is ' ' or '"' or '(')
            before--;
        return char.IsUpper(text[word.Start]) && before >= 0 && text[before] is not ('.' or '!' or '?' or '\n') ? null : word.Stem;
    }

    private static List<Chunk> ChunksOf(string text, List<Word> words)
    {
        const int widest = 3;
        var pieces = new List<(int Start, int End)>();
        foreach (Match m in Piece().Matches(text))
        {
            var end = m.Index + m.Length;
            while (end > m.Index && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'' or '"')
                end--;
            var start = m.Index;
            while (start < end && text[start] is '(' or '"' or '\'')
                start++;
            if (start < end)
                pieces.Add((start, end));
        }

        var chunks = new List<Chunk>();
        for (var width = 1; width <= widest; width++)
        {
            for (var i = 0; i + width <= pieces.Count; i++)
            {
                var (start, end) = (pieces[i].Start, pieces[i + width - 1].End);
                var raw = text[start..end];
                // Codes that hold such signs are written in one piece.
                if (width > 1 && raw.AsSpan().ContainsAny('@', '_', '#'))
                    continue;
                if (raw.Length > 80 || !raw.Any(c => char.IsAsciiDigit(c) || c is '@' or '_' or '#'))
                    continue;
                chunks.Add(new Chunk(start, end - start, Forms(raw), DeniedAt(words, start)));
            }
        }

        return chunks;
    }

    private static string[] Forms(string raw)
    {
        var forms = new List<string> { raw };
        var joined = raw.Replace(" ", "", StringComparison.Ordinal);
        Add(joined);
        Add(raw.Replace(' ', '-'));
        var bare = joined.Replace("-", "", StringComparison.Ordinal);
        var boundary = 0;
        while (boundary < bare.Length && !char.IsAsciiDigit(bare[boundary]))
            boundary++;
        if (boundary > 0 && boundary < bare.Length)
        {
            Add(bare);
            Add($"{bare[..boundary]}-{bare[boundary..]}");
            if (char.IsLetter(bare[0]))
                Add("#" + bare);
        }

        foreach (var form in forms.ToArray())
        {
            Add(form.ToUpperInvariant());
            Add(form.ToLowerInvariant());
        }

        return [.. forms];

        void Add(string form)
        {
            if (!forms.Contains(form))
                forms.Add(form);
        }
    }

    private static List<NumberSaid> NumbersOf(string text, List<Word> words, List<(DateOnly, int Start, int Length)> dates)
    {
        var numbers = new List<NumberSaid>();
        List<string>? lower = null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (dates.Any(d => word.Start >= d.Start && word.Start < d.Start + d.Length))
                continue;
            var raw = text.AsSpan(word.Start, word.Length);
            if (char.IsAsciiDigit(raw[0]))
            {
                var digits = 0;
                while (digits < raw.Length && char.IsAsciiDigit(raw[digits]))
                    digits++;
                // A code such as RX-200001 or a 10mg strength is no number that stands for itself.
                var glued = word.Start > 0 && text[word.Start - 1] is '-' or '#' or '_' or '/' or ':' or '.';
                if (digits == raw.Length && digits <= 9 && !glued)
                    numbers.Add(new NumberSaid(decimal.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture), word.Start, word.Length, word.Denied));
                continue;
            }

            lower ??= [.. words.Select(w => text.Substring(w.Start, w.Length).ToLowerInvariant())];
            var (value, taken) = Language.Numbers.At(lower, i);
            if (taken == 0)
                continue;
            var last = words[i + taken - 1];
            numbers.Add(new NumberSaid(value, word.Start, last.Start + last.Length - word.Start, word.Denied));
            i += taken - 1;
        }

        return numbers;
    }

    private static bool? AgreesIn(List<Word> words, string text)
    {
        for (var i = 0; i < words.Count && i < 3; i++)
        {
            var word = text.Substring(words[i].Start, words[i].Length).ToLowerInvariant();
            if (word is "yes" or "yeah" or "yep" or "sure" or "ok" or "okay" or "correct" or "right")
                return true;
            if (word is "no" or "nope" or "stop" or "wrong")
                return false;
        }

        return null;
    }

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(@"\[([a-z][a-z0-9_]*)-\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Pseudonym();
}
