using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dreaming.Generators.Tests.Pipeline;

/// <summary>Long chains of edits through one driver: after each, it has written what a new driver writes.</summary>
public class RandomEditTests
{
    private static readonly (string Old, string New)[] Swaps =
    [
        ("Routine, ", "Routine, Urgent, "),
        ("string Street", "string Road"),
        ("MaxLength(2)", "MaxLength(3)"),
        ("namespace Sample;", "namespace Sample.Deep;"),
        ("DateOnly? BirthDate", "DateOnly BirthDate"),
        ("record Address", "record Place"),
        ("[Data]", "[JsonPolymorphic]"),
        ("Stock = 3", "Stock = 4"),
        ("\"ship\"", "\"dispatch\""),
        ("Includes = [typeof(Manners)]", "Includes = []"),
        ("[assembly: Domain", "// Gone.\n[assembly: Domain"),
        ("using Dreaming;", "using Dreaming;\nusing Sample;"),
    ];

    private static readonly string[] Strays =
    [
        "namespace Sample; partial record Ship { public bool Fragile { get; init; } }",
        "namespace Sample.Deep; public enum Urgency { Never }",
        "global using Sample; global using Sample.Deep;",
        "namespace Sample; public static class Quest { public const int Empathy = 1; }",
        "namespace Sample { class Broken {",
        "namespace Sample; [Data] public partial record Address(int Other);",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_driver_with_a_past_gives_what_a_new_one_gives(int seed)
    {
        var random = new Random(seed);
        var compilation = Samples.All.Compile();
        var chain = new List<CSharpCompilation> { compilation };
        for (var i = 0; i < 25; i++)
            chain.Add(compilation = Edit(compilation, random));
        GeneratorHarness.Follow([.. chain]);
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, Random random)
    {
        var tree = compilation.SyntaxTrees[random.Next(compilation.SyntaxTrees.Length)];
        switch (random.Next(6))
        {
            case 0:
                return compilation.AddSyntaxTrees(Parse(Strays[random.Next(Strays.Length)], "Stray" + random.Next(1000)));
            case 1 when tree.FilePath.StartsWith("Stray", StringComparison.Ordinal):
                return compilation.RemoveSyntaxTrees(tree);
            case 2:
                var trees = compilation.SyntaxTrees.ToArray();
                random.Shuffle(trees);
                return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
            default:
                var (old, @new) = Swaps[random.Next(Swaps.Length)];
                var text = tree.GetText().ToString();
                text = text.Contains(@new, StringComparison.Ordinal) ? text.Replace(@new, old, StringComparison.Ordinal) : text.Replace(old, @new, StringComparison.Ordinal);
                return compilation.ReplaceSyntaxTree(tree, Parse(text, tree.FilePath));
        }
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, SourceFiles.Parsing, path, System.Text.Encoding.UTF8);
}
