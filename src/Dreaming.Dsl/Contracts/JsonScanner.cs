using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>
/// Reads the tokens of valid UTF-8 as RFC 8259 has them: no comments, no trailing commas, one value. Shaped like <see cref="Utf8JsonReader"/>, which it agrees with on
/// every document but for a lone surrogate in an escape: that is malformed as soon as it is read. Throws <see cref="JsonException"/> where the JSON is malformed.
/// </summary>
internal ref partial struct JsonScanner(ReadOnlySpan<byte> source)
{
    /// <summary>The most objects and arrays inside each other.</summary>
    public const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _source = source;
    private readonly bool _ascii = Ascii.IsValid(source);

    // One bit for each open container, the outermost lowest: set for an object.
    private ulong _objects;
    private int _depth;
    private int _next;
    private int _start;
    private int _length;
    private JsonTokenType _token;
    private bool _escaped;

    // A number's digits without sign and point, cut off at 64 bits, and how many of them stand behind the point.
    private ulong _digits;
    private int _places;
    private bool _whole;
    private bool _exponent;

    public readonly JsonTokenType TokenType => _token;

    public readonly bool ValueIsEscaped => _escaped;

    /// <summary>The token's bytes, without quotes.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => _source.Slice(_start, _length);

    /// <summary>The token's bytes without its first quote, and the rest of the document.</summary>
    public readonly ReadOnlySpan<byte> FromValue => _source[_start..];

    /// <summary>The bytes are valid UTF-8 for certain.</summary>
    public readonly bool IsAscii => _ascii;

    /// <summary>Where the token begins, at its quote if it has one.</summary>
    public readonly int TokenStartIndex => _token is JsonTokenType.String or JsonTokenType.PropertyName ? _start - 1 : _start;

    /// <summary>How many containers are open around the token; a container's own first and last tokens do not count it.</summary>
    public readonly int CurrentDepth => _token is JsonTokenType.StartObject or JsonTokenType.StartArray ? _depth - 1 : _depth;

    /// <summary>The JSON is nested deeper than <see cref="MaxDepth"/>.</summary>
    public bool TooDeep { get; private set; }

    /// <summary>Moves to the next token.</summary>
    /// <returns>False at the end of the document.</returns>
    public bool Read()
    {
        var at = SkipSpace(_next);
        switch (_token)
        {
            case JsonTokenType.None:
            case JsonTokenType.PropertyName:
                ReadValue(at);
                return true;
            case JsonTokenType.StartObject:
                if (At(at) == '}')
                    ReadEnd(at, JsonTokenType.EndObject);
                else
                    ReadName(at);
                return true;
            case JsonTokenType.StartArray:
                if (At(at) == ']')
                    ReadEnd(at, JsonTokenType.EndArray);
                else
                    ReadValue(at);
                return true;
            default:
                return ReadAfterValue(at);
        }
    }

    /// <summary>Moves to the last token of the value that the scanner stands on or in front of, or of the value behind the name that it stands on.</summary>
    public void Skip()
    {
        if (_token is JsonTokenType.None or JsonTokenType.PropertyName)
            Read();
        if (_token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        var depth = CurrentDepth;
        do
            Read();
        while (CurrentDepth > depth);
    }

    private bool ReadAfterValue(int at)
    {
        if (_depth == 0)
        {
            if (at < _source.Length)
                Malformed(at);
            return false;
        }

        var inObject = (_objects >> (_depth - 1) & 1) != 0;
        var found = At(at);
        if (found == ',')
        {
            at = SkipSpace(at + 1);
            if (inObject)
                ReadName(at);
            else
                ReadValue(at);
        }
        else if (inObject && found == '}')
            ReadEnd(at, JsonTokenType.EndObject);
        else if (!inObject && found == ']')
            ReadEnd(at, JsonTokenType.EndArray);
        else
            Malformed(at);
        return true;
    }

    private void ReadName(int at)
    {
        if (At(at) != '"')
            Malformed(at);
        ReadText(at, JsonTokenType.PropertyName);
        at = SkipSpace(_next);
        if (At(at) != ':')
            Malformed(at);
        _next = at + 1;
    }

    private void ReadValue(int at)
    {
        var first = At(at);
        switch (first)
        {
            case (byte)'"':
                ReadText(at, JsonTokenType.String);
                break;
            case (byte)'{':
                ReadStart(at, JsonTokenType.StartObject, 1);
                break;
            case (byte)'[':
                ReadStart(at, JsonTokenType.StartArray, 0);
                break;
            case (byte)'t':
                if (!_source[at..].StartsWith("true"u8))
                    Malformed(at);
                Accept(JsonTokenType.True, at, 4);
                break;
            case (byte)'f':
                if (!_source[at..].StartsWith("false"u8))
                    Malformed(at);
                Accept(JsonTokenType.False, at, 5);
                break;
            case (byte)'n':
                if (!_source[at..].StartsWith("null"u8))
                    Malformed(at);
                Accept(JsonTokenType.Null, at, 4);
                break;
            default:
                if (first != '-' && !IsDigit(first))
                    Malformed(at);
                ReadNumber(at);
                break;
        }
    }

    private void ReadStart(int at, JsonTokenType token, ulong isObject)
    {
        if (_depth == MaxDepth)
        {
            TooDeep = true;
            Malformed(at);
        }

        _objects = (_objects & ~(1UL << _depth)) | (isObject << _depth);
        _depth++;
        Accept(token, at, 1);
    }

    private void ReadEnd(int at, JsonTokenType token)
    {
        _depth--;
        Accept(token, at, 1);
    }

    private void Accept(JsonTokenType token, int start, int length)
    {
        _token = token;
        _start = start;
        _length = length;
        _next = start + length;
        _escaped = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int SkipSpace(int at)
    {
        while (At(at) is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return at;
    }

    // Zero at the end of the document: it begins no token and is part of none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte At(int at) => (uint)at < (uint)_source.Length ? _source[at] : (byte)0;

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    [DoesNotReturn]
    private readonly void Malformed(int at)
    {
        var read = _source[..Math.Min(at, _source.Length)];
        throw new JsonException("The JSON is malformed.", null, read.Count((byte)'\n'), read.Length - 1 - read.LastIndexOf((byte)'\n'));
    }
}
