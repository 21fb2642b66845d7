namespace Dreaming.Agents.Language;

/// <summary>Reads numbers written as words.</summary>
internal static class Numbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The number that words say from an index on, and how many words it takes; zero words when there is none.</summary>
    public static (int Value, int Words) At(IReadOnlyList<string> lower, int index)
    {
        var small = Array.IndexOf(Small, lower[index]);
        if (small >= 0)
            return (small, 1);
        var tens = Array.IndexOf(Tens, lower[index]);
        if (tens < 0)
            return (0, 0);
        var value = (tens + 2) * 10;
        if (index + 1 < lower.Count && Array.IndexOf(Small, lower[index + 1]) is > 0 and < 10 and var units)
            return (value + units, 2);
        return (value, 1);
    }
}
