using System.Text.Json;
using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Episodes;

/// <summary>One episode as one JSON object.</summary>
internal sealed class EpisodeFormat(DomainManifest domain)
{
    private readonly RecordedCalls _calls = new(domain);

    public static void Write(Utf8JsonWriter writer, Episode episode)
    {
        writer.WriteStartObject();
        writer.WriteString("id", episode.Id);
        writer.WriteString("domain", episode.Domain);
        if (episode.ContractHash is { } contract)
            writer.WriteString("contract", contract);
        writer.WriteString("task", episode.TaskId);
        writer.WriteNumber("trial", episode.Trial);
        writer.WriteString("agent", episode.Agent);
        if (episode.Reward is { } reward)
            writer.WriteNumber("reward", reward);
        if (episode.Trajectory.Events is [.., Ended end])
        {
            writer.WritePropertyName("end");
            JsonSerializer.Serialize(writer, end, TranscriptJson.Options);
        }

        writer.WritePropertyName("messages");
        JsonSerializer.Serialize(writer, ChatTranscript.ToMessages(episode.Trajectory), TranscriptJson.Options);
        writer.WriteEndObject();
    }

    public EpisodeRead Read(ReadOnlyMemory<byte> line, Place place)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement, place);
        }
        catch (JsonException e)
        {
            return EpisodeRead.Refused(place, $"It is no JSON that an episode can be read from: {Shown.Of(e.Message)}");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return EpisodeRead.Refused(place, $"It cannot be read as an episode: {Shown.Of(e.Message)}.");
        }
    }

    private EpisodeRead Read(JsonElement json, Place place)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException("it is no JSON object");
        var named = Text(json, "domain") ?? throw new FormatException("it names no domain");
        if (named != domain.Name)
            return EpisodeRead.Refused(place, $"It belongs to the domain '{Shown.Of(named)}', not to '{domain.Name}'.");
        var contract = Text(json, "contract");
        if (contract is not null && contract != domain.ContractHash)
            return EpisodeRead.Refused(place, $"It was recorded under the contract {Shown.Of(contract)}; the domain now has {domain.ContractHash}. Record it again.");
        var task = Text(json, "task") ?? throw new FormatException("it names no task");
        if (!json.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
            throw new FormatException("it has no list of messages");

        var end = json.TryGetProperty("end", out var ended) ? ended.Deserialize<Ended>(TranscriptJson.Options) : null;
        var spoken = messages.Deserialize<IList<ChatMessage>>(TranscriptJson.Options)!;
        var (taken, reason) = _calls.Check(ChatTranscript.FromMessages(spoken, end));
        if (taken is null)
            return EpisodeRead.Refused(place, $"It cannot be learnt from: {reason}.");
        return new EpisodeRead(
            EpisodeId.Seal(new Episode
            {
                Id = "",
                Domain = named,
                ContractHash = contract,
                TaskId = task,
                Trial = json.TryGetProperty("trial", out var trial) ? trial.GetInt32() : 0,
                Agent = Text(json, "agent") ?? "",
                Reward = Reward(json),
                Trajectory = taken,
                Place = place,
            }),
            null);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"its {name} is no text")
            : null;

    private static double? Reward(JsonElement json)
    {
        if (!json.TryGetProperty("reward", out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.GetDouble() is >= 0 and <= 1 and var reward ? reward : throw new FormatException("its reward does not lie between 0 and 1");
    }
}
