using System;
using System.Globalization;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the checks of values.</summary>
internal static class ValidationEmitter
{
    // So many members of an object are marked in one word.
    private const int WordBits = 64;

    /// <summary>The whole validator of a record.</summary>
    public static void WriteRecord(SourceWriter writer, RecordSpec record)
    {
        writer.Open($"public static void Validate(ref {SourceFile.Contracts}JsonValidation json)");
        if (record.Predicates.Count > 0)
            writer.Line("var before = json.Mark();");
        writer.Line("if (!json.BeginObject(Members))").Indent().Line("return;").Unindent();
        if (record.Members.Count == 0)
        {
            writer.Line("json.NextMember(Members, out _);");
        }
        else
        {
            writer.Open("while (json.NextMember(Members, out var member))").Open("switch (member)");
            for (var i = 0; i < record.Members.Count; i++)
                WriteMember(writer, record.Members[i], i);
            writer.Close().Close().Line();
        }

        writer.Line("json.EndObject(Members);");
        if (record.Predicates.Count > 0)
            writer.Line("json.Holds(before, Predicates);");
        writer.Close();
    }

    /// <summary>The names of a record's members, and which of them must be there.</summary>
    public static void WriteMembers(SourceWriter writer, RecordSpec record)
    {
        var required = new ulong[Math.Max(1, (record.Members.Count + WordBits - 1) / WordBits)];
        for (var i = 0; i < record.Members.Count; i++)
            required[i / WordBits] |= record.Members[i].Required ? 1UL << (i % WordBits) : 0UL;
        var names = string.Join(", ", record.Members.Select(m => SourceFile.Literal(m.JsonName)));
        var words = string.Join(", ", required.Select(w => $"0x{w.ToString("X", CultureInfo.InvariantCulture)}UL"));
        writer.Line($"private static readonly {SourceFile.Contracts}JsonMembers Members = new([{names}], required: [{words}]);").Line();
    }

    private static void WriteMember(SourceWriter writer, MemberSpec member, int index)
    {
        writer.Line($"case {index}: // {SourceFile.Literal(member.JsonName)}").Indent();
        if (member.Sensitive)
            writer.Line("json.Conceal();");
        WriteValue(writer, member.Value, member.Constraints, Rule(member), Range(member));
        if (member.Sensitive)
            writer.Line("json.Reveal();");
        writer.Line("break;").Unindent();
    }

    /// <summary>The predicates across a record's members.</summary>
    public static void WritePredicates(SourceWriter writer, RecordSpec record)
    {
        if (record.Predicates.Count == 0)
            return;
        writer.Line($"private static readonly {SourceFile.Immutable}ImmutableArray<{SourceFile.Contracts}RecordPredicate<{record.Type.FullName}>> Predicates =").Line("[").Indent();
        foreach (var p in record.Predicates)
            writer.Line($"new({SourceFile.Literal(p.Id)}, {SourceFile.Literal(p.Because)}, static record => record.{SourceFile.Name(p.Method)}()),");
        writer.Unindent().Line("];").Line();
    }

    /// <summary>The static rules that the members of a record are held to.</summary>
    public static void WriteRules(SourceWriter writer, RecordSpec record)
    {
        foreach (var member in record.Members)
        {
            if (HasRange(member))
                writer.Line($"private static readonly {SourceFile.Contracts}JsonDecimalRange {Range(member)} = new({Bound(member.Constraints.Minimum, "M", "decimal.MinValue")}, {Bound(member.Constraints.Maximum, "M", "decimal.MaxValue")});").Line();
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

    /// <summary>The check of one value that nothing but its type constrains.</summary>
    public static void WriteValue(SourceWriter writer, ValueSpec value) => WriteValue(writer, value, ConstraintSpec.None, AnyText, AnyDecimal);

    private static void WriteValue(SourceWriter writer, ValueSpec value, ConstraintSpec constraints, string rule, string range)
    {
        if (value.Nullable)
            writer.Open("if (!json.IsNull())");
        switch (value.Shape)
        {
            case ValueShape.List:
                WriteContainer(writer, value, constraints, "Array", "Item");
                break;
            case ValueShape.Map:
                WriteContainer(writer, value, constraints, "Map", "Entry");
                break;
            default:
                writer.Line(Check(value, constraints, rule, range));
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
        WriteValue(writer, value.Element!);
        writer.Close().Line();
        writer.Line($"json.End{(unique ? "Unique" : "")}{container}({constraints.MinLength ?? 0}, {(constraints.MaxLength is { } most ? most.ToString(CultureInfo.InvariantCulture) : "int.MaxValue")});");
        writer.Close();
    }

    private static string Check(ValueSpec value, ConstraintSpec c, string rule, string range) => value.Shape switch
    {
        ValueShape.Text => $"json.Text({rule});",
        ValueShape.Boolean => "json.Boolean();",
        ValueShape.Integer => $"json.Integer({c.Minimum ?? value.Least}, {c.Maximum ?? value.Greatest});",
        ValueShape.Unsigned => $"json.Unsigned({c.Minimum ?? value.Least}, {c.Maximum ?? value.Greatest});",
        ValueShape.Single => $"json.Single({Bound(c.Minimum, "D", "double.MinValue")}, {Bound(c.Maximum, "D", "double.MaxValue")});",
        ValueShape.Double => $"json.Number({Bound(c.Minimum, "D", "double.MinValue")}, {Bound(c.Maximum, "D", "double.MaxValue")});",
        ValueShape.Decimal => $"json.Number({range});",
        ValueShape.Enum => $"json.Choice({ChoiceEmitter.Choices(value)});",
        ValueShape.Date => "json.Date();",
        ValueShape.Time => "json.Time();",
        ValueShape.Instant => "json.Instant();",
        ValueShape.Guid => "json.Guid();",
        ValueShape.Duration => "json.Duration();",
        ValueShape.Uri => "json.Uri();",
        ValueShape.Record => $"{SourceFile.Contracts}JsonData.Validate<{value.Type}>(ref json);",
        _ => "json.Any();",
    };

    private const string AnyText = SourceFile.Contracts + "JsonTextRule.Any";

    private const string AnyDecimal = SourceFile.Contracts + "JsonDecimalRange.Any";

    private static string Bound(string? text, string suffix, string otherwise) => text is null ? otherwise : text + suffix;

    private static bool HasRule(MemberSpec member) => member.Value.IsNumber ? member.Constraints.HasNumberRule : member.Value.Shape == ValueShape.Text && member.Constraints != ConstraintSpec.None;

    private static bool HasRange(MemberSpec member) => member.Value.Shape == ValueShape.Decimal && (member.Constraints.Minimum ?? member.Constraints.Maximum) is not null;

    private static string Range(MemberSpec member) => HasRange(member) ? member.ClrName + "Range" : AnyDecimal;

    private static string Rule(MemberSpec member) => HasRule(member) ? member.ClrName + "Rule" : AnyText;
}
