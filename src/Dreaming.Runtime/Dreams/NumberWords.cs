using System.Globalization;

namespace Dreaming.Dreams;

/// <summary>Whole numbers from 0 to 999 in English words.</summary>
internal static class NumberWords
{
    public const int Greatest = 999;

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, int> Read = Enumerable.Range(0, Greatest + 1).ToDictionary(Of, n => n, StringComparer.OrdinalIgnoreCase);

    public static string Of(int number) => number switch
    {
        < 20 => Small[number],
        < 100 => number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]}-{Small[number % 10]}",
        _ => number % 100 == 0 ? $"{Small[number / 100]} hundred" : $"{Small[number / 100]} hundred and {Of(number % 100)}",
    };

    /// <summary>Reads digits or words.</summary>
    public static bool TryRead(string text, out long number)
    {
        if (long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            return true;
        var known = Read.TryGetValue(text.Trim(), out var small);
        number = small;
        return known;
    }
}
