using System.Globalization;

namespace OrderDesk;

/// <summary>
/// Amounts are decimal. The shop's books are kept in binary floating point, so sums are taken there, bit by bit as the books do,
/// and come back as the shortest decimal that names the same binary number.
/// </summary>
public static class BinaryMoney
{
    /// <summary>The binary number that a decimal amount stands for.</summary>
    public static double ToBinary(decimal amount) =>
        double.Parse(amount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The shortest decimal that names a binary number.</summary>
    public static decimal ToDecimal(double amount) =>
        decimal.Parse(amount.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Rounds the exact binary value to cents; a tie, which only eighths can be, goes to the even cent.</summary>
    public static decimal RoundToCents(double amount)
    {
        var eighths = amount * 8;
        if (eighths == Math.Floor(eighths) && Math.Abs(amount) < 1e15)
            return Math.Round((decimal)eighths / 8, 2, MidpointRounding.ToEven);
        return decimal.Parse(amount.ToString("F2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The sum of new minus old prices, added up line by line.</summary>
    public static double Difference(IEnumerable<(decimal Old, decimal New)> prices)
    {
        var sum = 0.0;
        foreach (var (old, replacement) in prices)
            sum += ToBinary(replacement) - ToBinary(old);
        return sum;
    }

    /// <summary>A gift card's balance after a movement, to the cent.</summary>
    public static decimal Move(decimal balance, double movement) => RoundToCents(ToBinary(balance) + movement);
}
