using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dreaming.Benchmarks.Recordings;

/// <summary>The recorded retail simulations, where they lie beside the repository. They are not part of it.</summary>
public sealed class RetailRecordings
{
    private const string ErrorPrefix = "Error: ";

    private RetailRecordings(string directory) => Directory = directory;

    /// <summary>The folder.</summary>
    public string Directory { get; }

    /// <summary>The shop as it was when each simulation began.</summary>
    public string ShopPath => Path.Combine(Directory, "db.json.gz");

    /// <summary>Where the recordings are looked for: <c>../shared/data/retail</c> as seen from the repository's root, or from the current folder where the program lies outside of it.</summary>
    public static string ExpectedDirectory => Path.GetFullPath(Path.Combine(RepositoryRoot() ?? Environment.CurrentDirectory, "..", "shared", "data", "retail"));

    /// <summary>The recordings; null when they are not there.</summary>
    public static RetailRecordings? Find()
    {
        var recordings = new RetailRecordings(ExpectedDirectory);
        return File.Exists(recordings.ShopPath) ? recordings : null;
    }

    /// <summary>All simulations, file by file in ordinal order.</summary>
    /// <exception cref="InvalidDataException">A file is not what the recordings' description says.</exception>
    public async IAsyncEnumerable<RecordedSimulation> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var path in System.IO.Directory.GetFiles(Path.Combine(Directory, "trajectories"), "*.json.gz").Order(StringComparer.Ordinal))
        {
            await using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
            foreach (var simulation in document.RootElement.GetProperty("simulations").EnumerateArray())
            {
                ct.ThrowIfCancellationRequested();
                yield return Read(Path.GetFileName(path), simulation);
            }
        }
    }

    private static RecordedSimulation Read(string file, JsonElement simulation)
    {
        var id = simulation.GetProperty("id").GetString()!;
        var calls = new Dictionary<string, (string Tool, RawJson Arguments, bool ByAgent)>(StringComparer.Ordinal);
        var events = ImmutableArray.CreateBuilder<TrajectoryEvent>();
        var recorded = ImmutableArray.CreateBuilder<RecordedCall>();
        foreach (var message in simulation.GetProperty("messages").EnumerateArray())
        {
            var role = message.GetProperty("role").GetString();
            var content = Text(message, "content");
            if (role == "tool")
            {
                var callId = message.GetProperty("id").GetString()!;
                if (!calls.TryGetValue(callId, out var call))
                    throw new InvalidDataException($"{file}, simulation {id}: the answer {callId} belongs to no call.");
                if (!call.ByAgent)
                    continue;
                var isError = message.TryGetProperty("error", out var error) ? error.ValueKind == JsonValueKind.True : content.StartsWith("Error", StringComparison.Ordinal);
                var bare = isError && content.StartsWith(ErrorPrefix, StringComparison.Ordinal) ? content[ErrorPrefix.Length..] : content;
                events.Add(new ToolReplied(callId, call.Tool, isError ? ReplyOutcome.Refused : ReplyOutcome.Result, bare));
                recorded.Add(new(recorded.Count, call.Tool, call.Arguments, bare, isError));
                continue;
            }

            if (content.Length > 0)
                events.Add(role == "user" ? new UserSaid(content) : new AgentSaid(content));
            foreach (var call in ToolCalls(message))
            {
                var callId = call.GetProperty("id").GetString()!;
                var byAgent = Text(call, "requestor") != "user";
                var tool = call.GetProperty("name").GetString()!;
                var arguments = new RawJson(call.GetProperty("arguments").GetRawText());
                calls[callId] = (tool, arguments, byAgent);
                if (byAgent)
                    events.Add(new ToolCalled(callId, tool, arguments));
            }
        }

        events.Add(new Ended(EndReason.Unknown, Detail: Text(simulation, "termination_reason")));
        var reward = simulation.GetProperty("reward_info").GetProperty("reward").GetDouble();
        return new(file, id, Text(simulation, "task_id"), simulation.GetProperty("trial").GetInt32(), reward, new(events.ToImmutable()), recorded.ToImmutable());
    }

    private static IEnumerable<JsonElement> ToolCalls(JsonElement message) =>
        message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array ? calls.EnumerateArray() : [];

    private static string Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string? RepositoryRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Dreaming.sln")) || Path.Exists(Path.Combine(at.FullName, ".git")))
                return at.FullName;
        return null;
    }
}
