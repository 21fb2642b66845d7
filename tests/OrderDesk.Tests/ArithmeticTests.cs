using FsCheck;
using FsCheck.Fluent;

namespace OrderDesk.Tests;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("2 + 2", "4.0")]
    [InlineData("2+3*4", "14.0")]
    [InlineData("(2+3)*4", "20.0")]
    [InlineData("10/4", "2.5")]
    [InlineData("10/3", "3.33")]
    [InlineData("-3.07", "-3.07")]
    [InlineData("226.49 - 256.67", "-30.18")]
    [InlineData("--1", "1.0")]
    [InlineData("2*-3", "-6.0")]
    [InlineData(".5+.25", "0.75")]
    [InlineData("0.125", "0.12")]
    [InlineData("0.375", "0.38")]
    [InlineData("2.675", "2.67")]
    [InlineData("1 - 2 - 3", "-4.0")]
    [InlineData("100 / 10 / 2", "5.0")]
    public void An_expression_has_a_value_with_two_places(string expression, string expected) => Assert.Equal(expected, Evaluate(expression).Result);

    [Theory]
    [InlineData("2 + x", "Invalid characters in expression")]
    [InlineData("1e3", "Invalid characters in expression")]
    [InlineData("__import__", "Invalid characters in expression")]
    [InlineData("", "Invalid expression")]
    [InlineData("2 +", "Invalid expression")]
    [InlineData("(1", "Invalid expression")]
    [InlineData("1)", "Invalid expression")]
    [InlineData("1 2", "Invalid expression")]
    [InlineData("1.2.3", "Invalid expression")]
    [InlineData("2 ** 8", "Invalid expression")]
    [InlineData("1/0", "division by zero")]
    public void Anything_else_is_refused(string expression, string expected) => Assert.Equal(expected, Evaluate(expression).Refusal);

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Equal("Invalid expression", Evaluate(new string('(', 5000) + "1" + new string(')', 5000)).Refusal);

    [Fact]
    public void Cents_add_up() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20260302UL, 17UL),
        Prop.ForAll<int, int>((a, b) =>
        {
            var (x, y) = (a % 1_000_000 / 100m, b % 1_000_000 / 100m);
            var text = FormattableString.Invariant($"{x:0.00} + ({y:0.00})");
            var expected = (x + y).ToString("0.0#", System.Globalization.CultureInfo.InvariantCulture);
            return Evaluate(text).Result == expected;
        }));

    private static Dreaming.ToolOutcome<string> Evaluate(string expression) => Shops.Own().Handle(new Calculate(expression));
}
