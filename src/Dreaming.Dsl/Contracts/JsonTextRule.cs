using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dreaming.Contracts;

/// <summary>What a text must be like, beside being text.</summary>
public sealed class JsonTextRule
{
    private readonly AsciiAutomaton? _automaton;
    private readonly JsonNames? _allowed;

    // The text is held to more than its length.
    private readonly bool _hasMore;

    /// <summary>Any text.</summary>
    public static JsonTextRule Any { get; } = new();

    /// <summary>The least length, in Unicode scalar values.</summary>
    /// <value>The default is 0.</value>
    public int MinLength { get; init; }

    /// <summary>The greatest length, in Unicode scalar values.</summary>
    /// <value>The default is no limit.</value>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>The pattern as declared; null when there is none.</summary>
    public string? Pattern
    {
        get;
        init
        {
            field = value;
            _automaton = value is null ? null : AsciiAutomaton.TryCompile(value);
        }
    }

    /// <summary>Matches the whole text by <see cref="Pattern"/>; null when there is none.</summary>
    public Regex? Matcher
    {
        get;
        init
        {
            field = value;
            _hasMore |= value is not null;
        }
    }

    /// <summary>The allowed texts; empty when any is.</summary>
    public ImmutableArray<string> Allowed
    {
        get;
        init
        {
            field = value;
            _hasMore |= !value.IsEmpty;
            _allowed = value.IsEmpty ? null : new([.. value.Distinct(StringComparer.Ordinal)]);
        }
    } = [];

    /// <summary>The texts that are not allowed.</summary>
    public ImmutableArray<string> Denied
    {
        get;
        init
        {
            field = value;
            _hasMore |= !value.IsEmpty;
        }
    } = [];

    /// <summary>What the text is beside text.</summary>
    /// <value>The default is <see cref="JsonTextFormat.None"/>.</value>
    public JsonTextFormat Format
    {
        get;
        init
        {
            field = value;
            _hasMore |= value != JsonTextFormat.None;
        }
    }

    internal bool IsAny => !_hasMore && MinLength == 0 && MaxLength == int.MaxValue;

    /// <summary>Whether an ASCII text keeps the rule for certain; false when somebody has to look closer.</summary>
    /// <param name="from">The text and whatever follows it.</param>
    /// <param name="length">The text's length.</param>
    internal bool Accepts(ReadOnlySpan<byte> from, int length) =>
        length >= MinLength && length <= MaxLength && (!_hasMore || AcceptsMore(from, length));

    private bool AcceptsMore(ReadOnlySpan<byte> from, int length) =>
        (Matcher is null || _automaton?.Matches(from, length) == true)
        && (_allowed is null || _allowed.IndexOf(from[..length]) >= 0)
        && Denied.IsEmpty && Format == JsonTextFormat.None;

    /// <summary>A matcher of whole texts, in time linear in their length.</summary>
    /// <param name="pattern">A pattern without look-around and back-references.</param>
    public static Regex Whole(string pattern) =>
        new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
