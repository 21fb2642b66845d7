using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dreaming.Contracts;

/// <summary>
/// One pass over a UTF-8 JSON document that collects how it breaks a contract. Generated code drives it; nothing is allocated until something is wrong.
/// Each check stands on the first token of a value when it begins and on its last token when it ends.
/// </summary>
[SuppressMessage("Design", "CA1815", Justification = "A cursor is never compared.")]
public ref partial struct JsonValidation
{
    private const string Withheld = "(withheld)";

    private readonly ReadOnlySpan<byte> _source;
    private readonly ICollection<Violation>? _violations;
    private JsonScanner _reader;
    private Steps _path;
    private int _depth;
    private int _concealed;
    private bool _invalid;

    // The discriminator of the union whose case is entered next.
    private string? _tag;

    // The keys of the maps that are open now, innermost last: a hash in the upper half, the key's offset in the lower.
    private ulong[]? _keys;
    private int _keyCount;

    [SkipLocalsInit]
    internal JsonValidation(ReadOnlySpan<byte> source, ICollection<Violation>? violations)
    {
        _source = source;
        _violations = violations;
        _reader = new JsonScanner(source);
        // A step is written before it is read.
        Unsafe.SkipInit(out _path);
    }

    internal readonly bool Valid => !_invalid;

    // Without a sink the first violation ends the pass.
    private readonly bool Stopped => _invalid && _violations is null;

    /// <summary>From here on values are sensitive: violations do not print them.</summary>
    public void Conceal() => _concealed++;

    /// <summary>Ends what the last <see cref="Conceal"/> began.</summary>
    public void Reveal() => _concealed--;

    /// <summary>The value is null.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    internal bool CheckEncoding()
    {
        if (_reader.IsAscii || Utf8.IsValid(_source))
            return true;
        Report("", "json", "UTF-8", "bytes that are no UTF-8");
        return false;
    }

    internal void Start() => _reader.Read();

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
        Report(Pointer(), rule, expected, Stopped ? "" : Found());
        if (!Stopped)
            _reader.Skip();
    }

    private void Report(string pointer, string rule, string expected, string found)
    {
        _invalid = true;
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

    // Where in a container the pass stands: at an element, or at the member or entry whose name begins at KeyStart.
    private struct Step
    {
        public ulong Seen;
        public int Index;
        public int KeyStart;
        public string? Tag;
    }

    [InlineArray(JsonScanner.MaxDepth)]
    private struct Steps
    {
        private Step _first;
    }
}
