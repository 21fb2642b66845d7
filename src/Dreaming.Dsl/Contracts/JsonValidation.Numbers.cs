using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Dreaming.Contracts;

public ref partial struct JsonValidation
{
    /// <summary>Holds the number that has just been checked by its type to a further rule. What is no number was reported there.</summary>
    /// <param name="rule">What it must be like.</param>
    public void Fits(JsonNumberRule rule)
    {
        if (Stopped || _reader.TokenType != JsonTokenType.Number || !_reader.TryGetDouble(out var value))
            return;
        var exact = _reader.TryGetDecimal(out var number);
        if (rule.Above is { } above && value <= (double)above && (!exact || number <= above))
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a number greater than {above}"));
        else if (rule.Below is { } below && value >= (double)below && (!exact || number >= below))
            Fail("range", Silent ? "" : string.Create(CultureInfo.InvariantCulture, $"a number less than {below}"));
        else if (!rule.Allowed.IsEmpty && !(exact && IsAmong(rule.Allowed, number, value)))
            Fail("enum", Silent ? "" : "one of " + Numbers(rule.Allowed));
        else if (exact && IsAmong(rule.Denied, number, value))
            Fail("denied", Silent ? "" : "none of " + Numbers(rule.Denied));
    }

    // A number that is too small for decimal reads as zero there, and not as a double.
    private static bool IsAmong(ImmutableArray<decimal> numbers, decimal number, double value)
    {
        foreach (var one in numbers)
            if (one == number && (double)one == value)
                return true;
        return false;
    }

    private static string Numbers(ImmutableArray<decimal> numbers) =>
        string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
