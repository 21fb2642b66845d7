using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dreaming.Generators.Tests.Harness;

/// <summary>Runs the generator. Every run goes through the whole edit matrix, so that no test can forget it.</summary>
public static class GeneratorHarness
{
    public static GeneratorRun Run(params string[] texts) => Run(SourceFiles.Of(texts));

    public static GeneratorRun Run(SourceFiles files)
    {
        var run = RunOnce(files);
        EditMatrix.Check(files, run.Sources);
        return run;
    }

    /// <summary>The steps that do anything new after a change, by name, with what they did. What they give is what a new driver gives.</summary>
    public static ImmutableArray<string> Changed(SourceFiles before, SourceFiles after)
    {
        var driver = Driver().RunGenerators(before.Compile());
        driver = driver.RunGenerators(after.Compile());
        Assert.Equal(Written(Driver().RunGenerators(after.Compile())), Written(driver));
        return [.. Reasons(driver.GetRunResult().Results.Single()).Where(r => !r.StartsWith(TrackingNames.Declarations, StringComparison.Ordinal))];
    }

    /// <summary>Runs one driver through several compilations, and asserts after each that it gives what a new driver gives.</summary>
    internal static GeneratorDriver Follow(params CSharpCompilation[] compilations)
    {
        var driver = Driver();
        foreach (var compilation in compilations)
        {
            driver = driver.RunGenerators(compilation);
            Assert.Equal(Written(Driver().RunGenerators(compilation)), Written(driver));
        }

        return driver;
    }

    /// <summary>All that a driver has written, file by file.</summary>
    internal static ImmutableArray<string> Written(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return [.. result.GeneratedSources.Select(s => s.HintName + "\n" + s.SourceText)];
    }

    internal static GeneratorRun RunOnce(SourceFiles files)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(files.Compile(), out var output, out var reported);
        Assert.Empty(reported);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new GeneratorRun(
            result.GeneratedSources.ToImmutableSortedDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal),
            [.. output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !IsMissingDocumentation(d)).Select(d => d.ToString())]);
    }

    internal static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new DreamingGenerator().AsSourceGenerator()],
        parseOptions: SourceFiles.Parsing,
        optionsProvider: new Options(),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    internal static ImmutableArray<string> Reasons(GeneratorRunResult result) =>
    [
        .. from step in result.TrackedSteps
           where TrackedNames.Contains(step.Key)
           from run in step.Value
           from output in run.Outputs
           where output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
           let line = $"{step.Key} {output.Reason}"
           orderby line
           select line,
    ];

    internal static ImmutableArray<string> TrackedNames { get; } =
        [.. typeof(TrackingNames).GetFields().Select(f => (string)f.GetRawConstantValue()!)];

    /// <summary>Runs over files and lets go of them.</summary>
    /// <returns>The compilation and its trees, held by nothing here.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ImmutableArray<WeakReference> RunAndForget(ref GeneratorDriver driver, SourceFiles files)
    {
        var compilation = files.Compile();
        driver = driver.RunGenerators(compilation);
        return [new WeakReference(compilation), .. compilation.SyntaxTrees.Select(t => new WeakReference(t))];
    }

    // The sources of tests are not documented; what is generated from them must be.
    private static bool IsMissingDocumentation(Diagnostic diagnostic) =>
        diagnostic.Id == "CS1591" && !diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Root();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Root : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key == "build_property.RootNamespace" ? "Sample.Root" : "";
            return value.Length > 0;
        }
    }
}

/// <summary>What one run gave.</summary>
/// <param name="Sources">The generated files by hint name.</param>
/// <param name="Problems">Warnings and errors of the whole compilation, generated files included.</param>
public sealed record GeneratorRun(ImmutableSortedDictionary<string, string> Sources, ImmutableArray<string> Problems)
{
    /// <summary>The only file whose hint name ends so.</summary>
    public string Source(string end) => Assert.Single(Sources, s => s.Key.EndsWith(end, StringComparison.Ordinal)).Value;

    public GeneratorRun Compiles()
    {
        Assert.Empty(Problems);
        return this;
    }
}
