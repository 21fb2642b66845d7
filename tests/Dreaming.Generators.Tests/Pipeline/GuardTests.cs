using Dreaming.Generators.Specs;
using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Dreaming.Generators.Tests.Pipeline;

/// <summary>The guards themselves can fail.</summary>
public class GuardTests
{
    [Fact]
    public void The_walk_finds_compiler_types_behind_records_and_arrays()
    {
        var compilation = CSharpCompilation.Create("X", [CSharpSyntaxTree.ParseText("class C { }")]);
        var symbol = compilation.GetTypeByMetadataName("C")!;
        object[] held = [symbol, symbol.Locations[0], compilation, compilation.SyntaxTrees[0], compilation.SyntaxTrees[0].GetRoot()];
        Assert.All(held, h => Assert.True(ReachableObjects.IsForbidden(h)));
        Assert.All(held, h => Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ReachableObjects.Visit(new { Inner = new[] { new { Value = h } } }, "", [])));
    }

    [Fact]
    public void Arrays_are_equal_by_their_elements_and_the_default_one_is_empty()
    {
        Assert.Equal(EquatableArray.From(["a", "b"]), EquatableArray.From(["a", "b"]));
        Assert.Equal(EquatableArray.From(["a", "b"]).GetHashCode(), EquatableArray.From(["a", "b"]).GetHashCode());
        Assert.NotEqual(EquatableArray.From(["a", "b"]), EquatableArray.From(["b", "a"]));
        Assert.Equal(default, EquatableArray.From(Array.Empty<string>()));
    }

    [Fact]
    public void The_compilation_check_sees_a_missing_part()
    {
        var run = GeneratorHarness.RunOnce(SourceFiles.Of("class C : Missing { }"));
        Assert.Contains("CS0246", Assert.Single(run.Problems), StringComparison.Ordinal);
    }
}
