using System;

namespace Dreaming.Generators.Parsing;

/// <summary>The formats of texts, as the validator sees them.</summary>
internal static class TextFormat
{
    public const string Email = nameof(Email);
    public const string Url = nameof(Url);
    public const string Base64 = nameof(Base64);

    public static bool Has(string format, string text) => format switch
    {
        Email => text.IndexOf('@') is var at and > 0 && at < text.Length - 1 && text.LastIndexOf('@') == at && text.IndexOfAny(['\r', '\n']) < 0,
        Url => Begins(text, "http://") || Begins(text, "https://") || Begins(text, "ftp://"),
        Base64 => IsBase64(text),
        _ => true,
    };

    /// <summary>A text that has the format.</summary>
    public static string Example(string format) => format switch
    {
        Email => "someone@example.org",
        Url => "https://example.org/page",
        _ => "aGVsbG8=",
    };

    /// <summary>A text that misses the format by one step.</summary>
    public static string NearMiss(string format) => format switch
    {
        Email => "someone@",
        Url => "example.org/page",
        _ => "aGVsbG8",
    };

    private static bool Begins(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsBase64(string text)
    {
        try
        {
            _ = Convert.FromBase64String(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
