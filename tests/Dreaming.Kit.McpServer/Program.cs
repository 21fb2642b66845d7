using System.Reflection;
using Dreaming.Kit.McpServer;
using ModelContextProtocol.Server;

// A real server over standard streams: standard output belongs to the protocol.
var options = new McpServerOptions { ServerInfo = new() { Name = "parcels", Version = "1.0" }, ToolCollection = [] };
if (!args.Contains("--no-tools"))
    foreach (var method in typeof(ParcelTools).GetMethods(BindingFlags.Public | BindingFlags.Static))
        options.ToolCollection.Add(McpServerTool.Create(method));
await using var server = McpServer.Create(new StdioServerTransport("parcels"), options);
await server.RunAsync();
