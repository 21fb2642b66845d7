using Dreaming.Cli.Hosting;
using Dreaming.Generators.Parsing;

namespace Dreaming.Cli.Scaffolding;

/// <summary>A domain that was written from somebody else's tools.</summary>
/// <param name="Files">Each file's path in the domain's folder, with its text.</param>
/// <param name="Notes">What could not be expressed, sentence by sentence.</param>
/// <param name="Tools">How many tools there are.</param>
internal sealed record Scaffold(IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<string> Notes, int Tools)
{
    /// <summary>Writes a domain.</summary>
    /// <param name="declarations">The tools.</param>
    /// <param name="name">The domain's name in kebab-case.</param>
    /// <param name="references">How the project refers to Dreaming.</param>
    public static Scaffold Of(IReadOnlyList<ToolDeclaration> declarations, string name, DreamingReference references)
    {
        var domainNamespace = Naming.Pascal(name) is var pascal && pascal is "Dreaming" or "System" or "Microsoft" ? pascal + "Desk" : pascal;
        var notes = new List<string>();
        var tools = Models(declarations, new TypeNames(domainNamespace), notes);
        return new Scaffold(DomainWriter.Files(name, domainNamespace, tools, references, notes), [.. notes.Distinct(StringComparer.Ordinal)], tools.Count);
    }

    private static List<ToolModel> Models(IReadOnlyList<ToolDeclaration> declarations, TypeNames names, List<string> notes)
    {
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        // Tools keep the plain names; what stands beside them gives way.
        var named = declarations.Select(d => (Declared: d, Type: names.Take(Naming.Pascal(d.Name), Naming.Pascal(d.Name) + "Call"))).ToList();
        return [.. named.Select(tool => Model(tool.Declared, tool.Type, names, shared, taken, notes))];
    }

    private static ToolModel Model(ToolDeclaration declared, string type, TypeNames names, Dictionary<string, string> shared, HashSet<string> taken, List<string> notes)
    {
        var name = SnakeName(declared.Name);
        if (!taken.Add(name))
            throw new CliException($"Two tools are called '{name}'. Rename one of them in the list.");
        if (name != declared.Name)
            notes.Add($"{declared.Name}: it is called '{name}' here, since the names of tools are snake_case of at most 64 characters.");
        if (string.IsNullOrWhiteSpace(declared.Description))
        {
            notes.Add($"{name}: it has no description; its name stands for one. Write one, since agents choose tools by it.");
            var phrase = Naming.Phrase(type);
            declared = declared with { Description = char.ToUpperInvariant(phrase[0]) + phrase[1..] + "." };
        }

        if (declared.Changes is null)
            notes.Add($"{name}: nothing says whether it changes the world, so it was taken for a tool that only reads; set Effect where it does more.");
        var beside = new List<TypeModel>();
        var parameters = new SchemaReader(name, declared.Parameters, names, shared, beside, notes);
        var record = new RecordModel(type, declared.Description, parameters.Members(declared.Parameters, type, ""));
        var result = "string";
        if (declared.Result.ValueKind == System.Text.Json.JsonValueKind.Object)
        {
            var value = new SchemaReader(name + " (result)", declared.Result, names, shared, beside, notes).Value(declared.Result, type, type + "Result", "");
            result = value.Type + (value.Nullable ? "?" : "");
        }
        else
        {
            notes.Add($"{name}: nothing says what it returns, so its result is text; replace ITool<string> by what it returns.");
        }

        return new ToolModel(declared, name, declared.Changes is true ? "Write" : "Read", record, result) { Beside = beside };
    }

    private static string SnakeName(string name)
    {
        if (Naming.IsSnake(name))
            return name;
        var snake = Naming.Snake(new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]));
        if (snake.Length == 0 || !char.IsAsciiLetterLower(snake[0]))
            snake = "tool_" + snake;
        return snake.Length > 64 ? snake[..64] : snake;
    }
}
