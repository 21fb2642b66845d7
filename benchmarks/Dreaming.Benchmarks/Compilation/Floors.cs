using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Benchmarks.Compilation;

/// <summary>Finds the tools by their attribute as generators commonly do, and makes nothing of them: the least that such a generator costs.</summary>
internal sealed class AttributeFloor : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName("Dreaming.ToolAttribute", static (node, _) => node is TypeDeclarationSyntax, static (match, _) => match.TargetNode.Span.IsEmpty),
        static (_, _) => { });
}

/// <summary>Writes as many files as there are in the project, and never looks at any: what the driver itself costs.</summary>
internal sealed class FileFloor : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider
            .Select(static (compilation, _) => compilation.SyntaxTrees.Count())
            .SelectMany(static (count, _) => Enumerable.Range(0, count - 1)),
        static (output, file) => output.AddSource(FormattableString.Invariant($"Sample.Tool{file}.Tool.g.cs"), "// Nothing."));
}
