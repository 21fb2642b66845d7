using System.Collections.Immutable;
using Dreaming.CodeFixes;
using Dreaming.Generators;
using Dreaming.Generators.Analyzers;
using Dreaming.Kit.Tests.Scaffolding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dreaming.Kit.Tests.CodeFixes;

/// <summary>Finds with the rules, fixes with a fix, and looks at the text.</summary>
internal static class FixHarness
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using Dreaming;

        """;

    /// <summary>Asserts what the first finding of a rule becomes, and that the rule is silent afterwards.</summary>
    public static async Task Fixes(CodeFixProvider fix, string rule, string before, string after, string? title = null)
    {
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, before);
        var actions = await ActionsAsync(fix, rule, document);
        var action = title is null ? Assert.Single(actions) : actions.Single(a => a.Title == title);
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;

        Assert.Equal(Text(after), (await changed.GetTextAsync()).ToString());
        Assert.DoesNotContain(await FindingsAsync(changed), d => d.Id == rule);
    }

    /// <summary>Asserts that a rule fires and that no fix is offered for it.</summary>
    public static async Task Offers_nothing(CodeFixProvider fix, string rule, string source)
    {
        using var workspace = new AdhocWorkspace();
        Assert.Empty(await ActionsAsync(fix, rule, Document(workspace, source)));
    }

    private static async Task<List<CodeAction>> ActionsAsync(CodeFixProvider fix, string rule, Document document)
    {
        Assert.Contains(rule, fix.FixableDiagnosticIds);
        var finding = (await FindingsAsync(document)).First(d => d.Id == rule);
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static Document Document(AdhocWorkspace workspace, string source)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Sample", "Sample", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13),
            metadataReferences: Compiled.References));
        return project.AddDocument("Sample.cs", Text(source));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        CSharpGeneratorDriver.Create([new DreamingGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)document.Project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var found = await output.WithAnalyzers([new DomainAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static string Text(string source) => Usings + source.ReplaceLineEndings("\n");
}
