using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Rollouts.Tests.Kiosk;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields.Tests.Kit;

// A kiosk with a policy.
public static class Desk
{
    public static readonly ConstraintContract LookFirst = Templates.Precedence(
        "look-first", Templates.Tool("show_ticket", succeeded: true, keyed: true), Templates.Tool("cancel_ticket", keyed: true), key: "Ticket");

    public static readonly ConstraintContract CancelOnce = Templates.AtMost("cancel-once", 1, Templates.Tool("cancel_ticket", succeeded: true, keyed: true), key: "Ticket");

    public static readonly ConstraintContract StaffForTheAngry = Templates.Response(
        "staff-for-the-angry", Templates.Event("angry", "the user is angry"), Templates.Tool("call_staff", succeeded: true));

    public static readonly ConstraintContract StaffAtOnce = Templates.ResponseBeforeTheNextTurn(
        "staff-at-once", Templates.Event("angry", "the user is angry"), Templates.Tool("call_staff", succeeded: true));

    public static readonly SignalContract Angry = new("angry", "The user is angry.", soFar => soFar.UserTexts.Last().Contains("!!") ? new object() : null);

    public static KioskDomain Of(params ConstraintContract[] constraints) => new()
    {
        WithConstraints = [.. constraints.OrderBy(c => c.Id, StringComparer.Ordinal)],
        WithSignals = [Angry],
    };

    public static ChatMessage User(string text = "I want to cancel ticket T-1001.") => new(ChatRole.User, text);

    public static ChatMessage[] Called(string tool, object? result, string ticket = "T-1001", string id = "h") =>
    [
        new(ChatRole.Assistant, [ScriptedModel.Call(tool, ticket, id)]),
        new(ChatRole.Tool, [new FunctionResultContent(id, result)]),
    ];

    public static ChatOptions Final => new() { AdditionalProperties = new() { [ShieldOptions.FinalProperty] = true } };

    public static IEnumerable<string> ResultsIn(IEnumerable<ChatMessage> messages) =>
        messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>().Select(r => r.Result?.ToString() ?? "");
}
