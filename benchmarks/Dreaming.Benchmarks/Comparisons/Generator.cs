using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dreaming.Benchmarks.Compilation;
using Dreaming.Benchmarks.Validation;
using Dreaming.Generators;
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
        await output.WriteLineAsync("Parsed project to assembly in memory, one process, medians; the driver alone after an edit.");
        await output.WriteLineAsync($"{"tools",6} {"no generator ms",16} {"Dreaming ms",12} {"STJ ms",10} {"edit elsewhere ms",18} {"it emits",9} {"edit of a tool ms",18} {"its files",10}");
        var (emits, unrelated, files, ratio) = (0, 0.0, 0, (double?)null);
        foreach (var size in Sizes)
        {
            ct.ThrowIfCancellationRequested();
            var project = ToolProject.Of(size);
            var forSerializer = ToolProject.ForSerializer(size);
            var (bare, ours, serializers) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < (size == Sizes[^1] ? 3 : 5); round++)
            {
                bare.Add(Build(project.EditElsewhere(round), null));
                ours.Add(Build(project.EditElsewhere(round), Ours()));
                if (SerializerGenerator.Find() is { } serializer)
                    serializers.Add(Build(forSerializer.EditElsewhere(round), serializer));
                ct.ThrowIfCancellationRequested();
            }

            var elsewhere = Edit(project, p => p.EditElsewhere, out emits);
            var tool = Edit(project, p => p.EditTool, out files);
            unrelated = elsewhere;
            double? stj = serializers.Count == 0 ? null : Stopwatches.Median(serializers);
            ratio = Stopwatches.Median(ours) / stj;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,6} {Stopwatches.Median(bare),16:0.0} {Stopwatches.Median(ours),12:0.0} {stj,10:0.0} {elsewhere,18:0.00} {emits,9} {tool,18:0.00} {files,10}"));
        }

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

    private static double Build(ToolProject project, ISourceGenerator? generator)
    {
        var began = Stopwatch.GetTimestamp();
        Microsoft.CodeAnalysis.Compilation compilation = project.Compilation;
        if (generator is not null)
            ToolProject.Driver(generator).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (!result.Success)
            throw new InvalidOperationException("The project does not compile: " + result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error));
        return took;
    }

    // The median time of the driver over some edits, and how many files the last of them made anew.
    private static double Edit(ToolProject project, Func<ToolProject, Func<int, ToolProject>> edit, out int made)
    {
        GeneratorDriver driver = ToolProject.Driver(Ours());
        driver = driver.RunGenerators(edit(project)(0).Compilation);
        var times = new List<double>();
        made = 0;
        for (var i = 1; i <= 7; i++)
        {
            var compilation = edit(project)(i).Compilation;
            // An editor has bound what it shows; the time to look up a type for the first time is not the generator's.
            _ = compilation.GetTypeByMetadataName("Sample.Other");
            var began = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            made = driver.GetRunResult().Results.Single().TrackedOutputSteps
                .SelectMany(s => s.Value).SelectMany(s => s.Outputs)
                .Count(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        }

        return Stopwatches.Median(times.Skip(2));
    }
}
