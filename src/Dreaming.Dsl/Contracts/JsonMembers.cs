using System.Collections.Immutable;
using System.Text;

namespace Dreaming.Contracts;

/// <summary>The members of a record as a document names them.</summary>
public sealed class JsonMembers
{
    // Each name with its quotes and the colon; empty where the name cannot be written as it is.
    private readonly byte[][] _heads;
    private readonly JsonNames _names;

    /// <summary>Prepares the members to be found.</summary>
    /// <param name="names">The members' names in the order of the contract.</param>
    /// <param name="required">One bit for each member that must be there, 64 a word.</param>
    public JsonMembers(ImmutableArray<string> names, ImmutableArray<ulong> required)
    {
        _names = new(names);
        Required = required;
        _heads = [.. names.Select(Head)];
    }

    /// <summary>The members' names in the order of the contract.</summary>
    public ImmutableArray<string> Names => _names.Texts;

    /// <summary>One bit for each member that must be there, 64 a word.</summary>
    public ImmutableArray<ulong> Required { get; }

    /// <summary>There are more members than one word has bits.</summary>
    internal bool IsWide => Required.Length > 1;

    /// <summary>How many words have a bit for each member.</summary>
    internal int Words => Required.Length;

    /// <summary>The name with its quotes and the colon, as most documents write it; empty where there is no such member.</summary>
    internal ReadOnlySpan<byte> HeadOf(int index) => (uint)index < (uint)_heads.Length ? _heads[index] : default;

    /// <summary>The index of a name; less than zero when it is none.</summary>
    internal int IndexOf(ReadOnlySpan<byte> utf8) => _names.IndexOf(utf8);

    // A name with a quote, a backslash or a control character is always written with an escape.
    private static byte[] Head(string name) =>
        name.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 || name.AsSpan().IndexOfAny('"', '\\') >= 0 ? [] : Encoding.UTF8.GetBytes($"\"{name}\":");
}
