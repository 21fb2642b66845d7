using Microsoft.Extensions.AI;

namespace Dreaming.Shields.Tests.Kit;

// What Microsoft.Extensions.AI's FunctionInvokingChatClient does, with its names and its words: invokes the calls of an answer, sends the results, and returns all messages when there are no more calls.
public sealed class FunctionInvoker(IChatClient inner) : DelegatingChatClient(inner)
{
    private static readonly AsyncLocal<Invocation?> Current = new();

    public sealed record Invocation(IList<ChatMessage> Messages, FunctionCallContent CallContent);

    public static Invocation? CurrentContext => Current.Value;

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> history = [.. messages];
        List<ChatMessage> made = [];
        while (true)
        {
            var response = await base.GetResponseAsync(history, options, cancellationToken);
            made.AddRange(response.Messages);
            history.AddRange(response.Messages);
            var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0)
            {
                response.Messages = made;
                return response;
            }

            var results = new List<AIContent>();
            foreach (var call in calls)
                results.Add(new FunctionResultContent(call.CallId, await InvokeAsync(call, options, history, cancellationToken)));
            var told = new ChatMessage(ChatRole.Tool, results);
            made.Add(told);
            history.Add(told);
        }
    }

    private static async Task<object?> InvokeAsync(FunctionCallContent call, ChatOptions? options, IList<ChatMessage> history, CancellationToken cancellationToken)
    {
        if (options?.Tools?.OfType<AIFunction>().FirstOrDefault(f => f.Name == call.Name) is not { } function)
            return $"Error: Requested function \"{call.Name}\" not found.";
        Current.Value = new(history, call);
        try
        {
            return await function.InvokeAsync(new AIFunctionArguments(call.Arguments), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return "Error: Function failed.";
        }
        finally
        {
            Current.Value = null;
        }
    }
}
