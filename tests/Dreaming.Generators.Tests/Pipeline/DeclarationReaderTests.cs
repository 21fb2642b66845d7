using Dreaming.Generators.Incremental;
using Dreaming.Generators.Specs;
using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Dreaming.Generators.Tests.Pipeline;

/// <summary>What the reader does not read again, seen by the identity of what it gives.</summary>
public class DeclarationReaderTests
{
    private static readonly SourceFiles Files = Samples.All.Add("Other.cs", "namespace Sample; public static class Other { public static int One() => 1; }");

    [Theory]
    [InlineData("One() => 1", "One() => 2")]
    [InlineData("One() => 1;", "One() => 1; public const int Two = 2; private sealed record Inner(int Depth);")]
    [InlineData("public static class Other", "/// <summary>Words.</summary>\npublic static class Other")]
    [InlineData("depot.Stock > 0", "depot.Stock > 1")]
    public void An_edit_that_no_declaration_depends_on_gives_the_same_object(string old, string @new)
    {
        var reader = new DeclarationReader();
        var first = Read(reader, Files);
        Assert.Same(first, Read(reader, Files.Replace(old, @new)));
        Assert.Same(first, Read(reader, Files));
    }

    [Fact]
    public void A_new_file_that_nothing_mentions_leaves_every_spec_as_it_is()
    {
        var reader = new DeclarationReader();
        var first = Read(reader, Files);
        var second = Read(reader, Files.Add("New.cs", "namespace Sample.Aside; public enum Colour { Red }"));
        Assert.Equal(first, second);
        Assert.Same(first.Tools[0], second.Tools[0]);
        Assert.Same(first.Rubrics[0], second.Rubrics[0]);
    }

    [Fact]
    public void An_edit_of_a_record_reads_what_mentions_it_and_nothing_else()
    {
        var reader = new DeclarationReader();
        var files = Files.Add("Calm.cs", "[Dreaming.Rubric(\"calm\")] [Dreaming.Judged(\"calm\", Dreaming.Quest.Empathy, 2, \"Is calm.\")] public static partial class Calm;");
        var first = Read(reader, files);
        var second = Read(reader, files.Replace("string Street", "string Road"));
        Assert.NotEqual(first.Data[0], second.Data[0]);
        Assert.NotSame(first.Tools[0], second.Tools[0]);
        Assert.Same(first.Rubrics.Last(), second.Rubrics.Last());
    }

    [Fact]
    public void Two_readers_of_one_past_do_not_disturb_each_other()
    {
        var (reader, fresh) = (new DeclarationReader(), new DeclarationReader());
        var changed = Files.Replace("Routine,", "Routine, Emergency,");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Read(fresh, changed), Read(reader, changed));
            Assert.Equal(Read(new DeclarationReader(), Files), Read(reader, Files));
        }
    }

    [Fact]
    public void A_surface_tells_texts_apart_that_only_look_alike()
    {
        string[] texts = ["class A;", "class A { }", "class AB;", "class A<B>;", "struct A;", "#nullable enable\nclass A;", "#nullable disable\nclass A;", "class A { int x = 1; }", "class A { int x = 2; }", "class A { const int X = 1 }"];
        Assert.Equal(texts.Length, texts.Select(t => Surface(t)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Surface("class A { int M() => 1; }"), Surface("class A { /* . */ int M() => 2; }"));
        Assert.NotEqual(Surface("class A { void M() { } }"), Surface("class A { void M() {\n#nullable disable\n} }"));
        Assert.NotEqual(Surface("class A;"), TreeReader.Read(CSharpSyntaxTree.ParseText("class A;", SourceFiles.Parsing.WithLanguageVersion(LanguageVersion.CSharp12))).Surface);
    }

    private static string Surface(string text) => TreeReader.Read(CSharpSyntaxTree.ParseText(text, SourceFiles.Parsing)).Surface;

    private static DeclarationSet Read(DeclarationReader reader, SourceFiles files) => reader.Read(files.Compile(), TestContext.Current.CancellationToken);
}
