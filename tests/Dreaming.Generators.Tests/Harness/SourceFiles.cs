using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dreaming.Generators.Tests.Harness;

/// <summary>The files of a small domain, and the compilations that they make.</summary>
public sealed record SourceFiles(ImmutableArray<(string Name, string Text)> Files)
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Dreaming;


        """;

    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(ToolAttribute).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static SourceFiles Of(params string[] texts) =>
        new([.. texts.Select((text, i) => ($"File{i}.cs", Usings + text.ReplaceLineEndings("\n")))]);

    /// <summary>The files after a change that must apply.</summary>
    public SourceFiles Replace(string old, string @new)
    {
        Assert.Contains(Files, f => f.Text.Contains(old, StringComparison.Ordinal));
        return new([.. Files.Select(f => (f.Name, f.Text.Replace(old, @new, StringComparison.Ordinal)))]);
    }

    public SourceFiles Map(Func<string, string> change) => new([.. Files.Select(f => (f.Name, change(f.Text)))]);

    public SourceFiles Add(string name, string text) => new(Files.Add((name, text)));

    public SourceFiles Reverse() => new([.. Files.Reverse()]);

    public CSharpCompilation Compile(CSharpParseOptions? parsing = null) => CSharpCompilation.Create(
        "Sample",
        Files.Select(f => CSharpSyntaxTree.ParseText(f.Text, parsing ?? Parsing, f.Name, System.Text.Encoding.UTF8)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
}
