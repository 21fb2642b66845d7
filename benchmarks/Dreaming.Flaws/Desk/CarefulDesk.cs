using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Dreaming.Flaws.Desk;

/// <summary>
/// An agent for the repeat-prescription desk that does what is right. It works from the conversation alone: it reads what the person wrote and what the tools answered, and works out its next
/// step anew each time. Every step can be overridden, so that a flawed agent is this one with one thing wrong.
/// </summary>
public partial class CarefulDesk : IChatClient
{
    private const int MostTries = 4;

    /// <summary>Reads the person's words.</summary>
    protected virtual Reader Reader { get; } = new();

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Next(Talk.Of(messages)).ToResponse());
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The desk answers whole.");

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);

    /// <summary>The next step.</summary>
    /// <param name="talk">The conversation so far.</param>
    protected virtual Move Next(Talk talk)
    {
        if (Emergency(talk) is { } help)
            return help;
        var wish = Understand(talk);
        return AskFirst(talk, wish) ?? Confirm(talk, wish, out var caller) ?? Clarify(talk, wish) ?? Serve(talk, wish, caller!);
    }

    /// <summary>What the person wants.</summary>
    /// <param name="talk">The conversation so far.</param>
    protected virtual Wish Understand(Talk talk) => WishReading.Of(talk, Reader);

    /// <summary>Goes about the wish of somebody who was confirmed.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wish">What they want.</param>
    /// <param name="caller">Who they are.</param>
    protected virtual Move Serve(Talk talk, Wish wish, Caller caller)
    {
        var patient = wish.ForSomebodyElse && wish.OtherNumbers is [var other] ? other : caller.PatientId;
        if (patient != caller.PatientId && !MayActFor(caller, patient))
            return Move.Say("I am sorry: you are not on record as acting for them, so I can neither show nor order anything for them.");
        return wish.Kind == WishKind.Appointment ? Review(talk, wish, patient) : Supply(talk, wish, caller, patient);
    }

    /// <summary>Whether somebody may act for another patient.</summary>
    /// <param name="caller">Who was confirmed.</param>
    /// <param name="patientId">The other patient.</param>
    protected virtual bool MayActFor(Caller caller, string patientId) => caller.ActsFor.Contains(patientId);

    /// <summary>Makes a call, or takes its result when it was made.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="call">The call.</param>
    protected virtual Lookup Look(Talk talk, ToolCall call)
    {
        var attempts = talk.Attempts(call);
        if (attempts.FirstOrDefault(a => a.Answer!.Kind == AnswerKind.Result) is { } done)
            return new(done.Answer!.Json, null, null);
        if (attempts is not [.., { Answer: { } last }])
            return new(null, null, Move.Do(call));
        return last.Kind switch
        {
            AnswerKind.Refused => new(null, last.Text, null),
            AnswerKind.Down => new(null, null, WhenDown(talk, call)),
            _ => AfterFault(talk, call, last, attempts.Length),
        };
    }

    /// <summary>What is made of a call that was not answered as it should be.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="call">The call.</param>
    /// <param name="answer">The latest answer: failed, unreadable or partial.</param>
    /// <param name="tries">How often it was tried.</param>
    protected virtual Lookup AfterFault(Talk talk, ToolCall call, ToolAnswer answer, int tries) =>
        new(null, null, tries < MostTries ? Move.Do(call) : WhenDown(talk, call));

    /// <summary>What is done when a tool stays down.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="call">The call that cannot be made.</param>
    protected virtual Move WhenDown(Talk talk, ToolCall call) => call.Tool == EscalateToClinician.Contract.Name
        ? Move.Say("I am sorry, I cannot reach a clinician through our system. Please ring the clinic now.")
        : HandOver(talk, Urgency.SameDay, $"The desk's system is down at {call.Tool.Replace('_', ' ')}. Please take over.");

    /// <summary>Hands the conversation to a clinician.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="urgency">How urgent it is.</param>
    /// <param name="summary">What happened.</param>
    protected virtual Move HandOver(Talk talk, Urgency urgency, string summary)
    {
        var confirmed = talk.Calls.LastOrDefault(c => c.Call.Tool == VerifyIdentity.Contract.Name && c.Answer?.Kind == AnswerKind.Result)?.Answer!.Json.Text("patient_id");
        return Look(talk, ToolCall.Of(new EscalateToClinician(urgency, summary, confirmed))).Next
            ?? Move.Say("A clinician has taken over and will call you.");
    }

    /// <summary>Waits for nothing: what is left to say of a prescription or patient that a tool does not know.</summary>
    /// <param name="refusal">What the tool said.</param>
    private protected static Move Sorry(string? refusal) => Move.Say(refusal is null ? "I am sorry, I cannot find that." : "I am sorry, our records do not have that, so I cannot go on.");

    private protected static string? TextOf(JsonElement? found, string name) => found?.Text(name);
}
