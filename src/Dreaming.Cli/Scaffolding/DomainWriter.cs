using System.Text;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Writes the files of a domain.</summary>
internal static class DomainWriter
{
    public static IReadOnlyList<(string Path, string Text)> Files(string name, string domainNamespace, IReadOnlyList<ToolModel> tools, DreamingReference references, IReadOnlyList<string> notes)
    {
        var files = new List<(string, string)>
        {
            ($"{domainNamespace}.csproj", Project(domainNamespace, references)),
            ("Domain.cs", $"[assembly: Domain({CSharpText.Literal(name)})]\n"),
        };
        files.AddRange(tools.Select(tool => ($"Tools/{tool.Record.Name}.cs", ToolWriter.Write(domainNamespace, tool))));
        files.Add(("World/World.cs", SandboxWriter.Write(domainNamespace, tools)));
        if (tools.Any(t => t.Effect == "Write"))
            files.Add(("Policy/WritePolicy.cs", PolicyWriter.Write(domainNamespace, tools)));
        files.Add(("README.md", Readme(name, tools, notes)));
        return files;
    }

    private static string Project(string domainNamespace, DreamingReference references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <RootNamespace>{domainNamespace}</RootNamespace>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", references.Items)}
            <Using Include="Dreaming" />
            <Using Include="System.Collections.Immutable" />
            <Using Include="System.ComponentModel" />
            <Using Include="System.ComponentModel.DataAnnotations" />
            <Using Include="System.Text.Json" />
            <Using Include="System.Text.Json.Serialization" />
          </ItemGroup>
        </Project>

        """.ReplaceLineEndings("\n");

    private static string Readme(string name, IReadOnlyList<ToolModel> tools, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder($"# {name}\n\nA Dreaming domain that was scaffolded from {tools.Count} {(tools.Count == 1 ? "tool" : "tools")}.\n");
        text.Append("\n## What to do next\n\n");
        text.Append("1. `World/World.cs`: give the world its state, and let each `Handle` act on it. Until then the world refuses every call.\n");
        text.Append("2. `Tools/`: declare how tools fail (`[Fails]`), give examples (`[Example]`), mark what identifies a person (`[Sensitive]`), describe results as `[Data]` records.\n");
        if (tools.Any(t => t.Effect == "Write"))
            text.Append("3. `Policy/`: say what must always hold. A first invariant for each tool that changes the world stands there: the same change is not made twice.\n");
        text.Append($"{(tools.Any(t => t.Effect == "Write") ? 4 : 3)}. Add scenarios (`[Scenario]`) and a rubric (`[Rubric]`); then `dreaming check` and `dreaming sleep`.\n");
        text.Append("\n## What could not be expressed\n\n");
        text.Append("Contracts are closed: a member that a schema does not name is refused. An optional member without a default may also be null.\n\n");
        foreach (var note in notes.Distinct(StringComparer.Ordinal))
            text.Append("- ").Append(CSharpText.Comment(note)).Append('\n');
        return text.ToString();
    }
}
