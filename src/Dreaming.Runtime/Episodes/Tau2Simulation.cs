using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Episodes;

/// <summary>Reads one simulation of tau2-bench.</summary>
internal sealed class Tau2Simulation(DomainManifest domain)
{
    private const string Transfer = "###TRANSFER###";
    private readonly RecordedCalls _calls = new(domain);

    public EpisodeRead Read(ReadOnlyMemory<byte> utf8, string agent, Place place)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var json = document.RootElement;
            if (json.ValueKind != JsonValueKind.Object)
                throw new FormatException("it is no JSON object");
            var (taken, reason) = _calls.Check(Happened(json));
            if (taken is null)
                return EpisodeRead.Refused(place, $"It cannot be learnt from: {reason}.");
            return new EpisodeRead(
                EpisodeId.Seal(new Episode
                {
                    Id = "",
                    Domain = domain.Name,
                    TaskId = Task(json),
                    Trial = json.TryGetProperty("trial", out var trial) && trial.ValueKind == JsonValueKind.Number ? trial.GetInt32() : 0,
                    Agent = agent,
                    Reward = Reward(json),
                    Trajectory = taken,
                    Place = place,
                }),
                null);
        }
        catch (JsonException e)
        {
            return EpisodeRead.Refused(place, $"It is no JSON that a simulation can be read from: {Shown.Of(e.Message)}");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            return EpisodeRead.Refused(place, $"It cannot be read as a simulation: {Shown.Of(e.Message)}.");
        }
    }

    private static string Task(JsonElement json) => json.TryGetProperty("task_id", out var task)
        ? task.ValueKind switch
        {
            JsonValueKind.String => task.GetString()!,
            JsonValueKind.Number => task.GetRawText(),
            _ => throw new FormatException("its task_id is neither text nor number"),
        }
        : throw new FormatException("it has no task_id");

    private static double? Reward(JsonElement json)
    {
        if (!json.TryGetProperty("reward_info", out var info) || info.ValueKind != JsonValueKind.Object
            || !info.TryGetProperty("reward", out var value) || value.ValueKind != JsonValueKind.Number)
            return null;
        return value.GetDouble() is >= 0 and <= 1 and var reward ? reward : throw new FormatException("its reward does not lie between 0 and 1");
    }

    private static Trajectory Happened(JsonElement json)
    {
        if (!json.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
            throw new FormatException("it has no list of messages");
        var events = ImmutableArray.CreateBuilder<TrajectoryEvent>();
        var waiting = new List<Waiting>();
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var message in messages.EnumerateArray())
        {
            number++;
            var role = Text(message, "role");
            if (role == "tool")
                events.Add(Reply(message, waiting, number));
            else if (role is "assistant" or "user")
                Said(message, role, events, waiting, used, number);
            else if (role != "system")
                throw new FormatException($"message {number} has the role '{Shown.Of(role ?? "")}'");
        }

        events.Add(End(json, events));
        return new Trajectory(events.ToImmutable());
    }

    private static void Said(JsonElement message, string role, ImmutableArray<TrajectoryEvent>.Builder events, List<Waiting> waiting, Dictionary<string, int> used, int number)
    {
        var calls = message.TryGetProperty("tool_calls", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [];
        if (calls.Length > 0 && role == "user")
            throw new FormatException($"message {number} is a tool call of the user, which no domain declares");
        var text = Text(message, "content") ?? "";
        if (text.Length > 0 || calls.Length == 0)
            events.Add(role == "user" ? new UserSaid(text) : new AgentSaid(text));
        foreach (var call in calls)
        {
            var id = Text(call, "id") ?? "";
            var tool = Text(call, "name") ?? throw new FormatException($"message {number} calls a tool without a name");
            var arguments = call.TryGetProperty("arguments", out var json) && json.ValueKind == JsonValueKind.Object
                ? TranscriptJson.Compact(json)
                : throw new FormatException($"message {number} calls '{Shown.Of(tool)}' without an object of arguments");
            var unique = Unique(id, used);
            waiting.Add(new Waiting(id, unique, tool));
            events.Add(new ToolCalled(unique, tool, arguments));
        }
    }

    private static ToolReplied Reply(JsonElement message, List<Waiting> waiting, int number)
    {
        var id = Text(message, "id") ?? "";
        var at = waiting.FindIndex(w => w.Id == id);
        if (at < 0)
            throw new FormatException($"message {number} answers the call '{Shown.Of(id)}', which was not made or is answered already");
        var call = waiting[at];
        waiting.RemoveAt(at);
        var content = Text(message, "content") ?? "";
        var failed = message.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? error.ValueKind == JsonValueKind.True
            : content.StartsWith("Error", StringComparison.Ordinal);
        return new ToolReplied(call.Unique, call.Tool, failed ? ReplyOutcome.Refused : ReplyOutcome.Result, content);
    }

    private static Ended End(JsonElement json, IEnumerable<TrajectoryEvent> events) => Text(json, "termination_reason") switch
    {
        "user_stop" when events.OfType<UserSaid>().LastOrDefault()?.Text.Contains(Transfer, StringComparison.Ordinal) == true => new(EndReason.Handover),
        "user_stop" => new(EndReason.UserDone),
        "agent_stop" => new(EndReason.AgentStopped),
        "max_steps" => new(EndReason.TurnBudget, Owner.Agent),
        "agent_error" => new(EndReason.AgentFailed, Owner.Agent),
        "too_many_errors" => new(EndReason.AgentFailed, Owner.Agent, "Too many errors."),
        var other => new(EndReason.Unknown, Owner.None, other),
    };

    private static string Unique(string id, Dictionary<string, int> used)
    {
        used[id] = used.GetValueOrDefault(id) + 1;
        return used[id] == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}#{used[id]}");
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"a {name} is no text")
            : null;

    private readonly record struct Waiting(string Id, string Unique, string Tool);
}
