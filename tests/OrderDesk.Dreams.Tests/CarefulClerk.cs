using System.Text.Json;
using System.Text.RegularExpressions;
using Dreaming.Samples;
using Microsoft.Extensions.AI;

namespace OrderDesk.Dreams.Tests;

/// <summary>Cancels orders by the desk's instructions: who, which order, in which state, a clear yes, and only then the change.</summary>
internal sealed partial class CarefulClerk : RuleAgent
{
    private static readonly string[] Reasons = ["no longer needed", "ordered by mistake"];

    public override AIContent Next(TalkSoFar talk)
    {
        if (Email().Match(talk.UserText) is not { Success: true } email)
            return Say("May I have your e-mail address?");
        if (talk.Refused("find_user_id_by_email"))
            return Say("I am sorry, I cannot find an account with that e-mail address.");
        if (talk.Result("find_user_id_by_email") is null)
            return Call("find_user_id_by_email", ("email", email.Value.TrimEnd('.')));
        if (OrderNumber().Match(talk.UserText) is not { Success: true } order)
            return Say("Please tell me the order number.");
        if (talk.Result("cancel_pending_order") is not null)
            return Say($"Order {order.Value} has been cancelled, and the money is on its way back.");
        if (WholeOrder(talk) is not { } details)
            return Call("get_order_details", ("order_id", order.Value));
        if (details.GetProperty("status").GetString() is not "pending" || talk.Refused("cancel_pending_order"))
            return Say($"I am sorry, order {order.Value} cannot be cancelled any more: it is {details.GetProperty("status").GetString()}.");
        if (Array.Find(Reasons, r => talk.UserText.Contains(r, StringComparison.OrdinalIgnoreCase)) is not { } reason)
            return Say("What is the reason for cancellation?");
        return talk.LastAgentText.StartsWith("Shall I cancel", StringComparison.Ordinal)
            ? Call("cancel_pending_order", ("order_id", order.Value), ("reason", reason))
            : Say($"Shall I cancel order {order.Value}, {reason}, and refund it to what paid for it?");
    }

    // What was shown as of another moment does not tell the state that the order is in.
    private static JsonElement? WholeOrder(TalkSoFar talk) =>
        talk.Result("get_order_details") is { } read && !read.GetRawText().Contains("as of the start of this conversation", StringComparison.Ordinal) ? read : null;

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"#W\d{7}", RegexOptions.CultureInvariant)]
    private static partial Regex OrderNumber();
}
