using System.Text;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Writes a world that refuses every call, with a place for each tool.</summary>
internal static class SandboxWriter
{
    public static string Write(string domainNamespace, IReadOnlyList<ToolModel> tools)
    {
        var text = new StringBuilder($$"""
            namespace {{domainNamespace}};

            /// <summary>The world that the tools act on. It has no state yet and refuses every call; keep its state in immutable collections, so that a fork costs nothing.</summary>
            [Sandbox]
            public sealed partial class World : ISandbox<World>
            {
                public static World Open(WorldOptions options) => new();

                public World Fork() => new();

            """.ReplaceLineEndings("\n"));
        foreach (var tool in tools)
        {
            text.Append('\n');
            foreach (var refusal in tool.Declared.Refuses)
                text.Append($"    // Refuses: {CSharpText.Remark(refusal)}\n");
            text.Append($"    public ToolOutcome<{tool.Result}> Handle({tool.Record.Name} call) => Unanswered({CSharpText.Literal(tool.Name)});\n");
        }

        return text.Append("\n    private static Refusal Unanswered(string tool) => new($\"This world does not answer {tool}.\");\n}\n").ToString();
    }
}
