using System.Runtime.CompilerServices;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Episodes;

/// <summary>
/// Reads the result files of tau2-bench: one JSON object with <c>info</c> and <c>simulations</c>, compressed by gzip or not. A simulation becomes an episode: its task from <c>task_id</c>, its
/// run from <c>trial</c>, its reward from <c>reward_info.reward</c>, its agent from <c>info.agent_info.llm</c>. A reply is an error when its member <c>error</c> says so or, where that
/// member is missing, when its content starts with <c>Error</c>. Nothing is stripped from what was said. The recordings name no contract, so none is compared.
/// Simulations that cannot be taken come back as <see cref="Quarantined"/> with their number in the file; a file that is cut short gives the simulations before the cut. One file is held at a time.
/// </summary>
/// <param name="domain">The domain that the simulations belong to.</param>
public sealed class Tau2Reader(DomainManifest domain)
{
    /// <summary>The largest file that is read, in decompressed bytes.</summary>
    public const int LargestFile = 1024 * 1024 * 1024;

    private readonly Tau2Simulation _simulation = new(domain);

    /// <summary>Reads one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="EpisodeSourceException">There is no such file, or it may not be read.</exception>
    public async IAsyncEnumerable<EpisodeRead> ReadAsync(string file, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var (bytes, problem) = await LoadAsync(file, ct).ConfigureAwait(false);
        var (agent, simulations, malformed) = Tau2File.Split(bytes.Span);
        for (var i = 0; i < simulations.Count; i++)
        {
            ct.ThrowIfCancellationRequested();
            yield return _simulation.Read(bytes[simulations[i]], agent, new Place(file, i + 1));
        }

        if ((problem ?? malformed) is { } reason)
            yield return EpisodeRead.Refused(new Place(file, simulations.Count + 1), reason);
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, string? Problem)> LoadAsync(string file, CancellationToken ct)
    {
        await using var input = InputFile.Open(file);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        string? problem = null;
        try
        {
            for (int read; (read = await input.Content.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0;)
            {
                if (content.Length + read > LargestFile)
                {
                    problem = $"The file holds more than {LargestFile / 1024 / 1024} MiB; the rest was not read.";
                    break;
                }

                content.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException e)
        {
            problem = $"The compressed file is damaged from here on ({Shown.Of(e.Message)}); what came before was taken.";
        }

        if (problem is null && input.CutShort(content.Length))
            problem = "The compressed file is cut short here; what came before was taken.";
        return (content.GetBuffer().AsMemory(0, (int)content.Length), problem);
    }
}

/// <summary>Finds the simulations in a file without building any of them.</summary>
internal static class Tau2File
{
    /// <summary>The agent's name, where each simulation lies, and what is wrong with the file; null when nothing is.</summary>
    public static (string Agent, List<Range> Simulations, string? Problem) Split(ReadOnlySpan<byte> utf8)
    {
        var simulations = new List<Range>();
        var agent = "";
        var found = false;
        var offset = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(utf8[offset..], new JsonReaderOptions { MaxDepth = 128 });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return (agent, simulations, "It is no JSON object with simulations.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isInfo = reader.ValueTextEquals("info"u8);
                var isSimulations = reader.ValueTextEquals("simulations"u8);
                reader.Read();
                if (isSimulations && reader.TokenType == JsonTokenType.StartArray)
                {
                    found = true;
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        var start = offset + (int)reader.TokenStartIndex;
                        reader.Skip();
                        simulations.Add(start..(offset + (int)reader.BytesConsumed));
                    }
                }
                else if (isInfo)
                {
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    agent = Agent(utf8[offset..][start..(int)reader.BytesConsumed]);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (JsonException e)
        {
            return (agent, simulations, $"The file is no JSON from here on ({Shown.Of(e.Message)}); what came before was taken.");
        }

        return (agent, simulations, found ? null : "It is no JSON object with simulations.");
    }

    private static string Agent(ReadOnlySpan<byte> info)
    {
        var reader = new Utf8JsonReader(info, new JsonReaderOptions { MaxDepth = 128 });
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("agent_info", out var agent) && agent.ValueKind == JsonValueKind.Object
            && agent.TryGetProperty("llm", out var llm) && llm.ValueKind == JsonValueKind.String
                ? llm.GetString()!
                : "";
    }
}
