using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Dreaming.Contracts;
using Dreaming.Gates;
using Dreaming.Reports;
using Xunit;

namespace Dreaming.Gates.Tests.Reports;

public partial class HtmlReportTests
{
    private static readonly ReportDomain Domain = new();

    public static TheoryData<string> HostileTexts =>
    [
        "<script>alert(1)</script>",
        "</style></title></pre><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "javascript:alert(1)",
        "]]>--><!-- &lt;b&gt; &#60;",
        "{\"a\":\"</pre><script>alert(1)</script>\"}",
        "refill\u202Egnp.exe\u2066\u200F",
        "NUL\0 bell\a escape\u001b[31m del\u007f nel\u0085",
        "lone \uD800 surrogates \uDC00 and \uFFFE\uFFFF",
        "tags \U000E0041\U000E0042 zero\u200Bwidth\uFEFF",
        "lines\r\nof\rtext\u2028and\u2029more\n\tend",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Hostile_text_stays_text(string text)
    {
        var html = HtmlReport.Render(SampleReport.Hostile(text), Domain);
        var plain = HtmlReport.Render(SampleReport.Hostile("harmless"), Domain);

        var names = Parse(html).Descendants().Select(e => e.Name.LocalName).Where(n => n != "span").ToArray();
        var harmless = Parse(plain).Descendants().Select(e => e.Name.LocalName).Where(n => n != "span").ToArray();
        Assert.Equal(harmless, names);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Parse(html).Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        foreach (var rune in html.EnumerateRunes())
            Assert.False(rune.Value is < 32 and not '\n' and not '\t' or 0x7F or (>= 0x80 and < 0xA0) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200B or 0x200E or 0x200F or 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF or (>= 0xE0000 and <= 0xE007F), $"U+{rune.Value:X4}");
    }

    [Fact]
    public void Policy_coverage_stands_there_only_where_there_is_a_policy()
    {
        ConstraintCoverage coverage = new("look-first", "Precedence<Show, Cancel>", [new(0, RvVerdict.TemporarilySatisfied, "cancel", 1, RvVerdict.PermanentlyViolated, 0)], 0);
        var report = SampleReport.Full() with { Policy = [coverage] };

        var read = ReportJson.Read(ReportJson.Write(report)).Policy!.Value.Single();
        Assert.Equal(coverage.Transitions, read.Transitions);
        Assert.Contains("Precedence&lt;Show, Cancel&gt;", HtmlReport.Render(report, Domain));
        Assert.DoesNotContain("\"policy\":", ReportJson.Write(report with { Policy = null }));
        Assert.DoesNotContain("policy-coverage", HtmlReport.Render(report with { Policy = null }, Domain));
    }

    [Fact]
    public void Characters_that_hide_or_reorder_text_are_shown_by_number()
    {
        var html = HtmlReport.Render(SampleReport.Hostile("a\u202Eb\0c\U000E0041d"), Domain);

        Assert.Contains("a<span class=\"hidden-character\">U+202E</span>b<span class=\"hidden-character\">U+0000</span>c<span class=\"hidden-character\">U+E0041</span>d", html, StringComparison.Ordinal);
        Assert.Contains("<title>Night a[U+202E]b[U+0000]c[U+E0041]d", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_is_well_formed_and_its_headings_are_in_order()
    {
        var document = Parse(HtmlReport.Render(SampleReport.Full(), Domain));

        var levels = document.Descendants().Select(e => e.Name.LocalName).Where(n => HeadingName().IsMatch(n)).Select(n => n[1] - '0').ToArray();
        Assert.Equal(1, levels.Count(l => l == 1));
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.All(document.Descendants("table"), t => Assert.False(string.IsNullOrWhiteSpace(t.Element("caption")?.Value)));
        Assert.All(document.Descendants("svg"), s => Assert.False(string.IsNullOrWhiteSpace(s.Attribute("aria-label")?.Value)));
        var ids = document.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(document.Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], ids));
    }

    [Fact]
    public void The_sections_stand_in_their_order() =>
        Assert.Equal(
            ["gate", "strata", "coverage", "criteria", "repairs", "failures", "quarantine", "not-done", "reproduce"],
            Parse(HtmlReport.Render(SampleReport.Full(), Domain)).Descendants("section").Select(s => s.Attribute("id")!.Value));

    [Fact]
    public void Every_row_of_a_table_is_as_wide_as_its_head()
    {
        foreach (var table in Parse(HtmlReport.Render(SampleReport.Full(), Domain)).Descendants("table"))
        {
            var width = table.Element("thead")!.Element("tr")!.Elements().Count();
            Assert.All(table.Elements("tbody").Elements("tr"), row => Assert.Equal(width, row.Elements().Sum(c => (int?)c.Attribute("colspan") ?? 1)));
        }
    }

    [Fact]
    public void The_report_loads_nothing()
    {
        var html = HtmlReport.Render(SampleReport.Full(), Domain);

        Assert.DoesNotContain("http:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Parse(html).Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "form");
    }

    [Fact]
    public void Every_failure_reason_and_place_is_there()
    {
        var report = SampleReport.Full(40);
        var html = HtmlReport.Render(report, Domain);
        var text = Parse(html).Value;

        Assert.All(report.Failures, f => Assert.Contains(f.Replay, text, StringComparison.Ordinal));
        Assert.All(report.Failures, f => Assert.All(f.Scorecard.Breaches, b => Assert.Contains(b.Because, text, StringComparison.Ordinal)));
        Assert.All(report.Gate!.Reasons, r => Assert.Contains(r, text, StringComparison.Ordinal));
        Assert.All(report.NotDone, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.All(report.Quarantined, q => Assert.Contains(q.Place.ToString(), text, StringComparison.Ordinal));
        Assert.All(report.KeptRepairs, r => Assert.Contains(r.Id, text, StringComparison.Ordinal));
        Assert.Equal(40, Regex.Count(html, "<details class=\"failure\">"));
        Assert.Contains(report.Digest, text, StringComparison.Ordinal);
        Assert.Contains("--seed 20260302", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_breach_stands_beside_the_call_that_made_it()
    {
        var document = Parse(HtmlReport.Render(SampleReport.Full(1), Domain));
        var violated = Assert.Single(document.Descendants("li"), li => li.Attribute("class")?.Value == "tool violated");

        Assert.Contains("request_refill", violated.Value, StringComparison.Ordinal);
        Assert.Contains("\"days_supply\": 30", violated.Value, StringComparison.Ordinal);
        Assert.Contains("fault (timeout)", violated.Value, StringComparison.Ordinal);
        Assert.Contains("Violates red-flag-is-escalated (DCB0129 rating 4)", violated.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_never_dreamed_is_said_in_words()
    {
        var text = Parse(HtmlReport.Render(SampleReport.Full(), Domain)).Value;

        Assert.Contains("never dreamed", text, StringComparison.Ordinal);
        Assert.Contains("dreamed 96, never exercised", text, StringComparison.Ordinal);
        Assert.Contains("not declared", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_night_has_a_report()
    {
        var text = Parse(HtmlReport.Render(SampleReport.Empty, Domain)).Value;

        Assert.Contains("Nothing was dreamed this night.", text, StringComparison.Ordinal);
        Assert.Contains("There was no candidate to judge.", text, StringComparison.Ordinal);
        Assert.Contains("not judged", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GateVerdict.Pass, "The overlay may be worn.")]
    [InlineData(GateVerdict.Fail, "The overlay was turned down.")]
    [InlineData(GateVerdict.Inconclusive, "There is not enough evidence to let the overlay through.")]
    public void The_headline_says_the_decision_in_words(GateVerdict verdict, string expected) =>
        Assert.Equal(expected, Parse(HtmlReport.Render(SampleReport.Full() with { Gate = new(verdict, ["So it is."], []) }, Domain)).Descendants("h1").Single().Value);

    [Fact]
    public void The_same_report_gives_the_same_text() => Assert.Equal(HtmlReport.Render(SampleReport.Full(), Domain), HtmlReport.Render(SampleReport.Full(), Domain));

    [Fact]
    public void The_size_grows_in_step_with_the_failures()
    {
        var (few, more, many) = (Size(100), Size(500), Size(1_000));

        Assert.Equal((more - few) / 400.0, (many - more) / 500.0, (more - few) / 400.0 * 0.05);
        Assert.True(many < 16_000_000, $"{many:N0} characters");

        static int Size(int failures) => HtmlReport.Render(SampleReport.Full(failures), Domain).Length;
    }

    [Fact]
    public void Json_reads_back_what_it_wrote()
    {
        var json = ReportJson.Write(SampleReport.Full());

        Assert.Equal(json, ReportJson.Write(ReportJson.Read(json)));
        Assert.Contains("\"decision\":\"Pass\"", json, StringComparison.Ordinal);
        Assert.Contains("\"heldOut\":47", json, StringComparison.Ordinal);
        Assert.Contains("\"fault\":\"RateLimited\"", json, StringComparison.Ordinal);
        Assert.Contains("\"heading\":\"SelfAwareness\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", json, StringComparison.Ordinal);
    }

    private static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader).Root!;
    }

    [GeneratedRegex("^h[1-6]$")]
    private static partial Regex HeadingName();
}
