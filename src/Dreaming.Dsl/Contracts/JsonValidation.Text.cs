using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    private const int StackLimit = 256;

    /// <summary>Text.</summary>
    /// <param name="rule">What it must be like.</param>
    public void Text(JsonTextRule rule)
    {
        if (IsText() && !rule.IsAny && !(_reader.IsPlain && rule.Accepts(_reader.FromValue, _reader.ValueSpan.Length)))
            CheckDecoded(rule);
    }

    [SkipLocalsInit]
    private void CheckDecoded(JsonTextRule rule)
    {
        var longest = _reader.ValueSpan.Length;
        char[]? rented = null;
        var buffer = longest <= StackLimit ? stackalloc char[StackLimit] : rented = ArrayPool<char>.Shared.Rent(longest);
        try
        {
            Check(rule, buffer[.._reader.CopyString(buffer)]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented, clearArray: _concealed > 0);
        }
    }

    private void Check(JsonTextRule rule, scoped ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        if (length < rule.MinLength || length > rule.MaxLength)
            Fail("length", Silent ? "" : $"text of {Between(rule.MinLength, rule.MaxLength)} characters");
        else if (rule.Matcher is { } matcher && !matcher.IsMatch(text))
            Fail("pattern", Silent ? "" : $"text that matches {rule.Pattern}");
        else if (!rule.Allowed.IsEmpty && !IsAmong(rule.Allowed, text))
            Fail("enum", Silent ? "" : $"one of {string.Join(", ", rule.Allowed)}");
        else if (IsAmong(rule.Denied, text))
            Fail("denied", Silent ? "" : $"none of {string.Join(", ", rule.Denied)}");
        else if (!JsonTextFormats.Has(rule.Format, text))
            Fail("format", Silent ? "" : JsonTextFormats.Words(rule.Format));
    }

    private static bool IsAmong(ImmutableArray<string> texts, ReadOnlySpan<char> text)
    {
        foreach (var one in texts)
            if (text.SequenceEqual(one))
                return true;
        return false;
    }
}
