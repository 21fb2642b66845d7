using FsCheck;
using FsCheck.Fluent;

namespace OrderDesk.Tests;

public sealed class BinaryMoneyTests
{
    [Fact]
    public void A_difference_is_kept_as_the_books_have_it() =>
        Assert.Equal(121.20000000000005m, BinaryMoney.ToDecimal(BinaryMoney.ToBinary(1121.20m) - BinaryMoney.ToBinary(1000m)));

    [Theory]
    [InlineData(0.125, "0.12")]
    [InlineData(0.375, "0.38")]
    [InlineData(-0.125, "-0.12")]
    [InlineData(2.675, "2.67")]
    [InlineData(1.005, "1.00")]
    [InlineData(-41.91999999999999, "-41.92")]
    public void Rounding_looks_at_the_binary_value(double amount, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), BinaryMoney.RoundToCents(amount));

    [Fact]
    public void Cents_survive_the_way_through_binary() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20260302UL, 19UL),
        Prop.ForAll<int>(cents => BinaryMoney.ToDecimal(BinaryMoney.ToBinary(cents / 100m)) == cents / 100m
            && BinaryMoney.RoundToCents(BinaryMoney.ToBinary(cents / 100m)) == cents / 100m));
}
