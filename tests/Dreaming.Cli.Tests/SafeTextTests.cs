using Dreaming.Cli.Display;

namespace Dreaming.Cli.Tests;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain words, café, 日本", "plain words, café, 日本")]
    [InlineData("\u001b[2Jgone", "\\u001b[2Jgone")]
    [InlineData("a\u202Eb", "a\\u202eb")]
    [InlineData("bell\u0007 and \u009b31m", "bell\\u0007 and \\u009b31m")]
    [InlineData("two\r\nlines", "two ⏎ lines")]
    [InlineData("[red]markup stays text[/]", "[red]markup stays text[/]")]
    [InlineData("😀", "😀")]
    public void What_would_steer_a_terminal_is_shown_instead_of_obeyed(string text, string shown) => Assert.Equal(shown, SafeText.Line(text));

    [Fact]
    public void Half_a_character_is_shown_as_the_replacement_character() => Assert.Equal("lone \ufffd half", SafeText.Line("lone \ud83d half"));

    [Fact]
    public void A_block_keeps_its_lines() => Assert.Equal("one\ntwo\\u001b", SafeText.Block("one\r\ntwo\u001b"));
}
