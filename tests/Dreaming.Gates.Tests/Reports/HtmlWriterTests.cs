using Dreaming.Reports.Html;
using Xunit;

namespace Dreaming.Gates.Tests.Reports;

public class HtmlWriterTests
{
    [Theory]
    [InlineData("script")]
    [InlineData("iframe")]
    [InlineData("p><script")]
    [InlineData("")]
    public void Elements_that_run_or_load_are_refused(string tag) => Assert.Throws<ArgumentException>(() => { new HtmlWriter().Leaf(tag, ""); });

    [Theory]
    [InlineData("onclick", "alert(1)")]
    [InlineData("style", "color: red")]
    [InlineData("src", "x")]
    [InlineData("href", "javascript:alert(1)")]
    [InlineData("x=\"\" onload", "y")]
    public void Attributes_that_run_or_load_are_refused(string name, string value) => Assert.Throws<ArgumentException>(() => { new HtmlWriter().Leaf("p", "", (name, value)); });

    [Theory]
    [InlineData("</style><script>")]
    [InlineData("@import 'x';")]
    [InlineData("a { background: url(x) }")]
    public void A_style_sheet_that_holds_markup_or_loads_is_refused(string css) => Assert.Throws<ArgumentException>(() => new HtmlWriter().StyleSheet(css));

    [Fact]
    public void A_document_with_an_open_element_is_not_given_out()
    {
        var html = new HtmlWriter();
        html.Element("p");
        Assert.Throws<InvalidOperationException>(html.ToString);
    }

    [Fact]
    public void Emoji_and_joined_scripts_stay_as_they_are() =>
        Assert.EndsWith("<p>👩‍⚕️ می‌خواهم 10 €</p>", new HtmlWriter().Leaf("p", "👩‍⚕️ می‌خواهم 10 €").ToString(), StringComparison.Ordinal);
}
