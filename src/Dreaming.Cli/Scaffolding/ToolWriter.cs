using System.Text;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Writes a tool with the data that it brings.</summary>
internal static class ToolWriter
{
    public static string Write(string domainNamespace, ToolModel tool)
    {
        var text = new StringBuilder($"namespace {domainNamespace};\n\n");
        var effect = tool.Effect == "Read" ? "" : $", Effect = Effect.{tool.Effect}";
        text.Append($"[Tool({CSharpText.Literal(tool.Name)}, {Description(tool.Declared.Description)}{effect})]\n");
        Record(text, tool.Record, $" : ITool<{tool.Result}>");
        foreach (var type in tool.Beside)
        {
            text.Append('\n');
            if (type is EnumModel choices)
            {
                Enum(text, choices);
                continue;
            }

            if (type is UnionModel union)
            {
                Union(text, union);
                continue;
            }

            var record = (RecordModel)type;
            Summary(text, record.Description);
            text.Append("[Data]\n");
            Record(text, record, record.Base is { } whole ? $" : {whole}" : "");
        }

        return text.ToString();
    }

    private static void Record(StringBuilder text, RecordModel record, string implements)
    {
        text.Append($"public sealed partial record {record.Name}");
        if (record.Members.Count > 0)
            text.Append("(\n").AppendJoin(",\n", record.Members.Select(Member)).Append(')');
        text.Append(implements).Append(";\n");
    }

    private static void Summary(StringBuilder text, string description)
    {
        if (description.Length > 0)
            text.Append($"/// <summary>{CSharpText.Comment(description)}</summary>\n");
    }

    private static void Union(StringBuilder text, UnionModel union)
    {
        Summary(text, union.Description);
        text.Append($"[Data]\n[JsonPolymorphic(TypeDiscriminatorPropertyName = {CSharpText.Literal(union.Discriminator)})]\n");
        foreach (var (type, tag) in union.Cases)
            text.Append($"[JsonDerivedType(typeof({type}), {CSharpText.Literal(tag)})]\n");
        text.Append($"public abstract partial record {union.Name};\n");
    }

    private static string Member(MemberModel member)
    {
        var attributes = member.Attributes.Count == 0 ? "" : $"[{string.Join(", ", member.Attributes)}] ";
        var target = member.Target is null ? "" : $"[{member.Target}] ";
        var value = member.Default is null ? "" : $" = {member.Default}";
        return $"    {attributes}{target}{member.Type} {CSharpText.Identifier(member.Name)}{value}";
    }

    private static void Enum(StringBuilder text, EnumModel choices)
    {
        text.Append($"public enum {choices.Name}\n{{\n");
        foreach (var (name, json) in choices.Members)
            text.Append(name == json ? "    " : $"    [JsonStringEnumMemberName({CSharpText.Literal(json)})]\n    ").Append(CSharpText.Identifier(name)).Append(",\n");
        text.Append("}\n");
    }

    // Several lines stand as several lines, where nothing in them needs an escape.
    private static string Description(string description)
    {
        var lines = description.ReplaceLineEndings("\n").Trim().Split('\n').Select(l => l.TrimEnd()).ToList();
        if (lines.Count == 1 || description.Contains("\"\"\"", StringComparison.Ordinal) || description.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            return CSharpText.Literal(CSharpText.OneLine(description));
        return "\"\"\"\n" + string.Concat(lines.Select(l => l.Length == 0 ? "\n" : $"    {l}\n")) + "    \"\"\"";
    }
}
