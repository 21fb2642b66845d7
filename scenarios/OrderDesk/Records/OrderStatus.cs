using System.Collections.Immutable;

namespace OrderDesk;

public static class OrderStatus
{
    public const string Pending = "pending";
    public const string PendingModified = "pending (item modified)";
    public const string Processed = "processed";
    public const string Delivered = "delivered";
    public const string Cancelled = "cancelled";
    public const string ReturnRequested = "return requested";
    public const string ExchangeRequested = "exchange requested";

    /// <summary>Nothing of it was sent; its items may have been swapped already.</summary>
    public static bool IsPending(Order order) => order.Status is Pending or PendingModified;
}

public static class CancelReason
{
    public const string NoLongerNeeded = "no longer needed";
    public const string OrderedByMistake = "ordered by mistake";

    public static ImmutableArray<string> All { get; } = [NoLongerNeeded, OrderedByMistake];
}
