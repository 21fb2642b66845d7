using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dreaming.Generators.Tests.Pipeline;

/// <summary>Edits elsewhere that change what a declaration means. Each must be followed: what a driver with a past gives is what a new one gives.</summary>
public class DependencyTests
{
    private const string Near = """
        namespace Sample.Desk;
        [Tool("wait", "Waits.")]
        public sealed partial record Wait([Range(0, Limits.Most)] int Minutes, Mode Mode, Step? Step = null) : Base, ITool<bool>;
        """;

    private static readonly SourceFiles Desk = SourceFiles.Of(
        Near,
        "namespace Sample; public static class Limits { public const int Most = Roots.One * 10; }",
        "namespace Sample; public static class Roots { public const int One = 1; public static int Two() => 2; }",
        "namespace Sample; public enum Mode { Fast, Slow }",
        "namespace Sample; [Data] public partial record Step(int Depth);",
        "namespace Sample; public abstract record Base : Ground { public string? Note { get; init; } }",
        "namespace Sample; public abstract record Ground { public int? Floor { get; init; } }",
        "namespace Elsewhere; public enum Mode { Left, Right }",
        "namespace Aside; public static class Unrelated { public static int Three() => 3; }");

    public static TheoryData<string, string> Rewrites => new()
    {
        { "Fast, Slow", "Fast, Slow, Slower" },
        { "Fast,", "[JsonStringEnumMemberName(\"f\")] Fast," },
        { "One = 1", "One = 2" },
        { "Roots.One * 10", "Roots.One * 20" },
        { "int? Floor", "long? Floor" },
        { "string? Note", "required string Note" },
        { "abstract record Base : Ground", "abstract record Base" },
        { "[Data] public partial record Step", "public partial record Step" },
        { "namespace Sample; public enum Mode", "namespace Sample.Desk; public enum Mode" },
        { "namespace Sample; public enum Mode", "namespace Gone; public enum Mode" },
        { "namespace Sample.Desk;\n[Tool", "namespace Sample.Desk;\nusing Mode = Elsewhere.Mode;\n[Tool" },
    };

    public static TheoryData<string> Additions => new()
    {
        "namespace Sample.Desk; public enum Mode { Near }",
        "namespace Sample.Desk; public static class Limits { public const int Most = 7; }",
        "namespace Sample.Desk; public class RangeAttribute(int least, int most) : System.Attribute { public int Least => least + most; }",
        "namespace Sample.Desk; public class ToolAttribute(string name, string description) : System.Attribute { public string All => name + description; }",
        "namespace Sample.Desk; partial record Wait { public bool Loud { get; init; } }",
        "namespace Sample.Desk; [Dreaming.Fails(Dreaming.ToolFault.Outage)] partial record Wait;",
        "global using Mode = Elsewhere.Mode;",
        "global using static Sample.Roots;",
        "namespace Sample.Desk.Dreaming; public class Other;",
        "namespace System; public struct Int32;",
        "namespace System.ComponentModel.DataAnnotations; public class RangeAttribute(int least, int most) : Attribute { public int Least => least + most; }",
    };

    [Theory]
    [MemberData(nameof(Rewrites))]
    public void What_a_declaration_depends_on_is_followed_into_other_files(string old, string @new)
    {
        var changed = GeneratorHarness.Changed(Desk, Desk.Replace(old, @new));
        Assert.Contains(changed, c => c.StartsWith("Tools", StringComparison.Ordinal));
        Assert.NotEmpty(GeneratorHarness.Changed(Desk.Replace(old, @new), Desk));
    }

    [Theory]
    [MemberData(nameof(Additions))]
    public void A_file_that_comes_and_goes_leaves_what_a_new_driver_gives(string text)
    {
        var (without, with) = (Desk.Compile(), Desk.Add("Added.cs", text).Compile());
        var first = new SourceFiles([("Added.cs", text), .. Desk.Files]).Compile();
        GeneratorHarness.Follow(without, with, without, first, with);
    }

    [Theory]
    [InlineData("namespace Sample.Desk; public enum Mode { Near }")]
    [InlineData("namespace Sample.Desk; partial record Wait { public bool Loud { get; init; } }")]
    [InlineData("namespace Sample.Desk; public static class Limits { public const int Most = 7; }")]
    public void A_file_that_gives_a_name_another_meaning_modifies_what_mentions_it(string text) =>
        Assert.Contains("Tools Modified", GeneratorHarness.Changed(Desk, Desk.Add("Added.cs", text)));

    [Fact]
    public void A_namespace_that_hides_another_one_is_followed()
    {
        var desk = Desk.Replace("[Tool(", "[Dreaming.Tool(").Add("More.cs", "namespace Sample.Desk.More; public class Other;");
        Assert.Contains("Tools Removed", GeneratorHarness.Changed(desk, desk.Replace("Sample.Desk.More", "Sample.Desk.Dreaming")));
        Assert.Contains("Tools New", GeneratorHarness.Changed(desk.Replace("Sample.Desk.More", "Sample.Desk.Dreaming"), desk));
    }

    [Fact]
    public void A_global_using_that_gives_a_name_its_meaning_is_followed()
    {
        var desk = Desk.Replace("namespace Sample; public enum Mode", "namespace Gone; public enum Mode");
        Assert.Contains("Tools New", GeneratorHarness.Changed(desk, desk.Add("Globals.cs", "global using Mode = Elsewhere.Mode;")));
        Assert.Contains("Tools Modified", GeneratorHarness.Changed(desk.Add("Globals.cs", "global using Mode = Elsewhere.Mode;"), desk.Add("Globals.cs", "global using Mode = Gone.Mode;")));
    }

    [Fact]
    public void A_constant_that_comes_by_a_global_static_using_is_followed()
    {
        var desk = Desk.Replace("Limits.Most", "Most").Add("Globals.cs", "global using static Sample.Limits;");
        Assert.Contains("Tools Modified", GeneratorHarness.Changed(desk, desk.Replace("Roots.One * 10", "Roots.One * 30")));
        Assert.Contains("Tools Modified", GeneratorHarness.Changed(desk, desk.Replace("One = 1", "One = 3")));
    }

    [Fact]
    public void An_attribute_under_another_name_is_found()
    {
        var aliased = SourceFiles.Of("using Job = Dreaming.ToolAttribute;\n[Job(\"wait\", \"Waits.\")] public sealed partial record Wait(int Minutes) : ITool<bool>;");
        Assert.Equal(["Wait.Tool.g.cs"], GeneratorHarness.Run(aliased).Compiles().Sources.Keys);
        var bare = SourceFiles.Of("[Job(\"wait\", \"Waits.\")] public sealed partial record Wait(int Minutes) : ITool<bool>;");
        Assert.Contains("Tools New", GeneratorHarness.Changed(bare, bare.Add("Globals.cs", "global using JobAttribute = Dreaming.ToolAttribute;")));
    }

    [Fact]
    public void Options_of_the_compiler_are_followed()
    {
        var files = SourceFiles.Of("[Data] public partial record Second(string? Name, [Range(1, 9)] int Count);\n#if MORE\n[Data] public partial record Third(int X);\n#endif");
        var enabled = files.Compile();
        var disabled = enabled.WithOptions(enabled.Options.WithNullableContextOptions(NullableContextOptions.Disable));
        GeneratorHarness.Follow(
            enabled,
            disabled,
            enabled,
            files.Compile(SourceFiles.Parsing.WithPreprocessorSymbols("MORE")),
            files.Compile(SourceFiles.Parsing.WithLanguageVersion(LanguageVersion.CSharp7_3)),
            enabled);
    }

    [Fact]
    public void A_reference_that_changes_is_followed()
    {
        var files = SourceFiles.Of("[Data] public partial record Second(Far.Mode Mode);");
        var compilation = files.Compile();
        CSharpCompilation With(string members) => compilation.AddReferences(CSharpCompilation
            .Create("Far", [CSharpSyntaxTree.ParseText($"namespace Far; public enum Mode {{ {members} }}", SourceFiles.Parsing)], compilation.References, new(OutputKind.DynamicallyLinkedLibrary))
            .ToMetadataReference());
        var (one, two) = (With("A"), With("A, B"));
        Assert.DoesNotContain("\"b\"", string.Concat(GeneratorHarness.Written(GeneratorHarness.Follow(compilation, one))), StringComparison.Ordinal);
        Assert.Contains("\"B\"", string.Concat(GeneratorHarness.Written(GeneratorHarness.Follow(compilation, one, two))), StringComparison.Ordinal);
        GeneratorHarness.Follow(two, one, compilation, two);
    }
}
