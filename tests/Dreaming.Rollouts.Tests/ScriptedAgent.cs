using Dreaming.Agents;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts.Tests;

// Without state: the next step follows from how often it was answered, so that it can go on in any fork. Steps hold one decision each.
public sealed class ScriptedAgent(Func<IReadOnlyList<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> answer) : IChatClient
{
    public static ScriptedAgent Of(params AgentAction[] steps) => new((messages, _, _) =>
    {
        var step = messages.Count(m => m.Role == ChatRole.User || m.Role == ChatRole.Tool) - 1;
        return Task.FromResult(step < steps.Length ? Respond(steps[step]) : Empty);
    });

    public static ScriptedAgent Always(params AIContent[] contents) => new((_, _, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))));

    public static ScriptedAgent Throwing(Exception exception) => new((_, _, _) => Task.FromException<ChatResponse>(exception));

    public static ChatResponse Empty => new(new ChatMessage(ChatRole.Assistant, []));

    public static CallTool Call(string tool, string ticket = "T-1001") => new(tool, new RawJson($$"""{"ticket":"{{ticket}}"}"""));

    public static FunctionCallContent Content(string tool, string ticket = "T-1001", string id = "x") => new(id, tool, new Dictionary<string, object?> { ["ticket"] = ticket });

    public static ChatResponse Respond(AgentAction action) => new(new ChatMessage(ChatRole.Assistant, action switch
    {
        Say say => [new TextContent(say.Text)],
        CallTool call => [new FunctionCallContent("id", call.Tool, System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object?>>(call.Arguments.Text))],
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    }));

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        answer([.. messages], options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
