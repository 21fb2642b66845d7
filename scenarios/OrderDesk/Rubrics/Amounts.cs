using System.Globalization;

namespace OrderDesk;

/// <summary>Amounts of money in messages.</summary>
internal static class Amounts
{
    /// <summary>The amount stands in one of the messages, with or without thousands separators, to the cent or without cents where there are none.</summary>
    public static bool Said(IEnumerable<string> texts, decimal amount)
    {
        string[] forms = amount == decimal.Floor(amount)
            ? [amount.ToString("0", CultureInfo.InvariantCulture), amount.ToString("#,##0", CultureInfo.InvariantCulture)]
            : [amount.ToString("0.00", CultureInfo.InvariantCulture), amount.ToString("#,##0.00", CultureInfo.InvariantCulture), amount.ToString("0.##", CultureInfo.InvariantCulture)];
        return texts.Any(text => forms.Any(form => Contains(text, form)));
    }

    private static bool Contains(string text, string form)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
            if (!Continues(text, at - 1, -1) && EndsAt(text, at + form.Length))
                return true;
        return false;
    }

    private static bool EndsAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith(".00"))
            rest = rest[3..];
        return !Continues(text, text.Length - rest.Length, 1);
    }

    /// <summary>A digit, or a separator with a digit behind it, stands there: the number goes on.</summary>
    private static bool Continues(string text, int at, int step) =>
        IsDigit(text, at) || (at >= 0 && at < text.Length && text[at] is '.' or ',' && IsDigit(text, at + step));

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
}
