using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dreaming.Benchmarks.Compilation;

/// <summary>A project of some tools, one a file, with a rubric for every ten of them, and one file that has nothing to do with them.</summary>
internal sealed class ToolProject
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp13);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Append(typeof(ToolAttribute).Assembly.Location)
            .Distinct(StringComparer.Ordinal)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private const string Usings = """
        using System;
        using System.Collections.Immutable;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Dreaming;

        """;

    private ToolProject(CSharpCompilation compilation) => Compilation = compilation;

    public CSharpCompilation Compilation { get; }

    /// <summary>The tools as Dreaming declares them.</summary>
    public static ToolProject Of(int tools) => Of(Enumerable.Range(0, tools).Select(i => Tool(i, 90)).Concat(Enumerable.Range(0, (tools + 9) / 10).Select(Rubric)));

    /// <summary>The same records as the serializer's generator takes them.</summary>
    public static ToolProject ForSerializer(int tools) => Of(Enumerable.Range(0, tools).Select(i => Record(i, 90)
        + Invariant($"\n[JsonSerializable(typeof(Tool{i}))] public sealed partial class Context{i} : JsonSerializerContext;")));

    /// <summary>After an edit in a file that declares nothing.</summary>
    public ToolProject EditElsewhere(int edit) => Replace("Other.cs", Invariant($"namespace Sample; public static class Other {{ public static int Edit() => {edit}; }}"));

    /// <summary>After an edit of one tool's contract.</summary>
    public ToolProject EditTool(int edit) => Replace("File0.cs", Usings + Tool(0, 90 + edit));

    /// <param name="generator">The generator.</param>
    /// <param name="tracks">Whether it keeps a record of its steps, which a compiler's does not.</param>
    public static GeneratorDriver Driver(ISourceGenerator generator, bool tracks) => CSharpGeneratorDriver.Create(
        [generator],
        parseOptions: Parsing,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracks));

    private static ToolProject Of(IEnumerable<string> files) => new(CSharpCompilation.Create(
        "Sample",
        files.Select((text, i) => CSharpSyntaxTree.ParseText(Usings + text, Parsing, Invariant($"File{i}.cs")))
            .Append(CSharpSyntaxTree.ParseText("namespace Sample; public static class Other;", Parsing, "Other.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release)));

    private ToolProject Replace(string path, string text) => new(Compilation.ReplaceSyntaxTree(
        Compilation.SyntaxTrees.Single(t => t.FilePath == path),
        CSharpSyntaxTree.ParseText(text, Parsing, path)));

    private static string Tool(int i, int most) => Record(i, most)
        .Replace("public sealed", Invariant($"[Tool(\"tool_{i}\", \"Does the thing with the number {i}.\")]\n[Fails(ToolFault.Timeout)]\npublic sealed"), StringComparison.Ordinal)
        .Replace("string? Note);", "string? Note) : ITool<bool>;", StringComparison.Ordinal);

    private static string Record(int i, int most) => Invariant($$"""
        namespace Sample;
        public sealed partial record Tool{{i}}(
            [RegularExpression(@"RX-[0-9]+")] string Id,
            [Range(1, {{most}})] int Days,
            [Range(0.0, 1.0)] double Share,
            DateOnly Due,
            Guid Correlation,
            ImmutableArray<string> Items,
            bool Urgent,
            string? Note);
        """);

    private static string Rubric(int i) => Invariant($$"""
        namespace Sample;
        [Rubric("rubric-{{i}}")]
        [Judged("polite-{{i}}", Quest.Empathy, 2, "Is polite.")]
        [Judged("brief-{{i}}", Quest.Usefulness, 1, "Takes few words.")]
        public static partial class Rubric{{i}};
        """);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
