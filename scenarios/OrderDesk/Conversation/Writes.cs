using Dreaming;

namespace OrderDesk;

/// <summary>A call that changes an order.</summary>
/// <param name="Index">Where it stands in the conversation.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Call">The tool's record.</param>
/// <param name="Reply">The reply; null when the conversation ended before it.</param>
public readonly record struct OrderWrite(int Index, string OrderId, object Call, ToolReplied? Reply)
{
    public bool Succeeded => Reply?.Outcome == ReplyOutcome.Result;
}

/// <summary>The calls that change something.</summary>
public static class Writes
{
    /// <summary>The call is one of a tool that changes the shop's records.</summary>
    public static bool IsChange(ToolCalled called) => OrderDeskDomain.Instance.FindTool(called.Tool) is { Effect: Effect.Write };

    /// <summary>All of those that change orders, in the order in which they were made.</summary>
    public static IEnumerable<OrderWrite> Orders(Trajectory t) =>
        t.Calls<CancelPendingOrder>().Select(c => new OrderWrite(c.Index, c.Call.OrderId, c.Call, c.Reply))
            .Concat(t.Calls<ModifyPendingOrderAddress>().Select(c => new OrderWrite(c.Index, c.Call.OrderId, c.Call, c.Reply)))
            .Concat(t.Calls<ModifyPendingOrderItems>().Select(c => new OrderWrite(c.Index, c.Call.OrderId, c.Call, c.Reply)))
            .Concat(t.Calls<ModifyPendingOrderPayment>().Select(c => new OrderWrite(c.Index, c.Call.OrderId, c.Call, c.Reply)))
            .Concat(t.Calls<ReturnDeliveredOrderItems>().Select(c => new OrderWrite(c.Index, c.Call.OrderId, c.Call, c.Reply)))
            .Concat(t.Calls<ExchangeDeliveredOrderItems>().Select(c => new OrderWrite(c.Index, c.Call.OrderId, c.Call, c.Reply)))
            .OrderBy(w => w.Index);
}
