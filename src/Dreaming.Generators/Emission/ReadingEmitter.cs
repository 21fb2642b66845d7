using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes how values are read from valid JSON.</summary>
internal static class ReadingEmitter
{
    private const string Reader = "ref " + SourceFile.Json + "Utf8JsonReader";

    /// <summary>The reader of a record.</summary>
    public static void WriteRecord(SourceWriter writer, RecordSpec record)
    {
        writer.Open($"public static {record.Type.FullName} Read({Reader} reader)");
        foreach (var member in record.Members)
        {
            writer.Line($"{member.Value.Declared} {Local(member)} = {member.Default ?? "default"}{(member.Default is null or "default" ? "!" : "")};");
            if (IsLate(member))
                writer.Line($"var {Local(member)}Given = false;");
        }

        writer.Open($"while (reader.Read() && reader.TokenType == {SourceFile.Json}JsonTokenType.PropertyName)");
        var word = "if";
        foreach (var member in record.Members)
        {
            writer.Open($"{word} (reader.ValueTextEquals({SourceFile.Utf8(member.JsonName)}))");
            writer.Line("reader.Read();");
            writer.Line($"{Local(member)} = {Value(member.Value, "reader", 0)};");
            if (IsLate(member))
                writer.Line($"{Local(member)}Given = true;");
            writer.Close();
            word = "else if";
        }

        if (record.Members.Count == 0)
            writer.Line("reader.Skip();");
        else
            writer.Open("else").Line("reader.Skip();").Close();
        writer.Close().Line();
        WriteConstruction(writer, record);
        writer.Close();
    }

    private static void WriteConstruction(SourceWriter writer, RecordSpec record)
    {
        var arguments = string.Join(", ", record.Members.Where(m => m.Binding == Binding.Parameter).Select(Local));
        var required = string.Join(", ", record.Members.Where(m => m.Binding == Binding.Required || (m.Binding == Binding.Initializer && !IsLate(m))).Select(m => $"{SourceFile.Name(m.ClrName)} = {Local(m)}"));
        writer.Line($"var result = new {record.Type.FullName}({arguments}){(required.Length > 0 ? $" {{ {required} }}" : "")};");
        foreach (var member in record.Members.Where(IsLate))
        {
            writer.Line($"if ({Local(member)}Given)").Indent();
            writer.Line($"result = result with {{ {SourceFile.Name(member.ClrName)} = {Local(member)} }};").Unindent();
        }

        writer.Line("return result;");
    }

    /// <summary>The expression that reads the value a reader stands on.</summary>
    /// <param name="value">The value.</param>
    /// <param name="reader">The reader's name.</param>
    /// <param name="depth">How many element readers stand around the expression.</param>
    public static string Value(ValueSpec value, string reader, int depth)
    {
        if (!value.Nullable)
            return NotNull(value, reader, depth);
        return $"{reader}.TokenType == {SourceFile.Json}JsonTokenType.Null ? ({value.Declared})null : {NotNull(value, reader, depth)}";
    }

    private static string NotNull(ValueSpec value, string reader, int depth)
    {
        switch (value.Shape)
        {
            case ValueShape.Text:
                return $"{reader}.GetString()!";
            case ValueShape.Boolean:
                return $"{reader}.GetBoolean()";
            case ValueShape.Enum:
                return $"{ChoiceEmitter.Reader(value)}(ref {reader})";
            case ValueShape.Date:
                return $"global::System.DateOnly.ParseExact({reader}.GetString()!, \"yyyy-MM-dd\", global::System.Globalization.CultureInfo.InvariantCulture)";
            case ValueShape.Time:
                return $"global::System.TimeOnly.ParseExact({reader}.GetString()!, \"HH:mm:ss.FFFFFFF\", global::System.Globalization.CultureInfo.InvariantCulture)";
            case ValueShape.Instant:
                return $"{reader}.GetDateTimeOffset()";
            case ValueShape.Duration:
                return $"{SourceFile.Contracts}JsonDuration.Read(ref {reader})";
            case ValueShape.Uri:
                return $"{SourceFile.Contracts}JsonData.ReadUri(ref {reader})";
            case ValueShape.Guid:
                return $"{reader}.GetGuid()";
            case ValueShape.Record:
                return $"{SourceFile.Contracts}JsonData.Read<{value.Type}>(ref {reader})";
            case ValueShape.Any:
                return $"{SourceFile.Json}JsonElement.ParseValue(ref {reader})";
            case ValueShape.List or ValueShape.Map:
                return Collection(value, reader, depth);
            default:
                return $"{reader}.Get{value.Getter}()";
        }
    }

    private static string Collection(ValueSpec value, string reader, int depth)
    {
        var element = value.Element!;
        var item = $"item{depth}";
        var method = value.Shape == ValueShape.List ? "ReadList" : "ReadMap";
        var read = $"{SourceFile.Contracts}JsonData.{method}<{element.Declared}>(ref {reader}, static ({Reader} {item}) => {Value(element, item, depth + 1)})";
        return value.Container switch
        {
            Container.Array => $"{read}.ToArray()",
            Container.ImmutableArray => $"{SourceFile.Immutable}ImmutableArray.CreateRange({read})",
            Container.HashSet or Container.ReadOnlySet => $"new global::System.Collections.Generic.HashSet<{element.Declared}>({read})",
            Container.ImmutableHashSet => $"{SourceFile.Immutable}ImmutableHashSet.CreateRange({read})",
            Container.ImmutableDictionary => $"{SourceFile.Immutable}ImmutableDictionary.CreateRange(global::System.StringComparer.Ordinal, {read})",
            Container.ImmutableSortedDictionary => $"{SourceFile.Immutable}ImmutableSortedDictionary.CreateRange(global::System.StringComparer.Ordinal, {read})",
            _ => read,
        };
    }

    // An optional property keeps its initializer unless the JSON says otherwise.
    private static bool IsLate(MemberSpec member) => member is { Binding: Binding.Initializer, Required: false };

    private static string Local(MemberSpec member) => char.ToLowerInvariant(member.ClrName[0]) + member.ClrName.Substring(1) + "Value";
}
