extern alias generators;

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Compilation;
using Dreaming.Benchmarks.Validation;
using generators::Dreaming.Generators;
using Microsoft.CodeAnalysis;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Times the generator: whole builds of small and large projects with it, without it and with the serializer's, and what it does after an edit.</summary>
public sealed class Generator : IComparison
{
    private static readonly int[] Sizes = [1, 100, 1000];

    /// <inheritdoc/>
    public string Name => "generator";

    /// <inheritdoc/>
    public string Question => "What does the generator cost a build, and what does it do after an edit?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        // The compiler itself warms up on a project of its own.
        Build(ToolProject.Of(20), Ours());
        var table = new List<string>();
        await output.WriteLineAsync("Parsed project to assembly in memory, one process, medians.");
        await output.WriteLineAsync($"{"tools",6} {"no generator ms",16} {"Dreaming ms",12} {"STJ ms",10} {"ratio",6}");
        var (emits, unrelated, files, ratio) = (0, 0.0, 0, (double?)null);
        foreach (var size in Sizes)
        {
            var project = ToolProject.Of(size);
            var forSerializer = ToolProject.ForSerializer(size);
            var (bare, ours, serializers) = Builds(project, forSerializer, size == Sizes[^1] ? 2 : 5, ct);
            ratio = ours / serializers;
            await output.WriteLineAsync(Line($"{size,6} {bare,16:0.0} {ours,12:0.0} {serializers,10:0.0} {ratio,6:0.00}"));

            var elsewhere = Edits.Measure(Ours(), project.EditElsewhere, ct);
            var tool = Edits.Measure(Ours(), project.EditTool, ct);
            var attributes = Edits.Measure(new AttributeFloor().AsSourceGenerator(), project.EditElsewhere, ct);
            var driver = Edits.Measure(new FileFloor().AsSourceGenerator(), project.EditElsewhere, ct);
            var serializer = SerializerGenerator.Find() is { } found ? Edits.Measure(found, forSerializer.EditElsewhere, ct) : null;
            (emits, unrelated, files) = (elsewhere.Files, elsewhere.Milliseconds, tool.Files);
            table.Add(Line($"{size,6} {elsewhere.Milliseconds,12:0.00} {elsewhere.Files,9} {driver.Milliseconds,15:0.00} {attributes.Milliseconds,22:0.00} {serializer?.Milliseconds,8:0.00} {tool.Milliseconds,18:0.00} {tool.Files,10}"));
        }

        await output.WriteLineAsync("\nThe driver alone after an edit in a file that declares nothing, and after one in a tool, medians once the driver is warm.");
        await output.WriteLineAsync("Driver at rest: it keeps as many files and looks at nothing. Attributes only: it finds the tools by their attribute and does nothing.");
        await output.WriteLineAsync($"{"tools",6} {"Dreaming ms",12} {"it emits",9} {"at rest ms",15} {"attributes only ms",22} {"STJ ms",8} {"edit of a tool ms",18} {"its files",10}");
        foreach (var line in table)
            await output.WriteLineAsync(line);
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name,
            unrelated_edit_emits = emits,
            unrelated_edit_ms_1000 = Math.Round(unrelated, 2),
            tool_edit_files = files,
            build_ratio_stj = ratio is { } r ? Math.Round(r, 2) : (double?)null,
        }));
        return 0;
    }

    private static ISourceGenerator Ours() => new DreamingGenerator().AsSourceGenerator();

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // The contenders take turns, so that what the machine does meanwhile falls on all of them.
    private static (double Bare, double Ours, double? Serializers) Builds(ToolProject project, ToolProject forSerializer, int rounds, CancellationToken ct)
    {
        var (bare, ours, serializers) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            bare.Add(Build(project.EditElsewhere(round), null));
            ours.Add(Build(project.EditElsewhere(round), Ours()));
            if (SerializerGenerator.Find() is { } serializer)
                serializers.Add(Build(forSerializer.EditElsewhere(round), serializer));
        }

        return (Stopwatches.Median(bare), Stopwatches.Median(ours), serializers.Count == 0 ? null : Stopwatches.Median(serializers));
    }

    private static double Build(ToolProject project, ISourceGenerator? generator)
    {
        var began = Stopwatch.GetTimestamp();
        Microsoft.CodeAnalysis.Compilation compilation = project.Compilation;
        if (generator is not null)
            ToolProject.Driver(generator, tracks: false).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (!result.Success)
            throw new InvalidOperationException("The project does not compile: " + result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error));
        return took;
    }
}
