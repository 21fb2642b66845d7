using System.Diagnostics;
using Dreaming.Benchmarks.Validation;
using Microsoft.CodeAnalysis;

namespace Dreaming.Benchmarks.Compilation;

/// <summary>What a generator does after edits, one after the other in one driver.</summary>
/// <param name="Milliseconds">The median time of the driver after an edit.</param>
/// <param name="Files">How many files the last edit made it write anew.</param>
internal sealed record Edits(double Milliseconds, int Files)
{
    // An editor's driver has run for hours: code that is not yet compiled to the end is no part of the question.
    private const int Warmups = 250;
    private const int Timed = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Edits Measure(ISourceGenerator generator, Func<int, ToolProject> edit, CancellationToken ct) =>
        new(Time(generator, edit, ct), Count(generator, edit));

    private static double Time(ISourceGenerator generator, Func<int, ToolProject> edit, CancellationToken ct)
    {
        var driver = ToolProject.Driver(generator, tracks: false).RunGenerators(edit(0).Compilation, ct);
        var began = Stopwatch.GetTimestamp();
        var edits = 1;
        for (; edits < Warmups && Stopwatch.GetElapsedTime(began) < Patience; edits++)
            _ = Run(ref driver, edit(edits), ct);
        var times = new List<double>();
        began = Stopwatch.GetTimestamp();
        for (; times.Count < 3 || (times.Count < Timed && Stopwatch.GetElapsedTime(began) < Patience); edits++)
            times.Add(Run(ref driver, edit(edits), ct));
        return Stopwatches.Median(times);
    }

    private static double Run(ref GeneratorDriver driver, ToolProject project, CancellationToken ct)
    {
        // An editor has bound what it shows; the time to look up a type for the first time is not the generator's.
        _ = project.Compilation.GetTypeByMetadataName("Sample.Other");
        var began = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(project.Compilation, ct);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static int Count(ISourceGenerator generator, Func<int, ToolProject> edit) => ToolProject.Driver(generator, tracks: true)
        .RunGenerators(edit(0).Compilation)
        .RunGenerators(edit(1).Compilation)
        .GetRunResult().Results.Single().TrackedOutputSteps
        .SelectMany(s => s.Value)
        .SelectMany(s => s.Outputs)
        .Count(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
}
