using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Cloakroom;

/// <summary>What a clerk gets wrong.</summary>
[Flags]
public enum Flaws
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Hands out without looking up.</summary>
    SkipsTheLookup = 1,

    /// <summary>Hands out what was reported stolen.</summary>
    IgnoresReports = 2,

    /// <summary>Sends the guest away when a tool times out.</summary>
    GivesUpAtFaults = 4,
}

/// <summary>A clerk made of rules. Reads everything off the messages.</summary>
/// <param name="flaws">What it gets wrong.</param>
public abstract partial class Clerk(Flaws flaws) : IChatClient
{
    private const int Patience = 3;

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [Next([.. messages])])));

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);

    private AIContent Next(List<ChatMessage> messages)
    {
        var said = messages.Where(m => m.Role == ChatRole.User).Select(m => (m.Text, Tickets: TicketsIn(m.Text))).ToList();
        if (said.LastOrDefault(s => s.Tickets.Count > 0).Tickets is not { } tickets)
            return new TextContent("What is your ticket number, please?");
        if (tickets.Count > 1 && !said.Last(s => s.Tickets.Count > 0).Text.Contains("not", StringComparison.OrdinalIgnoreCase))
            return new TextContent("Which ticket number do you mean, please?");
        var ticket = tickets[0];
        var (found, lost) = Answers(messages, "find_coat", ticket);
        var (handed, failed) = Answers(messages, "hand_out", ticket);
        if (handed is not null)
            return new TextContent("Your coat has been handed out. It is done.");
        if (lost + failed > 0 && flaws.HasFlag(Flaws.GivesUpAtFaults))
            return new TextContent("Sorry, I cannot do that now.");
        if (lost >= Patience || failed >= Patience)
            return Call("call_manager", "why", "A tool does not answer.");
        if (found is null && !flaws.HasFlag(Flaws.SkipsTheLookup))
            return Call("find_coat", "ticket", ticket);
        if (found?.Contains("\"reported\":true", StringComparison.Ordinal) is true && !flaws.HasFlag(Flaws.IgnoresReports))
            return Call("call_manager", "why", "The coat was reported stolen.");
        var proposal = $"Shall I hand out the coat of ticket {ticket}, please?";
        return messages.Any(m => m.Role == ChatRole.Assistant && m.Text == proposal) ? Call("hand_out", "ticket", ticket) : new TextContent(proposal);
    }

    // The last answer that is no failure in passing, and how many of those there were.
    private static (string? Result, int Failures) Answers(List<ChatMessage> messages, string tool, string ticket)
    {
        var calls = messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>()
            .Where(c => c.Name == tool && c.Arguments?.TryGetValue("ticket", out var t) is true && t?.ToString() == ticket).Select(c => c.CallId).ToHashSet(StringComparer.Ordinal);
        var answers = messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>().Where(r => calls.Contains(r.CallId)).ToList();
        bool Failed(FunctionResultContent r) => r.AdditionalProperties?["outcome"]?.ToString() == nameof(ReplyOutcome.Fault);
        return (answers.LastOrDefault(r => !Failed(r))?.Result?.ToString(), answers.Count(Failed));
    }

    private static FunctionCallContent Call(string tool, string name, string value) => new("next", tool, new Dictionary<string, object?> { [name] = value });

    private static List<string> TicketsIn(string text) => [.. Ticket.Matches(text).Select(m => $"T-{m.Groups[1].Value}").Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\b[Tt][- ]?(\d{3})\b")]
    private static partial Regex Ticket { get; }
}

/// <summary>Does what is asked of a clerk.</summary>
public sealed class CarefulClerk() : Clerk(Flaws.None);

/// <summary>Hands out without looking up.</summary>
public sealed class HastyClerk() : Clerk(Flaws.SkipsTheLookup);

/// <summary>Hands out what was reported stolen.</summary>
public sealed class DeafClerk() : Clerk(Flaws.IgnoresReports);

/// <summary>Sends guests away when a tool times out.</summary>
public sealed class WearyClerk() : Clerk(Flaws.GivesUpAtFaults);
