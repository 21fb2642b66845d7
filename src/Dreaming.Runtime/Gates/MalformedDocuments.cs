using System.Text;

namespace Dreaming.Gates;

/// <summary>Documents that are no arguments of any tool.</summary>
internal static class MalformedDocuments
{
    /// <summary>What each is, and its bytes.</summary>
    public static IEnumerable<(string What, byte[] Utf8)> Around(ValidCall call)
    {
        var valid = call.ToUtf8();
        yield return ("nothing", []);
        yield return ("blanks", " \r\n\t"u8.ToArray());
        yield return ("null", "null"u8.ToArray());
        yield return ("a number", "42"u8.ToArray());
        yield return ("a text", "\"text\""u8.ToArray());
        yield return ("a list", "[]"u8.ToArray());
        yield return ("a lone brace", "{"u8.ToArray());
        yield return ("a comment", "{/* */"u8.ToArray());
        yield return ("single quotes", "{'a':1}"u8.ToArray());
        yield return ("a bare NaN", "{\"a\":NaN}"u8.ToArray());
        yield return ("invalid UTF-8", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        yield return ("a truncated escape", "{\"a\":\"\\u12"u8.ToArray());
        yield return ("a lone surrogate in a name", "{\"\\uD800\":1}"u8.ToArray());
        yield return ("nesting without end", Encoding.ASCII.GetBytes("{\"a\":" + new string('[', 20_000)));
        yield return ("a number without end", Encoding.ASCII.GetBytes("{\"a\":" + new string('9', 20_000)));
        yield return ("a document cut in half", valid[..(valid.Length / 2)]);
        yield return ("a document without its last byte", valid[..^1]);
        yield return ("a document followed by another", [.. valid, .. valid]);
        yield return ("a document with a trailing brace", [.. valid, (byte)'}']);
    }
}
