using System.Collections.Immutable;
using Dreaming.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dreaming.Generators.Tests.Harness;

/// <summary>Runs the analyzer as a build does: over the compilation that the generator has added to.</summary>
public static class AnalyzerHarness
{
    /// <summary>
    /// Asserts all findings, each as <c>DRM3001 at Ship</c> with the text that is underlined.
    /// Suggestions count only where the test speaks of their rule: as expected, or as <c>no DRM3018</c>.
    /// </summary>
    public static async Task Finds(SourceFiles files, params string[] expected)
    {
        var spoken = expected.Select(e => e.StartsWith("no ", StringComparison.Ordinal) ? e[3..] : e[..7]).ToHashSet(StringComparer.Ordinal);
        expected = [.. expected.Where(e => !e.StartsWith("no ", StringComparison.Ordinal))];
        var found = (await Diagnostics(files)).Where(d => d.Severity > DiagnosticSeverity.Info || spoken.Contains(d.Id)).ToArray();
        var actual = found.Select(d => $"{d.Id} at {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}").ToArray();
        Assert.True(expected.SequenceEqual(actual), $"Expected {Quote(expected)}, found {Quote(actual)}: {string.Join(" ", found.Select(d => d.GetMessage(null)))}");
        // What is wrong is left out: it never becomes a broken generated file.
        Assert.DoesNotContain(GeneratorHarness.RunOnce(files).Problems, p => p.Contains(".g.cs", StringComparison.Ordinal));
    }

    public static async Task<ImmutableArray<Diagnostic>> Diagnostics(SourceFiles files)
    {
        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(files.Compile(), out var compilation, out _);
        var found = await compilation.WithAnalyzers([new DomainAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static string Quote(IEnumerable<string> lines) => "[" + string.Join(", ", lines.Select(l => $"\"{l}\"")) + "]";
}
