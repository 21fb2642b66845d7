using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields.Tests.Kit;

// A model that gives its answers in order, and remembers what it was asked.
public sealed class ScriptedModel(params Func<IReadOnlyList<ChatMessage>, ChatResponse>[] answers) : IChatClient
{
    private readonly List<IReadOnlyList<ChatMessage>> _asked = [];

    public IReadOnlyList<IReadOnlyList<ChatMessage>> Asked => _asked;

    public static ScriptedModel Of(params AIContent[][] answers) => new([.. answers.Select(a => (Func<IReadOnlyList<ChatMessage>, ChatResponse>)(_ => Response(a)))]);

    public static ChatResponse Response(params AIContent[] contents) => new(new ChatMessage(ChatRole.Assistant, contents))
    {
        Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 2, TotalTokenCount = 12 },
        ResponseId = "r",
    };

    public static FunctionCallContent Call(string tool, string ticket = "T-1001", string id = "c") => new(id, tool, new Dictionary<string, object?> { ["ticket"] = ticket });

    public static TextContent Say(string text) => new(text);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<ChatMessage> asked = [.. messages];
        _asked.Add(asked);
        return Task.FromResult(answers[Math.Min(_asked.Count, answers.Length) - 1](asked));
    }

    // Word by word, as a model streams.
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var content in response.Messages.SelectMany(m => m.Contents))
            foreach (var piece in content is TextContent text ? text.Text.Split(' ').Select((w, i) => (AIContent)new TextContent(i == 0 ? w : " " + w)) : [content])
            {
                await Task.Yield();
                yield return new ChatResponseUpdate(ChatRole.Assistant, [piece]) { ResponseId = "r", MessageId = "m" };
            }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ScriptedModel) ? this : null;

    public void Dispose()
    {
    }
}
