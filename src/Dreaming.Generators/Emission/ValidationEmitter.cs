using System;
using System.Globalization;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the checks of values.</summary>
internal static class ValidationEmitter
{
    // So many members of an object are marked as seen in one word.
    private const int MostMarks = 64;

    /// <summary>The whole validator of a record.</summary>
    public static void WriteRecord(SourceWriter writer, RecordSpec record)
    {
        writer.Open($"public static void Validate(ref {SourceFile.Contracts}JsonValidation json)");
        var wide = record.Members.Count > MostMarks;
        writer.Line(wide ? $"if (!json.BeginWideObject({record.Members.Count}))" : "if (!json.BeginObject())").Indent().Line("return;").Unindent();
        writer.Open("while (json.NextMember())");
        var word = "if";
        for (var i = 0; i < record.Members.Count; i++)
        {
            WriteMember(writer, record.Members[i], i, word, wide);
            word = "else if";
        }

        if (record.Members.Count == 0)
            writer.Line("json.UnknownMember(Names);");
        else
            writer.Open("else").Line("json.UnknownMember(Names);").Close();
        writer.Close().Line();
        var required = new ulong[Math.Max(1, (record.Members.Count + MostMarks - 1) / MostMarks)];
        for (var i = 0; i < record.Members.Count; i++)
            required[i / MostMarks] |= record.Members[i].Required ? 1UL << (i % MostMarks) : 0UL;
        var words = string.Join(", ", required.Select(w => $"0x{w.ToString("X", CultureInfo.InvariantCulture)}UL"));
        writer.Line(wide ? $"json.EndWideObject([{words}], Names);" : $"json.EndObject({words}, Names);");
        writer.Close();
    }

    private static void WriteMember(SourceWriter writer, MemberSpec member, int index, string word, bool wide)
    {
        writer.Open($"{word} (json.NameIs({SourceFile.Utf8(member.JsonName)}))");
        writer.Open($"if (json.{(wide ? "WideMember" : "Member")}({index}))");
        if (member.Sensitive)
            writer.Line("json.Conceal();");
        WriteValue(writer, member.Value, member.Constraints, Rule(member));
        if (member.Sensitive)
            writer.Line("json.Reveal();");
        writer.Close().Close();
    }

    /// <summary>The static rules that the texts of a record are held to.</summary>
    public static void WriteRules(SourceWriter writer, RecordSpec record)
    {
        foreach (var member in record.Members)
        {
            if (!HasRule(member))
                continue;
            var c = member.Constraints;
            if (member.Value.IsNumber)
            {
                WriteNumberRule(writer, member);
                continue;
            }

            writer.Open($"private static readonly {SourceFile.Contracts}JsonTextRule {Rule(member)} = new()");
            if (c.MinLength is { } least)
                writer.Line($"MinLength = {least},");
            if (c.MaxLength is { } most)
                writer.Line($"MaxLength = {most},");
            if (c.Pattern is { } pattern)
            {
                writer.Line($"Pattern = {SourceFile.Literal(pattern)},");
                writer.Line($"Matcher = {SourceFile.Contracts}JsonTextRule.Whole({SourceFile.Literal(pattern)}),");
            }

            if (c.Allowed.Count > 0)
                writer.Line($"Allowed = [{string.Join(", ", c.Allowed.Select(SourceFile.Literal))}],");
            if (c.Denied.Count > 0)
                writer.Line($"Denied = [{string.Join(", ", c.Denied.Select(SourceFile.Literal))}],");
            if (c.Format.Length > 0)
                writer.Line($"Format = {SourceFile.Contracts}JsonTextFormat.{c.Format},");
            writer.Close(";").Line();
        }
    }

    private static void WriteNumberRule(SourceWriter writer, MemberSpec member)
    {
        var c = member.Constraints;
        writer.Open($"private static readonly {SourceFile.Contracts}JsonNumberRule {Rule(member)} = new()");
        if (c.MinimumIsExclusive)
            writer.Line($"Above = {c.Minimum}M,");
        if (c.MaximumIsExclusive)
            writer.Line($"Below = {c.Maximum}M,");
        if (c.Allowed.Count > 0)
            writer.Line($"Allowed = [{string.Join(", ", c.Allowed.Select(n => n + "M"))}],");
        if (c.Denied.Count > 0)
            writer.Line($"Denied = [{string.Join(", ", c.Denied.Select(n => n + "M"))}],");
        writer.Close(";").Line();
    }

    /// <summary>The check of one value.</summary>
    public static void WriteValue(SourceWriter writer, ValueSpec value, ConstraintSpec constraints, string rule)
    {
        if (value.Nullable)
            writer.Open("if (!json.IsNull)");
        switch (value.Shape)
        {
            case ValueShape.List:
                WriteContainer(writer, value, constraints, "Array", "Item");
                break;
            case ValueShape.Map:
                WriteContainer(writer, value, constraints, "Map", "Entry");
                break;
            default:
                writer.Line(Check(value, constraints, rule));
                if (value.IsNumber && constraints.HasNumberRule)
                    writer.Line($"json.Fits({rule});");
                break;
        }

        if (value.Nullable)
            writer.Close();
    }

    private static void WriteContainer(SourceWriter writer, ValueSpec value, ConstraintSpec constraints, string container, string item)
    {
        writer.Open($"if (json.Begin{container}())");
        writer.Open($"while (json.Next{item}())");
        var unique = constraints.Unique || value.IsSet;
        if (unique)
            writer.Line("json.UniqueItem();");
        WriteValue(writer, value.Element!, ConstraintSpec.None, AnyText);
        writer.Close().Line();
        writer.Line($"json.End{(unique ? "Unique" : "")}{container}({constraints.MinLength ?? 0}, {(constraints.MaxLength is { } most ? most.ToString(CultureInfo.InvariantCulture) : "int.MaxValue")});");
        writer.Close();
    }

    private static string Check(ValueSpec value, ConstraintSpec c, string rule) => value.Shape switch
    {
        ValueShape.Text => $"json.Text({rule});",
        ValueShape.Boolean => "json.Boolean();",
        ValueShape.Integer => $"json.Integer({c.Minimum ?? value.Least}, {c.Maximum ?? value.Greatest});",
        ValueShape.Unsigned => $"json.Unsigned({c.Minimum ?? value.Least}, {c.Maximum ?? value.Greatest});",
        ValueShape.Single => $"json.Single({Bound(c.Minimum, "D", "double.MinValue")}, {Bound(c.Maximum, "D", "double.MaxValue")});",
        ValueShape.Double => $"json.Number({Bound(c.Minimum, "D", "double.MinValue")}, {Bound(c.Maximum, "D", "double.MaxValue")});",
        ValueShape.Decimal => $"json.Number({Bound(c.Minimum, "M", "decimal.MinValue")}, {Bound(c.Maximum, "M", "decimal.MaxValue")});",
        ValueShape.Enum => $"json.Choice({ChoiceEmitter.Names(value)});",
        ValueShape.Date => "json.Date();",
        ValueShape.Time => "json.Time();",
        ValueShape.Instant => "json.Instant();",
        ValueShape.Guid => "json.Guid();",
        ValueShape.Duration => "json.Duration();",
        ValueShape.Uri => "json.Uri();",
        ValueShape.Record => $"{SourceFile.Contracts}JsonData.Validate<{value.Type}>(ref json);",
        _ => "json.Any();",
    };

    public const string AnyText = SourceFile.Contracts + "JsonTextRule.Any";

    private static string Bound(string? text, string suffix, string otherwise) => text is null ? otherwise : text + suffix;

    private static bool HasRule(MemberSpec member) => member.Value.IsNumber ? member.Constraints.HasNumberRule : member.Value.Shape == ValueShape.Text && member.Constraints != ConstraintSpec.None;

    private static string Rule(MemberSpec member) => HasRule(member) ? member.ClrName + "Rule" : AnyText;
}
