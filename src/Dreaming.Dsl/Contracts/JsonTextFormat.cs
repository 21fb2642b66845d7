using System.Buffers.Text;
using System.Net;

namespace Dreaming.Contracts;

/// <summary>What a text is beside text.</summary>
public enum JsonTextFormat
{
    /// <summary>Nothing else.</summary>
    None,
    /// <summary>An e-mail address as <c>EmailAddressAttribute</c> sees it: one @ with something on both sides, on one line.</summary>
    Email,
    /// <summary>A URL as <c>UrlAttribute</c> sees it: it begins with http://, https:// or ftp://.</summary>
    Url,
    /// <summary>Base64, RFC 4648, with padding.</summary>
    Base64,
}

/// <summary>Whether texts have a form. Nothing is allocated.</summary>
public static class JsonTextFormats
{
    private const string Marks = "-._~!$&'()*+,;=:@/?";
    private static readonly string[] NeedAuthority = ["http", "https", "ws", "wss", "ftp", "ftps", "sftp", "file", "gopher", "nntp", "telnet", "ldap"];

    /// <summary>Whether a text has a format.</summary>
    public static bool Has(JsonTextFormat format, ReadOnlySpan<char> text) => format switch
    {
        JsonTextFormat.Email => text.IndexOf('@') is var at and > 0 && at < text.Length - 1 && text[(at + 1)..].IndexOf('@') < 0 && text.IndexOfAny('\r', '\n') < 0,
        JsonTextFormat.Url => Begins(text, "http://") || Begins(text, "https://") || Begins(text, "ftp://"),
        JsonTextFormat.Base64 => Base64.IsValid(text),
        _ => true,
    };

    /// <summary>What a format asks for, for a reader.</summary>
    public static string Words(JsonTextFormat format) => format switch
    {
        JsonTextFormat.Email => "an e-mail address",
        JsonTextFormat.Url => "a URL that begins with http://, https:// or ftp://",
        JsonTextFormat.Base64 => "Base64",
        _ => "text",
    };

    /// <summary>Whether a text is an absolute URI: a scheme, a host where the scheme has one, and nothing but ASCII characters that a URI may hold. The schemes net.*, news and uuid, which .NET reads by rules of its own, are not accepted.</summary>
    public static bool IsUri(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0 || text.Length is > 65_000 || colon == text.Length - 1 || !IsScheme(text[..colon]) || Begins(text, "net.") || Begins(text, "news:") || Begins(text, "uuid:"))
            return false;
        var rest = text[(colon + 1)..];
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            rest = rest[2..];
            var end = rest.IndexOfAny("/?#");
            var authority = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[end..];
            if (!(authority.IsEmpty && Begins(text, "file:///") && rest.Length > 1 && char.IsAsciiLetterOrDigit(rest[1])) && !(IsAuthority(authority) && !(Begins(text, "file:") && authority.IndexOfAny(":@") >= 0)))
                return false;
        }
        else if (Begins(text, "mailto:"))
        {
            var query = rest.IndexOf('?');
            var address = query < 0 ? rest : rest[..query];
            if (address.IndexOf('@') <= 0 || address.IndexOfAny("/:") >= 0 || !IsAuthority(address))
                return false;
        }
        else if (IsKnown(text[..colon]) || rest[0] == '/')
        {
            return false;
        }

        // A drive letter is one only before a path.
        if (Begins(text, "file:") && rest.IndexOf(':') is var drive and >= 0 && (drive != 2 || !rest[3..].StartsWith("/", StringComparison.Ordinal) || rest.LastIndexOf(':') != drive))
            return false;
        var fragment = rest.IndexOf('#');
        return fragment < 0 ? AreCharacters(rest) : AreCharacters(rest[..fragment]) && AreCharacters(rest[(fragment + 1)..]);
    }

    private static bool Begins(ReadOnlySpan<char> text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(ReadOnlySpan<char> scheme)
    {
        foreach (var known in NeedAuthority)
            if (scheme.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    // One letter would be a drive on some machines.
    private static bool IsScheme(ReadOnlySpan<char> scheme)
    {
        if (scheme.Length < 2 || !char.IsAsciiLetter(scheme[0]))
            return false;
        foreach (var c in scheme)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        return true;
    }

    private static bool IsAuthority(ReadOnlySpan<char> authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0 && !IsUser(authority[..at]))
            return false;
        var host = authority[(at + 1)..];
        if (host.StartsWith("[", StringComparison.Ordinal))
        {
            var close = host.IndexOf(']');
            return close > 0 && host[1..close].IndexOf(':') >= 0 && host[1..close].IndexOf('%') < 0 && IPAddress.IsValid(host[1..close]) && IsPort(host[(close + 1)..]);
        }

        var port = host.IndexOf(':');
        if (port >= 0 && !IsPort(host[port..]))
            return false;
        host = port < 0 ? host : host[..port];
        if (host.Length is 0 or > 253)
            return false;
        foreach (var label in host.Split('.'))
            if (!IsLabel(host[label]))
                return false;
        return true;
    }

    private static bool IsUser(ReadOnlySpan<char> user)
    {
        if (user.IsEmpty || !char.IsAsciiLetterOrDigit(user[0]))
            return false;
        foreach (var c in user)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_' or '~' or '+' or ':'))
                return false;
        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > 63 || !char.IsAsciiLetterOrDigit(label[0]) || !char.IsAsciiLetterOrDigit(label[^1]))
            return false;
        foreach (var c in label)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return false;
        return true;
    }

    private static bool IsPort(ReadOnlySpan<char> port) =>
        port.IsEmpty || (port[0] == ':' && port.Length is > 1 and <= 6 && !port[1..].ContainsAnyExceptInRange('0', '9') && int.Parse(port[1..], System.Globalization.CultureInfo.InvariantCulture) <= 65535);

    private static bool AreCharacters(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || Marks.Contains(text[i]))
                continue;
            if (text[i] != '%' || i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                return false;
            i += 2;
        }

        return true;
    }
}
