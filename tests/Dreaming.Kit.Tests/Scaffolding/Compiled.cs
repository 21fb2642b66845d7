using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;
using Dreaming.Cli.Scaffolding;
using Dreaming.Contracts;
using Dreaming.Generators;
using Dreaming.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dreaming.Kit.Tests.Scaffolding;

/// <summary>Compiles a scaffolded domain as its project would: with its usings, the generator and the rules, every warning an error.</summary>
internal static class Compiled
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp13);

    private static readonly string[] Implicit = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(ToolAttribute).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>The domain, loaded. Fails when anything in it is worth a warning.</summary>
    public static async Task<DomainManifest> LoadAsync(Scaffold scaffold)
    {
        var project = XDocument.Parse(scaffold.Files.Single(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal)).Text);
        var usings = Implicit.Concat(project.Descendants("Using").Select(u => u.Attribute("Include")!.Value));
        var trees = scaffold.Files
            .Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Append(("GlobalUsings.cs", string.Concat(usings.Select(u => $"global using {u};\n"))))
            .Select(f => CSharpSyntaxTree.ParseText(f.Item2, Parsing, f.Item1));
        var compilation = CSharpCompilation.Create(
            "Scaffolded" + scaffold.GetHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture),
            trees,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new DreamingGenerator().AsSourceGenerator()], parseOptions: Parsing).RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        Assert.Empty(reported);
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
        var rules = await output.WithAnalyzers([new DomainAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(rules.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
        using var image = new MemoryStream();
        Assert.True(output.Emit(image).Success);
        var assembly = Assembly.Load(image.ToArray());
        return (DomainManifest)Activator.CreateInstance(assembly.GetCustomAttribute<DomainManifestAttribute>()!.Type)!;
    }
}
