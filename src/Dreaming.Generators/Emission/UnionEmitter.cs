using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes what a union is as JSON: one of its cases, and a member that says which.</summary>
internal static class UnionEmitter
{
    public static void Write(SourceWriter writer, RecordSpec record, string codec)
    {
        var self = record.Type.FullName;
        var discriminator = SourceFile.Literal(record.Discriminator);
        writer.Open($"file static class {codec}");
        writer.Line($"private static readonly {SourceFile.Immutable}ImmutableArray<string> Tags = [{string.Join(", ", record.Cases.Select(c => SourceFile.Literal(c.Tag)))}];").Line();
        writer.Line($"public static {SourceFile.Contracts}MemberContract Contract {{ get; }} = new(\"\", {SourceFile.Contracts}ValueKind.Union)").Line("{").Indent();
        writer.Line($"Discriminator = {discriminator},");
        writer.Line("Cases =").Line("[").Indent();
        foreach (var one in record.Cases)
            writer.Line($"{SourceFile.Contracts}JsonData.Contract<{one.Type}>().AsCase({discriminator}, {SourceFile.Literal(one.Tag)}),");
        writer.Unindent().Line("],").Unindent().Line("};").Line();

        writer.Open($"public static void Validate(ref {SourceFile.Contracts}JsonValidation json)");
        writer.Open($"switch (json.Case({discriminator}, Tags))");
        for (var i = 0; i < record.Cases.Count; i++)
            writer.Line($"case {i}:").Indent().Line($"{SourceFile.Contracts}JsonData.Validate<{record.Cases[i].Type}>(ref json);").Line("break;").Unindent();
        writer.Close().Close().Line();

        writer.Line($"public static {self} Read(ref {SourceFile.Json}Utf8JsonReader reader) =>").Indent();
        writer.Open($"{SourceFile.Contracts}JsonData.ReadCase(reader, {discriminator}, Tags) switch");
        for (var i = 0; i < record.Cases.Count; i++)
            writer.Line($"{(i == record.Cases.Count - 1 ? "_" : i.ToString(System.Globalization.CultureInfo.InvariantCulture))} => {SourceFile.Contracts}JsonData.Read<{record.Cases[i].Type}>(ref reader),");
        writer.Close(";").Unindent().Line();

        writer.Open($"public static void WriteMembers({SourceFile.Json}Utf8JsonWriter writer, {self} value)");
        writer.Open("switch (value)");
        for (var i = 0; i < record.Cases.Count; i++)
            writer.Line($"case {record.Cases[i].Type} case{i}:").Indent().Line($"{SourceFile.Contracts}JsonData.WriteCase(writer, {discriminator}, Tags[{i}], case{i});").Line("break;").Unindent();
        writer.Line("default:").Indent().Line(Unlisted).Unindent();
        writer.Close().Close().Line();

        writer.Line($"public static string Say({self} value) =>").Indent();
        writer.Open("value switch");
        for (var i = 0; i < record.Cases.Count; i++)
            writer.Line($"{record.Cases[i].Type} case{i} => {SourceFile.Contracts}JsonData.Say(case{i}),");
        writer.Line($"_ => {Unlisted.TrimEnd(';')},").Close(";").Unindent();
        writer.Close();
    }

    private const string Unlisted = "throw new global::System.ArgumentOutOfRangeException(nameof(value), value.GetType().Name, \"The union does not list this type.\");";
}
