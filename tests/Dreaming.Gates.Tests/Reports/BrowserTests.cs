using Dreaming.Reports;
using Microsoft.Playwright;
using Xunit;

namespace Dreaming.Gates.Tests.Reports;

/// <summary>The report in a real browser. Skipped where there is no Chromium.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Arguments =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _folder = Directory.CreateTempSubdirectory("dreaming-report-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } chromium)
            Assert.Skip("No Chromium is installed here: the report was not opened in a browser.");
        else
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(1280, ColorScheme.Dark, false)]
    [InlineData(375, ColorScheme.Light, false)]
    [InlineData(320, ColorScheme.Dark, true)]
    public async Task It_opens_without_an_error_asks_for_nothing_and_never_scrolls_sideways(int width, ColorScheme scheme, bool hostile)
    {
        var (page, troubles) = await OpenAsync(hostile ? SampleReport.Hostile("<b onclick=alert(1)>" + new string('W', 400) + "\u202E\0") : SampleReport.Full(), width, scheme);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll, svg') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length"));
        Assert.Empty(troubles);
    }

    [Fact]
    public async Task Every_fold_opens_without_script()
    {
        var (page, troubles) = await OpenAsync(SampleReport.Full(3), 375, ColorScheme.Light, javaScript: false);
        var failure = page.Locator("details.failure").First;
        var words = failure.GetByText("Your refill has been ordered.");

        Assert.False(await words.IsVisibleAsync());
        await failure.Locator("> summary").ClickAsync();
        Assert.True(await words.IsVisibleAsync());
        Assert.Empty(troubles);
    }

    [Fact]
    public async Task On_paper_everything_is_unfolded()
    {
        var (page, troubles) = await OpenAsync(SampleReport.Full(3), 1280, ColorScheme.Light);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var texts = page.Locator("details .words, details .breach, details .verdicts li, details pre");
        Assert.True(await texts.CountAsync() > 20);
        Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('details .words, details .breach, details .verdicts li, details pre')].filter(e => !e.checkVisibility({ contentVisibilityAuto: true }) || e.getBoundingClientRect().height === 0).length"));
        var pdf = await page.PdfAsync();
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.Empty(troubles);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_text_stands_out_from_its_ground(ColorScheme scheme)
    {
        var (page, _) = await OpenAsync(SampleReport.Full(6), 1280, scheme);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        Assert.Empty(await page.EvaluateAsync<string[]>(LowContrast));
    }

    [Fact]
    public async Task A_thousand_failures_open()
    {
        var (page, troubles) = await OpenAsync(SampleReport.Full(1_000), 1280, ColorScheme.Light);

        Assert.Equal(1_000, await page.Locator("details.failure").CountAsync());
        Assert.Empty(troubles);
    }

    // WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1, for every element that has text of its own.
    private const string LowContrast = """
        () => {
          const parse = c => (c.match(/[\d.]+/g) || []).map(Number);
          const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
          return [...document.querySelectorAll('body *')]
            .filter(e => !e.closest('svg') && e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
            .map(e => { const [a, b] = [luminance(parse(getComputedStyle(e).color)), luminance(ground(e))]; return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40)]; })
            .filter(([ratio]) => ratio < 4.5).map(([ratio, what]) => ratio.toFixed(2) + ' ' + what);
        }
        """;

    private async Task<(IPage Page, List<string> Troubles)> OpenAsync(NightReport report, int width, ColorScheme scheme, bool javaScript = true)
    {
        var file = Path.Combine(_folder, "report.html");
        await File.WriteAllTextAsync(file, HtmlReport.Render(report, new ReportDomain()), TestContext.Current.CancellationToken);
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 812 }, ColorScheme = scheme, JavaScriptEnabled = javaScript, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var troubles = new List<string>();
        page.Console += (_, message) => troubles.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => troubles.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
                troubles.Add("asked for " + request.Url);
        };
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return (page, troubles);
    }
}
