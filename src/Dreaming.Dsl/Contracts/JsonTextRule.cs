using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Dreaming.Contracts;

/// <summary>What a text must be like, beside being text.</summary>
public sealed class JsonTextRule
{
    private readonly AsciiAutomaton? _automaton;

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
    public Regex? Matcher { get; init; }

    /// <summary>The allowed texts; empty when any is.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>The texts that are not allowed.</summary>
    public ImmutableArray<string> Denied { get; init; } = [];

    /// <summary>What the text is beside text.</summary>
    /// <value>The default is <see cref="JsonTextFormat.None"/>.</value>
    public JsonTextFormat Format { get; init; }

    internal bool IsAny => MinLength == 0 && MaxLength == int.MaxValue && Matcher is null && Allowed.IsEmpty && Denied.IsEmpty && Format == JsonTextFormat.None;

    /// <summary>Whether an ASCII text keeps the rule for certain; false when somebody has to look closer.</summary>
    internal bool Accepts(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length < MinLength || ascii.Length > MaxLength || (Matcher is not null && _automaton?.Matches(ascii) != true)
            || !Denied.IsEmpty || Format != JsonTextFormat.None)
            return false;
        if (Allowed.IsEmpty)
            return true;
        foreach (var allowed in Allowed)
            if (Ascii.Equals(ascii, allowed))
                return true;
        return false;
    }

    /// <summary>A matcher of whole texts, in time linear in their length.</summary>
    /// <param name="pattern">A pattern without look-around and back-references.</param>
    public static Regex Whole(string pattern) =>
        new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
