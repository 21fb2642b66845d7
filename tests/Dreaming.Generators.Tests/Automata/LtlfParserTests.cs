using Dreaming.Generators.Automata;

namespace Dreaming.Generators.Tests.Automata;

public class LtlfParserTests
{
    [Theory]
    [InlineData("", 0, 0, "expected an event, a constant, '!', 'X', 'WX', 'F', 'G' or '(', found the end")]
    [InlineData("a & ", 4, 0, "expected an event, a constant, '!', 'X', 'WX', 'F', 'G' or '(', found the end")]
    [InlineData("a && b", 3, 1, "expected an event, a constant, '!', 'X', 'WX', 'F', 'G' or '(', found '&'")]
    [InlineData("a b", 2, 1, "expected an operator or the end, found 'b'")]
    [InlineData("XX a", 3, 1, "expected an operator or the end, found 'a'")]
    [InlineData("(a | b", 6, 0, "expected an operator or ')', found the end")]
    [InlineData("a)", 1, 1, "expected an operator or the end, found ')'")]
    [InlineData("F a -> ; b", 7, 1, "expected an event, a constant, '!', 'X', 'WX', 'F', 'G' or '(', found ';'")]
    [InlineData("a - b", 2, 1, "expected an operator or the end, found '-'")]
    [InlineData("G U b", 2, 1, "expected an event, a constant, '!', 'X', 'WX', 'F', 'G' or '(', found 'U'")]
    [InlineData("a. & b", 2, 1, "expected a name, found ' '")]
    [InlineData("a.", 2, 0, "expected a name, found the end")]
    [InlineData("a[]", 2, 1, "expected a name, found ']'")]
    [InlineData("F a[Guard", 9, 0, "expected ']' after the guard's name, found the end")]
    [InlineData("F a[Guard b]", 10, 1, "expected ']' after the guard's name, found 'b'")]
    [InlineData("a | true[Guard]", 8, 1, "expected an operator or the end, found '['")]
    public void An_error_says_where_it_is_what_was_found_and_what_was_expected(string formula, int position, int length, string message)
    {
        Assert.Null(LtlfParser.Parse(formula, out var atoms, out var error));
        Assert.Empty(atoms);
        Assert.Equal(new(position, length, message), error);
    }

    [Fact]
    public void Atoms_are_listed_once_in_the_order_in_which_they_occur()
    {
        Assert.NotNull(LtlfParser.Parse("G(Tools.Refill.ok [ Policy.IsOpen ] -> F Reply) & !Tools.Refill & Reply | Tools.F.ok & Tools.Refill.ok[Policy.IsOpen]", out var atoms, out var error));
        Assert.Null(error);
        Assert.Equal(["Tools.Refill.ok[Policy.IsOpen]", "Reply", "Tools.Refill", "Tools.F.ok"], atoms);
    }

    [Fact]
    public void The_ninth_event_is_one_too_many()
    {
        Assert.NotNull(LtlfParser.Parse("a | b | c | d | e | f | g | h | a", out _, out _));
        Assert.Null(LtlfParser.Parse("a | b | c | d | e | f | g | h | i", out _, out var error));
        Assert.Equal(new(32, 1, "'i' is one event too many: a formula may name 8 different ones"), error);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("X ", "")]
    [InlineData("a -> ", "")]
    [InlineData("a U (", ")")]
    public void A_formula_that_is_nested_too_deep_is_refused(string before, string after)
    {
        Assert.NotNull(LtlfParser.Parse(Nested(30), out _, out _));
        foreach (var depth in (int[])[65, 600])
        {
            Assert.Null(LtlfParser.Parse(Nested(depth), out _, out var error));
            Assert.Equal("the formula is nested more than 64 deep", Assert.IsType<LtlfError>(error).Message);
        }

        string Nested(int depth) => string.Concat(Enumerable.Repeat(before, depth)) + "a" + string.Concat(Enumerable.Repeat(after, depth));
    }

    [Fact]
    public void A_formula_that_is_too_long_is_refused()
    {
        Assert.Null(LtlfParser.Parse("a" + new string(' ', LtlfParser.MostCharacters), out _, out var error));
        Assert.Equal(new(4096, 1, "the formula has 4097 characters, and 4096 are the most"), error);
    }
}
