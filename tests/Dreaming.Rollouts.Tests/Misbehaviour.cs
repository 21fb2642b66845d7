using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.AI;
using static Dreaming.Rollouts.Tests.ScriptedAgent;

namespace Dreaming.Rollouts.Tests;

// Ways in which an agent misbehaves, and the end that each has to come to.
public static class Misbehaviour
{
    public static readonly IReadOnlyDictionary<string, (Func<ScriptedAgent> Agent, EndReason Reason)> All = new Dictionary<string, (Func<ScriptedAgent>, EndReason)>(StringComparer.Ordinal)
    {
        ["calls the same tool for ever"] = (() => Always(Content("show_ticket")), EndReason.CallBudget),
        ["says the same for ever"] = (() => Always(new TextContent("Please hold the line.")), EndReason.UserGaveUp),
        ["asks for ever"] = (() => Always(new TextContent("What is your favourite colour?")), EndReason.UserGaveUp),
        ["talks and calls for ever"] = (() => Always(new TextContent("Let me see."), Content("show_ticket")), EndReason.CallBudget),
        ["returns nothing"] = (() => Always(), EndReason.AgentStopped),
        ["returns white space"] = (() => Always(new TextContent(" \n\t")), EndReason.AgentStopped),
        ["returns no response"] = (() => new ScriptedAgent((_, _, _) => Task.FromResult<ChatResponse>(null!)), EndReason.AgentFailed),
        ["calls unknown tools"] = (() => Always(Content("open_the_till"), Content("")), EndReason.CallBudget),
        ["sends arguments that break the contract"] = (() => Always(new FunctionCallContent("x", "show_ticket", new Dictionary<string, object?> { ["ticket"] = new[] { 1, 2 }, ["extra"] = double.MaxValue })), EndReason.CallBudget),
        ["sends no arguments"] = (() => Always(new FunctionCallContent("x", "cancel_ticket")), EndReason.CallBudget),
        ["sends arguments that are no JSON"] = (() => Always(new FunctionCallContent("x", "show_ticket") { Exception = new JsonException("'<' is an invalid start of a value.") }), EndReason.CallBudget),
        ["sends arguments without end"] = (() => Always(new FunctionCallContent("x", "show_ticket", Endless())), EndReason.CallBudget),
        ["sends half a letter"] = (() => Always(new TextContent("\ud83d"), Content("show_ticket", "\udc4d")), EndReason.CallBudget),
        ["throws"] = (() => Throwing(new InvalidOperationException("out of luck")), EndReason.AgentFailed),
        ["throws before it answers"] = (() => new ScriptedAgent((_, _, _) => throw new NotImplementedException()), EndReason.AgentFailed),
        ["throws in the middle"] = (() => new ScriptedAgent(async (messages, _, _) =>
        {
            await Task.Yield();
            return messages.Count > 3 ? throw new FormatException("half way") : Respond(Call("show_ticket"));
        }), EndReason.AgentFailed),
        ["cancels itself"] = (() => Throwing(new OperationCanceledException()), EndReason.AgentFailed),
        ["floods with calls"] = (() => Always([.. Enumerable.Range(0, 500).Select(_ => (AIContent)Content("show_ticket"))]), EndReason.CallBudget),
        ["floods with words"] = (() => Always(new TextContent(Words)), EndReason.AgentFailed),
        ["floods with arguments"] = (() => Always(new FunctionCallContent("x", "show_ticket", new Dictionary<string, object?> { ["ticket"] = Words })), EndReason.AgentFailed),
        ["floods with questions"] = (() => Always(new TextContent(Questions)), EndReason.UserGaveUp),
    };

    private static readonly string Words = string.Join(' ', Enumerable.Repeat("no repeats", 10_000));

    // As many as may be sent.
    private static readonly string Questions = string.Concat(Enumerable.Repeat("Is it ticket T-9999? ", 3_000));

    // Hangs, however it is told to stop; what it promised is kept track of by weak references.
    public static ScriptedAgent Hanging(ConcurrentBag<WeakReference> promises) => new((_, _, stop) =>
    {
        var promise = new TaskCompletionSource<ChatResponse>();
        stop.Register(() => throw new InvalidOperationException($"I will not stop: {promise.Task.Status}."));
        promises.Add(new WeakReference(promise.Task));
        return promise.Task;
    });

    private static Dictionary<string, object?> Endless()
    {
        var inner = new Dictionary<string, object?>();
        inner["ticket"] = inner;
        return inner;
    }
}
