using System.Globalization;
using System.Reflection;
using Dreaming.Contracts;
using Dreaming.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Tests.Differential;

internal delegate bool ContractCheck(ReadOnlySpan<byte> utf8, ICollection<Violation>? violations);

/// <summary>A contract that was written at random, generated, compiled and loaded.</summary>
internal sealed record LoadedContract(string Name, MemberContract Contract, ContractCheck Check);

/// <summary>Writes records at random and compiles them.</summary>
internal static class RandomContracts
{
    private const string Fixed = """
        public enum Color { Red, Green, [JsonStringEnumMemberName("deep_blue")] Blue }
        [Data] public sealed partial record Tree(int Value, ImmutableArray<Tree> Children, Tree? Left);
        [Data] public sealed partial record Odd(Even? Next, string Name);
        [Data] public sealed partial record Even(Odd? Next, Color Color);
        [Data, JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square"), JsonDerivedType(typeof(Group), "group")]
        public abstract partial record Shape;
        [Data] public sealed partial record Circle([Range(0.0, 9.0, MinimumIsExclusive = true)] double Radius) : Shape;
        [Data] public sealed partial record Square(int Side, Color? Color) : Shape;
        [Data] public sealed partial record Group(ImmutableArray<Shape> Parts) : Shape;
        """;

    /// <summary>Records whose members are drawn from everything that both validators mean the same by.</summary>
    public static IReadOnlyList<LoadedContract> Load(int count, int seed)
    {
        var random = new Random(seed);
        var names = Enumerable.Range(0, count).Select(i => $"R{i}").ToArray();
        var wide = $"[Data] public sealed partial record Wide({string.Join(", ", Enumerable.Range(0, 70).Select(i => i % 3 == 0 ? $"int? M{i}" : $"int M{i}"))});";
        var source = string.Join("\n", names.Select((name, i) => Record(name, i, random)));
        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(SourceFiles.Of(Fixed, source, wide).Compile(), out var output, out _);
        using var image = new MemoryStream();
        var emitted = output.WithOptions(output.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)) + source);
        var assembly = Assembly.Load(image.ToArray());
        return [.. names.Concat(["Tree", "Odd", "Even", "Shape", "Group", "Wide"]).Select(n => Of(assembly.GetType(n, throwOnError: true)!))];
    }

    private static LoadedContract Of(Type type)
    {
        var methods = typeof(JsonData).GetMethods();
        var contract = (MemberContract)methods.Single(m => m.Name == "Contract").MakeGenericMethod(type).Invoke(null, null)!;
        var check = methods.Single(m => m is { Name: "Validate", IsGenericMethod: true } && m.GetParameters().Length == 2).MakeGenericMethod(type).CreateDelegate<ContractCheck>();
        return new LoadedContract(type.Name, contract, check);
    }

    private static string Record(string name, int index, Random random) =>
        $"[Data] public sealed partial record {name}({string.Join(", ", Enumerable.Range(0, random.Next(1, 8)).Select(i => Member($"M{i}", index, random)))});";

    private static string Member(string name, int index, Random random)
    {
        var low = random.Next(-5, 6);
        var high = low + random.Next(2, 9);
        var exclusive = random.Next(2) == 0 ? ", MinimumIsExclusive = true" : ", MaximumIsExclusive = true";
        string Number(double n) => n.ToString("0.0", CultureInfo.InvariantCulture);
        var (attributes, type) = random.Next(22) switch
        {
            0 => ("", "string"),
            1 => ($"[Length({random.Next(3)}, {random.Next(3, 6)})] ", "string"),
            2 => ($"[RegularExpression(@\"{new[] { "[a-c]{1,3}", "x|yz", @"\d{2}-\d", "a?b+" }[random.Next(4)]}\")] ", "string"),
            3 => ("[AllowedValues(\"a\", \"bc\")] ", "string"),
            4 => ("[DeniedValues(\"a\", \"bc\")] ", "string"),
            5 => ($"[Range({low}, {high})] ", "int"),
            6 => ($"[Range({low}, {high}{exclusive})] ", "long"),
            7 => ($"[Range({Number(low)}, {Number(high)})] ", "double"),
            8 => ($"[Range({Number(low)}, {Number(high)}{exclusive})] ", "double"),
            9 => ($"[Range({Number(low)}, {Number(high)}{exclusive})] ", "decimal"),
            10 => ("[AllowedValues(1, 2, 5)] ", "int"),
            11 => ("[DeniedValues(0.5, 2)] ", "double"),
            12 => ("", "bool"),
            13 => ("", "Color"),
            14 => ($"[Length({random.Next(2)}, {random.Next(2, 4)})] ", "ImmutableArray<int>"),
            15 => ("[UniqueItems] ", "string[]"),
            16 => ("", "HashSet<int>"),
            17 => ("", "IReadOnlySet<Color>"),
            18 => ($"[MinLength({random.Next(2)})] ", "Dictionary<string, int>"),
            19 => ("", new[] { "Tree", "Shape", "Even" }[random.Next(3)]),
            20 when index > 0 => ("", $"R{random.Next(index)}"),
            _ => ("", "byte"),
        };
        return attributes + type + (random.Next(4) == 0 && !type.StartsWith("Immutable", StringComparison.Ordinal) ? "? " : " ") + name;
    }
}
