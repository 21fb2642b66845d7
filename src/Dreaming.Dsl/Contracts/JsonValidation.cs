using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dreaming.Contracts;

/// <summary>
/// One pass over a UTF-8 JSON document that collects how it breaks a contract. Generated code drives it; nothing is allocated until something is wrong.
/// Each check stands in front of a value when it begins and on the value's last token when it ends.
/// </summary>
[SuppressMessage("Design", "CA1815", Justification = "A cursor is never compared.")]
public ref partial struct JsonValidation
{
    private const string Withheld = "(withheld)";

    private readonly ReadOnlySpan<byte> _source;
    private readonly ICollection<Violation>? _violations;
    private readonly Span<JsonStep> _path;
    private JsonScanner _reader;
    private int _depth;
    private int _concealed;
    private int _count;

    // Where the discriminator stands of the union whose case is entered next; 0 for none.
    private int _tag;

    // The keys of the maps that are open now, innermost last: a hash in the upper half, the key's offset in the lower.
    private Span<ulong> _keys;
    private ulong[]? _rented;
    private int _keyCount;

    // The room that is given need not be cleared: what is read was written before.
    internal JsonValidation(ReadOnlySpan<byte> source, ICollection<Violation>? violations, Span<JsonStep> path, Span<ulong> keys)
    {
        _source = source;
        _violations = violations;
        _path = path;
        _keys = keys;
        _reader = new JsonScanner(source);
    }

    internal readonly bool Valid => _count == 0;

    // Without a sink the first violation ends the pass.
    private readonly bool Stopped => _count > 0 && _violations is null;

    /// <summary>From here on values are sensitive: violations do not print them.</summary>
    public void Conceal() => _concealed++;

    /// <summary>Ends what the last <see cref="Conceal"/> began.</summary>
    public void Reveal() => _concealed--;

    /// <summary>The value is null, and then done with.</summary>
    public bool IsNull() => _reader.ReadNull();

    internal bool CheckEncoding()
    {
        if (_reader.IsAscii || Utf8.IsValid(_source))
            return true;
        Report("", "json", "UTF-8", "bytes that are no UTF-8");
        return false;
    }

    internal void Finish()
    {
        if (!Stopped)
            _reader.Read();
    }

    internal void Malformed(Exception cause)
    {
        var found = cause is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
            ? string.Create(CultureInfo.InvariantCulture, $"malformed JSON at line {line + 1}, byte {position + 1}")
            : "malformed JSON";
        if (_reader.TooDeep)
            found = string.Create(CultureInfo.InvariantCulture, $"JSON nested deeper than {JsonScanner.MaxDepth}");
        Report(Pointer(), "json", "well-formed JSON", found);
    }

    private void Fail(string rule, string expected)
    {
        _reader.ReadFirst();
        Report(Pointer(), rule, expected, Stopped ? "" : Found());
        if (!Stopped)
            _reader.Skip();
    }

    private void Report(string pointer, string rule, string expected, string found)
    {
        _count++;
        _violations?.Add(new Violation(pointer, rule, expected, found));
    }

    private readonly string Found()
    {
        if (_concealed > 0)
            return Withheld;
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return "an object";
            case JsonTokenType.StartArray:
                return "an array";
            default:
                var text = Encoding.UTF8.GetString(_reader.ValueSpan);
                if (text.Length > 64)
                    text = text[..(char.IsHighSurrogate(text[63]) ? 63 : 64)] + "...";
                return _reader.TokenType == JsonTokenType.String ? $"\"{text}\"" : text;
        }
    }

    private readonly string Pointer()
    {
        if (_violations is null)
            return "";
        var pointer = new StringBuilder();
        for (var i = 0; i < _depth; i++)
        {
            var step = _path[i];
            if (step.KeyStart > 0)
                pointer.Append(Segment(KeyAt(step.KeyStart)));
            else if (step.Index >= 0)
                pointer.Append('/').Append(step.Index.ToString(CultureInfo.InvariantCulture));
        }

        return pointer.ToString();
    }

    private static string Segment(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private readonly string KeyAt(int start)
    {
        var key = new Utf8JsonReader(_source[start..]);
        key.Read();
        return key.GetString()!;
    }
}
