using System.Text;
using Dreaming.Cli.Hosting;
using ModelContextProtocol.Client;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Asks a server of the Model Context Protocol for its tools, over its standard streams.</summary>
internal static class McpToolSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="command">The command that starts the server, with its arguments; quotes keep words together.</param>
    /// <param name="cancellationToken">Stops the server.</param>
    /// <exception cref="CliException">The server does not start, does not answer, or has no tools.</exception>
    public static async Task<IReadOnlyList<ToolDeclaration>> ReadAsync(string command, CancellationToken cancellationToken)
    {
        var words = Words(command);
        if (words.Count == 0)
            throw new CliException("mcp: names no command. Give the command that starts the server, for example \"mcp:npx my-server\".");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var transport = new StdioClientTransport(new StdioClientTransportOptions { Name = words[0], Command = words[0], Arguments = [.. words.Skip(1)], StandardErrorLines = static _ => { } });
            var client = await McpClient.CreateAsync(transport, cancellationToken: patience.Token).ConfigureAwait(false);
            await using (client.ConfigureAwait(false))
            {
                var tools = await client.ListToolsAsync(cancellationToken: patience.Token).ConfigureAwait(false);
                return tools.Count > 0
                    ? [.. tools.Select(Declared).OrderBy(t => t.Name, StringComparer.Ordinal)]
                    : throw new CliException($"The server `{command}` offers no tools. Give the command of a server that does.");
            }
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CliException($"The server `{command}` did not answer within {Patience.TotalSeconds:0} s. Start it by hand to see what it waits for.", ExitCode.BadInput, error);
        }
        catch (Exception error) when (error is not OperationCanceledException and not CliException)
        {
            throw new CliException($"The server `{command}` cannot be asked for its tools: {FirstLine(error)} Start it by hand to see why.", ExitCode.BadInput, error);
        }
    }

    /// <summary>The words of a command line; single or double quotes keep words together.</summary>
    public static IReadOnlyList<string> Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, open) = ('\0', false);
        foreach (var c in command)
        {
            if (quote != '\0' ? c == quote : c is '"' or '\'')
                (quote, open) = (quote != '\0' ? '\0' : c, true);
            else if (quote == '\0' && char.IsWhiteSpace(c))
                End();
            else
                word.Append(c);
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0 || open)
                words.Add(word.ToString());
            word.Clear();
            open = false;
        }
    }

    private static ToolDeclaration Declared(McpClientTool tool) => new(tool.Name, tool.ProtocolTool.Description ?? "", tool.ProtocolTool.InputSchema)
    {
        Result = tool.ProtocolTool.OutputSchema ?? default,
        Changes = tool.ProtocolTool.Annotations?.ReadOnlyHint is { } readOnly ? !readOnly : null,
    };

    private static string FirstLine(Exception error) => error.Message.Split('\n')[0].Trim().TrimEnd('.') + ".";
}
