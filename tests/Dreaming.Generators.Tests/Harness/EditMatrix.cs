using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Generators.Tests.Harness;

/// <summary>The edits after which an incremental generator must have nothing to do, and what it must never hold on to.</summary>
internal static class EditMatrix
{
    public static void Check(SourceFiles files, ImmutableSortedDictionary<string, string> sources)
    {
        Idle("the same compilation", files, files);
        Idle("an unrelated edit in another file", files.Add("Other.cs", "class Other { int One() => 1; }"), files.Add("Other.cs", "class Other { int One() => 2; int Two; }"));
        Idle("a comment above", files, files.Map(text => "// A comment.\n/* And another one. */\n" + text));
        Idle("an edit in bodies", files, files.Map(EditBodies));
        Assert.Equal(sources, GeneratorHarness.RunOnce(files.Reverse()).Sources);
        Assert.Equal(sources.Count, sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        LossAndReturn(files);
        NothingHeld(files);
    }

    // A file that goes is a real edit of what it declares, and the edit of a dependency for the files that stay.
    private static void LossAndReturn(SourceFiles files)
    {
        var whole = files.Compile();
        foreach (var tree in whole.SyntaxTrees)
            GeneratorHarness.Follow(whole, whole.RemoveSyntaxTrees(tree), whole);
    }

    private static void Idle(string edit, SourceFiles before, SourceFiles after)
    {
        var driver = GeneratorHarness.Driver().RunGenerators(before.Compile());
        var first = driver.GetRunResult().Results.Single();
        ReachableObjects.Check(first);
        var second = driver.RunGenerators(after.Compile()).GetRunResult().Results.Single();
        Assert.True(GeneratorHarness.Reasons(second).IsEmpty, $"After {edit}: {string.Join(", ", GeneratorHarness.Reasons(second))}");
        foreach (var output in second.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs))
            Assert.True(output.Reason == IncrementalStepRunReason.Cached, $"After {edit} an output was {output.Reason}.");
        Assert.Equal(first.GeneratedSources.Select(s => s.HintName), second.GeneratedSources.Select(s => s.HintName));
    }

    private static string EditBodies(string text) => new BodyEditor().Visit(CSharpSyntaxTree.ParseText(text, SourceFiles.Parsing).GetRoot()).ToFullString();

    private static void NothingHeld(SourceFiles files)
    {
        var driver = GeneratorHarness.Driver();
        var old = GeneratorHarness.RunAndForget(ref driver, files);
        _ = GeneratorHarness.RunAndForget(ref driver, files.Map(text => text + "\n// Later.\n"));
        _ = GeneratorHarness.RunAndForget(ref driver, files.Map(text => text + "\n// Even later.\n"));
        for (var i = 0; i < 5 && old.Any(o => o.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old[0].IsAlive, "The generator keeps an old compilation alive.");
        Assert.DoesNotContain(old, o => o.IsAlive);
        GC.KeepAlive(driver);
    }

    private sealed class BodyEditor : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitBlock(BlockSyntax node) =>
            node.WithStatements(node.Statements.Insert(0, SyntaxFactory.ParseStatement("_ = 1 + 1;\n")));

        public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) =>
            node.WithExpression(SyntaxFactory.ParenthesizedExpression(node.Expression));
    }
}
