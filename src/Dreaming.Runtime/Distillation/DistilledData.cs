using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Episodes;
using Microsoft.Extensions.AI;

namespace Dreaming.Distillation;

/// <summary>
/// Lessons as files that other trainers read, one JSON object a line. The wire form of messages is OpenAI's for chat completions, which OpenAI's fine-tuning and the chat
/// templates behind TRL both take: <c>role</c>, <c>content</c>, <c>tool_calls</c> with arguments as JSON text, <c>tool_call_id</c>. Lessons of scrubbed episodes hold pseudonyms,
/// never the values.
/// </summary>
/// <param name="domain">The domain: its instructions open every conversation, its tools are listed with it.</param>
public sealed class DistilledData(DomainManifest domain)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>OpenAI chat fine-tuning: <c>{"messages": [...], "tools": [...]}</c>, the last message being the right action.</summary>
    public IEnumerable<string> ToOpenAI(ImmutableArray<Lesson> lessons) =>
        lessons.Select(l => new JsonObject { ["messages"] = Messages(l.State, l.Right), ["tools"] = Tools() }.ToJsonString(Compact));

    /// <summary>TRL's conversational prompt and completion: <c>{"prompt": [...], "completion": [...], "tools": [...]}</c>.</summary>
    public IEnumerable<string> ToPromptCompletion(ImmutableArray<Lesson> lessons) =>
        lessons.Select(l => new JsonObject { ["prompt"] = Messages(l.State, null), ["completion"] = new JsonArray(Message(l.State, l.Right)), ["tools"] = Tools() }.ToJsonString(Compact));

    /// <summary>TRL's conversational preference: <c>{"prompt": [...], "chosen": [...], "rejected": [...], "tools": [...]}</c>. Lessons without a wrong action have no line.</summary>
    public IEnumerable<string> ToPreference(ImmutableArray<Lesson> lessons) =>
        lessons.Where(l => l.Wrong is not null).Select(l => new JsonObject
        {
            ["prompt"] = Messages(l.State, null),
            ["chosen"] = new JsonArray(Message(l.State, l.Right)),
            ["rejected"] = new JsonArray(Message(l.State, l.Wrong!)),
            ["tools"] = Tools(),
        }.ToJsonString(Compact));

    /// <summary>Writes all three files into a folder: <c>openai.jsonl</c>, <c>prompt-completion.jsonl</c>, <c>preference.jsonl</c>.</summary>
    /// <param name="lessons">The lessons.</param>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="cancellationToken">Gives the writing up.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public async Task SaveAsync(ImmutableArray<Lesson> lessons, string folder, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        foreach (var (name, lines) in ((string, IEnumerable<string>)[])[("openai", ToOpenAI(lessons)), ("prompt-completion", ToPromptCompletion(lessons)), ("preference", ToPreference(lessons))])
        {
            await using var writer = new StreamWriter(Path.Combine(folder, $"{name}.jsonl"), append: false, utf8) { NewLine = "\n" };
            foreach (var line in lines)
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }

    private JsonArray Messages(Trajectory state, AgentAction? next)
    {
        var messages = new JsonArray();
        if (domain.Instructions.Length > 0)
            messages.Add(new JsonObject { ["role"] = "system", ["content"] = domain.Instructions });
        foreach (var message in ChatTranscript.ToMessages(state))
            Add(messages, message);
        if (next is not null)
            messages.Add(Message(state, next));
        return messages;
    }

    // An answer of several calls is one message; each of their replies is one of its own.
    private static void Add(JsonArray messages, ChatMessage message)
    {
        if (message.Role == ChatRole.Tool)
        {
            foreach (var result in message.Contents.OfType<FunctionResultContent>())
                messages.Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = result.CallId, ["content"] = result.Result as string ?? "" });
            return;
        }

        var calls = new JsonArray();
        foreach (var call in message.Contents.OfType<FunctionCallContent>())
            calls.Add(Call(call.CallId, call.Name, JsonSerializer.Serialize(call.Arguments, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>)))));
        var text = message.Text;
        var json = new JsonObject { ["role"] = message.Role.Value, ["content"] = text.Length == 0 && calls.Count > 0 ? null : text };
        if (calls.Count > 0)
            json["tool_calls"] = calls;
        messages.Add(json);
    }

    private static JsonObject Message(Trajectory state, AgentAction action) => action switch
    {
        Say say => new JsonObject { ["role"] = "assistant", ["content"] = say.Text },
        CallTool call => new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = null,
            ["tool_calls"] = new JsonArray(Call($"call{state.Calls().Count() + 1:D5}", call.Tool, call.Arguments.Text)),
        },
        _ => throw new ArgumentException($"{action.GetType().Name} is no decision of an agent.", nameof(action)),
    };

    private static JsonObject Call(string id, string tool, string arguments) => new()
    {
        ["id"] = id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = arguments },
    };

    private JsonArray Tools() =>
    [
        .. domain.Tools.Select(JsonNode (t) => new JsonObject
        {
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = t.Name, ["description"] = t.Description, ["parameters"] = JsonNode.Parse(t.ParametersSchema) },
        }),
    ];
}
