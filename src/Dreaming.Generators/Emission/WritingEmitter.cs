using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes how values become JSON.</summary>
internal static class WritingEmitter
{
    /// <summary>The writer of a record.</summary>
    public static void WriteRecord(SourceWriter writer, RecordSpec record)
    {
        writer.Open($"public static void WriteMembers({SourceFile.Json}Utf8JsonWriter writer, {record.Type.FullName} value)");
        foreach (var member in record.Members)
        {
            if (!member.Value.Nullable)
            {
                writer.Line($"writer.WritePropertyName({SourceFile.Utf8(member.JsonName)});");
                WriteValue(writer, member.Value, $"value.{SourceFile.Name(member.ClrName)}", 0);
                continue;
            }

            // The local is named after its member: what a condition declares is in scope until the method ends.
            writer.Open($"if (value.{SourceFile.Name(member.ClrName)} is {{ }} {Local(member)})");
            writer.Line($"writer.WritePropertyName({SourceFile.Utf8(member.JsonName)});");
            WriteValue(writer, member.Value with { Nullable = false }, Local(member), 0);
            writer.Close();
            if (member.AlwaysWritten)
                writer.Open("else").Line($"writer.WriteNull({SourceFile.Utf8(member.JsonName)});").Close();
        }

        writer.Close();
    }

    /// <summary>The statements that write a value.</summary>
    /// <param name="writer">Receives the code.</param>
    /// <param name="value">The value.</param>
    /// <param name="source">The expression that gives the value.</param>
    /// <param name="depth">How many loops stand around the statements.</param>
    public static void WriteValue(SourceWriter writer, ValueSpec value, string source, int depth)
    {
        if (value.Nullable)
        {
            writer.Open($"if ({source} is {{ }} some{depth})");
            WriteValue(writer, value with { Nullable = false }, $"some{depth}", depth + 1);
            writer.Close().Open("else").Line("writer.WriteNullValue();").Close();
            return;
        }

        switch (value.Shape)
        {
            case ValueShape.List:
                WriteList(writer, value, source, depth);
                break;
            case ValueShape.Map:
                WriteMap(writer, value, source, depth);
                break;
            case ValueShape.Any:
                writer.Open($"if ({source}.ValueKind == {SourceFile.Json}JsonValueKind.Undefined)").Line("writer.WriteNullValue();").Close();
                writer.Open("else").Line($"{source}.WriteTo(writer);").Close();
                break;
            default:
                writer.Line(Statement(value, source));
                break;
        }
    }

    private static string Statement(ValueSpec value, string source) => value.Shape switch
    {
        ValueShape.Text or ValueShape.Guid => $"writer.WriteStringValue({source});",
        ValueShape.Boolean => $"writer.WriteBooleanValue({source});",
        ValueShape.Record => $"{SourceFile.Contracts}JsonData.Write<{value.Type}>(writer, {source});",
        ValueShape.Enum or ValueShape.Date or ValueShape.Time or ValueShape.Instant or ValueShape.Duration or ValueShape.Uri => $"writer.WriteStringValue({WordsEmitter.Value(value, source, 0)});",
        _ => $"writer.WriteNumberValue({source});",
    };

    private static void WriteList(SourceWriter writer, ValueSpec value, string source, int depth)
    {
        var items = WordsEmitter.Items(value, source);
        writer.Line("writer.WriteStartArray();");
        writer.Open($"foreach (var item{depth} in {items})");
        WriteValue(writer, value.Element!, $"item{depth}", depth + 1);
        writer.Close();
        writer.Line("writer.WriteEndArray();");
    }

    // Ordered, so that equal dictionaries are equal text.
    private static void WriteMap(SourceWriter writer, ValueSpec value, string source, int depth)
    {
        writer.Line("writer.WriteStartObject();");
        writer.Open($"foreach (var entry{depth} in global::System.Linq.Enumerable.OrderBy({source}, static entry => entry.Key, global::System.StringComparer.Ordinal))");
        writer.Line($"writer.WritePropertyName(entry{depth}.Key);");
        WriteValue(writer, value.Element!, $"entry{depth}.Value", depth + 1);
        writer.Close();
        writer.Line("writer.WriteEndObject();");
    }

    private static string Local(MemberSpec member) => char.ToLowerInvariant(member.ClrName[0]) + member.ClrName.Substring(1) + "Value";
}
