using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dreaming.Contracts;

/// <summary>
/// A length of time as ISO 8601: <c>-P1DT2H3M4.5S</c>. Days, hours, minutes and seconds, each at most once, of at most 15 digits, and at least one of them; a sign before the P; at most 7 digits
/// behind the point. Years, months and weeks are no lengths that are always the same, and not accepted. This, and not .NET's <c>1.02:03:04</c>, is what JSON Schema calls a duration.
/// </summary>
public static class JsonDuration
{
    private const int MostDigits = 15;
    private const string Units = "DTHMS";

    /// <summary>Reads a length of time; allocates nothing.</summary>
    /// <returns>False when it is none, or longer than a <see cref="TimeSpan"/> can be.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = default;
        var negative = text.StartsWith("-", StringComparison.Ordinal);
        text = negative ? text[1..] : text;
        if (!text.StartsWith("P", StringComparison.Ordinal))
            return false;
        text = text[1..];
        var ticks = 0m;
        var unit = 0;
        var complete = false;
        while (!text.IsEmpty)
        {
            if (text[0] == 'T')
            {
                if (unit > 1)
                    return false;
                (unit, complete) = (2, false);
                text = text[1..];
                continue;
            }

            var digits = Digits(text);
            if (digits is 0 or > MostDigits)
                return false;
            var whole = Number(text[..digits]);
            text = text[digits..];
            var fraction = 0m;
            var broken = text.StartsWith(".", StringComparison.Ordinal);
            if (broken)
            {
                var places = Digits(text[1..]);
                if (places is 0 or > 7)
                    return false;
                fraction = Number(text.Slice(1, places));
                for (var i = places; i < 7; i++)
                    fraction *= 10;
                text = text[(places + 1)..];
            }

            var last = unit <= 1 ? 0 : 4;
            while (unit <= last && (text.IsEmpty || Units[unit] != text[0]))
                unit++;
            if (unit > last || (broken && Units[unit] != 'S'))
                return false;
            ticks += (whole * TicksOf(Units[unit++])) + fraction;
            complete = true;
            text = text[1..];
        }

        ticks = negative ? -ticks : ticks;
        if (!complete || ticks < long.MinValue || ticks > long.MaxValue)
            return false;
        duration = new TimeSpan((long)ticks);
        return true;
    }

    /// <summary>Writes a length of time in its shortest form: <c>PT0S</c> for none.</summary>
    public static string Text(TimeSpan duration)
    {
        var ticks = Int128.Abs(duration.Ticks);
        var text = new StringBuilder(duration < TimeSpan.Zero ? "-P" : "P");
        Append(text, ref ticks, TimeSpan.TicksPerDay, 'D');
        if (ticks > 0)
            text.Append('T');
        Append(text, ref ticks, TimeSpan.TicksPerHour, 'H');
        Append(text, ref ticks, TimeSpan.TicksPerMinute, 'M');
        if (ticks > 0)
            text.Append(((decimal)ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
        return duration == TimeSpan.Zero ? "PT0S" : text.ToString();
    }

    /// <summary>Reads the text that a reader stands on.</summary>
    /// <exception cref="JsonException">It is no length of time.</exception>
    public static TimeSpan Read(ref Utf8JsonReader reader) => TryParse(reader.GetString(), out var duration)
        ? duration
        : throw new JsonException($"'{reader.GetString()}' is no length of time as P1DT2H30M.");

    private static void Append(StringBuilder text, ref Int128 ticks, long unit, char letter)
    {
        if (ticks < unit)
            return;
        text.Append(CultureInfo.InvariantCulture, $"{ticks / unit}").Append(letter);
        ticks %= unit;
    }

    private static decimal TicksOf(char unit) => unit switch
    {
        'D' => TimeSpan.TicksPerDay,
        'H' => TimeSpan.TicksPerHour,
        'M' => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };

    private static decimal Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
            number = (number * 10) + digit - '0';
        return number;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end;
    }
}
