using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes contracts as data.</summary>
internal static class ContractEmitter
{
    /// <summary>The contract of a record.</summary>
    public static void WriteRecord(SourceWriter writer, RecordSpec record)
    {
        writer.Line($"public static {SourceFile.Contracts}MemberContract Contract {{ get; }} = new(\"\", {Kind("Object")})").Line("{").Indent();
        writer.Line("Members =").Line("[").Indent();
        foreach (var member in record.Members)
            writer.Line(Member(member) + ",");
        writer.Unindent().Line("],");
        if (record.Predicates.Count > 0)
            writer.Line($"Predicates = [{Literals(record.Predicates.Select(p => p.Id))}],");
        writer.Unindent().Line("};").Line();
    }

    /// <summary>The expression for the contract of a value without name.</summary>
    public static string Value(ValueSpec value) => Of("", value, ConstraintSpec.None, []);

    private static string Member(MemberSpec member)
    {
        var settings = new List<string>();
        if (member.Description.Length > 0)
            settings.Add($"Description = {SourceFile.Literal(member.Description)}");
        if (!member.Required)
            settings.Add("Required = false");
        if (member.Sensitive)
            settings.Add("Sensitive = true");
        if (member.Examples.Count > 0)
            settings.Add($"Examples = [{Literals(member.Examples)}]");
        return Of(member.JsonName, member.Value, member.Constraints, settings);
    }

    private static string Of(string name, ValueSpec value, ConstraintSpec c, List<string> settings)
    {
        if (value.Nullable)
            settings.Add("Nullable = true");
        if (value.Recursive)
            return $"new {SourceFile.Contracts}MemberContract({SourceFile.Literal(name)}, {Kind("Object")}) {{ {string.Join(", ", settings.Append($"Reference = {SourceFile.Literal(value.Type.Replace("global::", "").Replace("@", ""))}").Append($"Target = static () => {SourceFile.Contracts}JsonData.Contract<{value.Type}>()"))} }}";
        if (value.Shape == ValueShape.Record)
            return $"{SourceFile.Contracts}JsonData.Contract<{value.Type}>() with {{ {string.Join(", ", settings.Prepend($"Name = {SourceFile.Literal(name)}"))} }}";
        if (c.Pattern is { } pattern)
            settings.Add($"Pattern = {SourceFile.Literal(pattern)}");
        if ((c.Minimum ?? Least(value)) is { } minimum)
            settings.Add($"Minimum = {minimum}M");
        if ((c.Maximum ?? Greatest(value)) is { } maximum)
            settings.Add($"Maximum = {maximum}M");
        if (c.MinLength is { } least)
            settings.Add($"MinLength = {least}");
        if (c.MaxLength is { } most)
            settings.Add($"MaxLength = {most}");
        if (c.Allowed.Count > 0)
            settings.Add($"Allowed = [{Literals(c.Allowed)}]");
        if (c.Denied.Count > 0)
            settings.Add($"Denied = [{Literals(c.Denied)}]");
        if (c.MinimumIsExclusive)
            settings.Add("ExclusiveMinimum = true");
        if (c.MaximumIsExclusive)
            settings.Add("ExclusiveMaximum = true");
        if (c.Format.Length > 0)
            settings.Add($"Format = {SourceFile.Contracts}JsonTextFormat.{c.Format}");
        if (c.Unique || value.IsSet)
            settings.Add("UniqueItems = true");
        if (value.Shape == ValueShape.Enum)
            settings.Add($"Allowed = {ChoiceEmitter.Names(value)}");
        if (value.Element is { } element)
            settings.Add($"Element = {Value(element)}");
        var body = settings.Count > 0 ? $" {{ {string.Join(", ", settings)} }}" : "";
        return $"new {SourceFile.Contracts}MemberContract({SourceFile.Literal(name)}, {Kind(KindOf(value.Shape))}){body}";
    }

    // The bounds of int and long say nothing to an agent; those of the small types and of zero do.
    private static string? Least(ValueSpec value) => value.Getter is "Byte" or "SByte" or "Int16" or "UInt16" or "UInt32" or "UInt64" ? value.Least : null;

    private static string? Greatest(ValueSpec value) => value.Getter is "Byte" or "SByte" or "Int16" or "UInt16" ? value.Greatest : null;

    private static string Literals(IEnumerable<string> texts) => string.Join(", ", texts.Select(SourceFile.Literal));

    private static string Kind(string kind) => SourceFile.Contracts + "ValueKind." + kind;

    private static string KindOf(ValueShape shape) => shape switch
    {
        ValueShape.Text => "String",
        ValueShape.Integer or ValueShape.Unsigned => "Integer",
        ValueShape.Single or ValueShape.Double or ValueShape.Decimal => "Number",
        ValueShape.List => "Array",
        ValueShape.Record => "Object",
        _ => shape.ToString(),
    };
}
