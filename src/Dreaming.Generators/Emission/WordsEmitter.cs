using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes how a person would say a value.</summary>
internal static class WordsEmitter
{
    private const string Culture = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <summary>The words for a record: the texts of its members that have a value, joined by commas.</summary>
    public static void WriteRecord(SourceWriter writer, RecordSpec record)
    {
        writer.Line($"public static string Say({record.Type.FullName} value) =>").Indent();
        writer.Line("string.Join(\", \", global::System.Linq.Enumerable.OfType<string>(new string?[]").Line("{").Indent();
        for (var i = 0; i < record.Members.Count; i++)
            writer.Line(Member(record.Members[i], "value", i) + ",");
        writer.Unindent().Line("}));").Unindent();
    }

    /// <summary>The expression for a member's words; null where it has no value.</summary>
    public static string Member(MemberSpec member, string record, int index) => member.Value.Nullable
        ? $"{record}.{SourceFile.Name(member.ClrName)} is {{ }} some{index} ? {Value(member.Value with { Nullable = false }, $"some{index}", 0)} : null"
        : Value(member.Value, $"{record}.{SourceFile.Name(member.ClrName)}", 0);

    /// <summary>The expression for the words of a value that is not null.</summary>
    public static string Value(ValueSpec value, string source, int depth) => value.Shape switch
    {
        ValueShape.Text => source,
        ValueShape.Boolean => $"({source} ? \"yes\" : \"no\")",
        ValueShape.Enum => $"{ChoiceEmitter.NameOf(value)}({source})",
        ValueShape.Date => $"{source}.ToString(\"yyyy-MM-dd\", {Culture})",
        ValueShape.Time => $"{source}.ToString(\"HH:mm:ss.FFFFFFF\", {Culture})",
        ValueShape.Instant => $"{source}.ToString(\"yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz\", {Culture})",
        ValueShape.Duration => $"{SourceFile.Contracts}JsonDuration.Text({source})",
        ValueShape.Uri => $"{SourceFile.Contracts}JsonData.UriText({source})",
        ValueShape.Guid or ValueShape.Any => $"{source}.ToString()",
        ValueShape.Record => $"{SourceFile.Contracts}JsonData.Say<{value.Type}>({source})",
        ValueShape.List => Joined(
            Items(value, source),
            $"static item{depth} => {Element(value.Element!, $"item{depth}", depth + 1)}"),
        ValueShape.Map => Joined(
            $"global::System.Linq.Enumerable.OrderBy({source}, static entry => entry.Key, global::System.StringComparer.Ordinal)",
            $"static entry{depth} => entry{depth}.Key + \" \" + {Element(value.Element!, $"entry{depth}.Value", depth + 1)}"),
        _ => $"{source}.ToString({Culture})",
    };

    /// <summary>The elements of a list as they are; those of a set in an order of their own, so that equal sets are equal text.</summary>
    public static string Items(ValueSpec value, string source)
    {
        if (value.Container == Container.ImmutableArray)
            return $"({source}.IsDefault ? [] : {source})";
        if (!value.IsSet)
            return source;
        var element = value.Element!;
        var order = element.Shape is ValueShape.Text or ValueShape.Enum or ValueShape.Uri
            ? $"static item => {Value(element, "item", 0)}, global::System.StringComparer.Ordinal"
            : "static item => item";
        return $"global::System.Linq.Enumerable.OrderBy({source}, {order})";
    }

    private static string Joined(string items, string words) =>
        $"string.Join(\", \", global::System.Linq.Enumerable.Select({items}, {words}))";

    private static string Element(ValueSpec value, string source, int depth) => value.Nullable
        ? $"({source} is {{ }} some{depth} ? {Value(value with { Nullable = false }, $"some{depth}", depth)} : \"none\")"
        : Value(value, source, depth);
}
