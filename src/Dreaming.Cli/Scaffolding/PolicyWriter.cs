using System.Text;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Writes a first invariant for each tool that changes the world.</summary>
internal static class PolicyWriter
{
    public static string Write(string domainNamespace, IReadOnlyList<ToolModel> tools)
    {
        var text = new StringBuilder($$"""
            using System.Buffers;
            using System.Text;
            using Dreaming.Contracts;

            namespace {{domainNamespace}};

            /// <summary>The same change is not made twice.</summary>
            [Policy]
            public static partial class WritePolicy
            {

            """.ReplaceLineEndings("\n"));
        foreach (var tool in tools.Where(t => t.Effect == "Write"))
        {
            var (name, id) = (tool.Record.Name, string.Join('-', tool.Name.Split('_', StringSplitOptions.RemoveEmptyEntries)));
            text.Append($$"""
                    [Invariant("{{id}}-once", Harm.Minor, Because = "A change that was made is not made again.")]
                    public static bool {{name}}Once({{name}} call, Trajectory trajectory) => trajectory.Succeeded<{{name}}>().All(made => Text(made.Call) != Text(call));


                """.ReplaceLineEndings("\n"));
        }

        return text.Append("""
                private static string Text<T>(T call)
                    where T : class, IToolRecord<T>
                {
                    var buffer = new ArrayBufferWriter<byte>();
                    using (var writer = new Utf8JsonWriter(buffer))
                        T.Contract.WriteCall(writer, call);
                    return Encoding.UTF8.GetString(buffer.WrittenSpan);
                }
            }

            """.ReplaceLineEndings("\n")).ToString();
    }
}
