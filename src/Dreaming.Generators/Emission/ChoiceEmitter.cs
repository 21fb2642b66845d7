using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes what stands for the members of an enum, once a file.</summary>
internal static class ChoiceEmitter
{
    public static string Names(ValueSpec value) => Identifier(value) + "Names";

    public static string Choices(ValueSpec value) => Identifier(value) + "Choices";

    public static string Reader(ValueSpec value) => "Read" + Identifier(value);

    public static string NameOf(ValueSpec value) => "NameOf" + Identifier(value);

    /// <summary>The enums that values use, each once.</summary>
    public static IEnumerable<ValueSpec> In(IEnumerable<ValueSpec> values) => values
        .SelectMany(Enums)
        .GroupBy(v => v.Type)
        .Select(g => g.First());

    public static void WriteFields(SourceWriter writer, IEnumerable<ValueSpec> enums)
    {
        foreach (var value in enums)
        {
            var names = string.Join(", ", value.Names.Select(n => SourceFile.Literal(n.JsonName)));
            writer.Line($"private static readonly {SourceFile.Immutable}ImmutableArray<string> {Names(value)} = [{names}];").Line();
            writer.Line($"private static readonly {SourceFile.Contracts}JsonNames {Choices(value)} = new({Names(value)});").Line();
        }
    }

    public static void WriteReaders(SourceWriter writer, IEnumerable<ValueSpec> enums)
    {
        foreach (var value in enums)
        {
            writer.Line();
            writer.Line($"private static {value.Type} {Reader(value)}(ref {SourceFile.Json}Utf8JsonReader reader) =>").Indent();
            writer.Open($"{SourceFile.Contracts}JsonData.ReadChoice(ref reader, {Names(value)}) switch");
            for (var i = 0; i < value.Names.Count; i++)
                writer.Line($"{i} => {value.Type}.{SourceFile.Name(value.Names[i].ClrName)},");
            writer.Line("_ => default,").Close(";").Unindent();
        }
    }

    public static void WriteNames(SourceWriter writer, IEnumerable<ValueSpec> enums)
    {
        foreach (var value in enums)
        {
            writer.Line();
            writer.Line($"private static string {NameOf(value)}({value.Type} value) =>").Indent();
            writer.Open("value switch");
            foreach (var name in value.Names)
                writer.Line($"{value.Type}.{SourceFile.Name(name.ClrName)} => {SourceFile.Literal(name.JsonName)},");
            writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, \"The value has no name.\"),").Close(";").Unindent();
        }
    }

    private static string Identifier(ValueSpec value) => value.Type.Replace("global::", "").Replace("@", "").Replace("_", "__").Replace('.', '_');

    private static IEnumerable<ValueSpec> Enums(ValueSpec value) => value.Shape == ValueShape.Enum
        ? [value with { Nullable = false }]
        : value.Element is { } element ? Enums(element) : [];
}
