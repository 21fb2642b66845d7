using System.Collections.Immutable;
using Dreaming;

namespace OrderDesk;

public sealed partial class Shop
{
    private static readonly Refusal NotPending = new("Non-pending order cannot be modified");
    private static readonly Refusal PaymentMethodNotFound = new("Payment method not found");

    public ToolOutcome<Order> Handle(CancelPendingOrder call)
    {
        if (FindOrder(call.OrderId) is not { } order)
            return OrderNotFound;
        if (order.Status != OrderStatus.Pending)
            return new Refusal("Non-pending order cannot be cancelled");
        if (!CancelReason.All.Contains(call.Reason))
            return new Refusal("Invalid reason");

        foreach (var payment in order.PaymentHistory)
            MoveGiftCard(order.UserId, payment.PaymentMethodId, BinaryMoney.ToBinary(payment.Amount));
        return Keep(order with
        {
            Status = OrderStatus.Cancelled,
            CancelReason = call.Reason,
            PaymentHistory = order.PaymentHistory.AddRange(order.PaymentHistory.Select(p => p with { TransactionType = "refund" })),
        });
    }

    public ToolOutcome<Order> Handle(ModifyPendingOrderAddress call)
    {
        if (FindOrder(call.OrderId) is not { } order)
            return OrderNotFound;
        if (!OrderStatus.IsPending(order))
            return NotPending;
        return Keep(order with { Address = new(call.Address1, call.Address2, call.City, call.Country, call.State, call.Zip) });
    }

    public ToolOutcome<User> Handle(ModifyUserAddress call)
    {
        if (FindUser(call.UserId) is not { } user)
            return UserNotFound;
        return Keep(user with { Address = new(call.Address1, call.Address2, call.City, call.Country, call.State, call.Zip) });
    }

    public ToolOutcome<Order> Handle(ModifyPendingOrderItems call)
    {
        if (FindOrder(call.OrderId) is not { } order)
            return OrderNotFound;
        if (order.Status != OrderStatus.Pending)
            return NotPending;
        if (ItemSwap.Missing(order, call.ItemIds) is { } missing)
            return new Refusal($"{missing} not found");
        if (call.ItemIds.Length != call.NewItemIds.Length)
            return new Refusal("The number of items to be exchanged should match");
        if (ItemSwap.TryPlan(this, order, call.ItemIds, call.NewItemIds, mustDiffer: true, out var swap) is { } refusal)
            return refusal;
        if (FindPaymentMethod(order.UserId, call.PaymentMethodId) is not { } method)
            return PaymentMethodNotFound;
        if (!Covers(method, swap.Difference))
            return new Refusal("Insufficient gift card balance to pay for the new item");

        MoveGiftCard(order.UserId, method.Id, -swap.Difference);
        var payment = new Payment(swap.Difference > 0 ? "payment" : "refund", BinaryMoney.ToDecimal(Math.Abs(swap.Difference)), method.Id);
        return Keep(order with
        {
            Status = OrderStatus.PendingModified,
            Items = swap.Apply(order.Items),
            PaymentHistory = order.PaymentHistory.Add(payment),
        });
    }

    public ToolOutcome<Order> Handle(ModifyPendingOrderPayment call)
    {
        if (FindOrder(call.OrderId) is not { } order)
            return OrderNotFound;
        if (!OrderStatus.IsPending(order))
            return NotPending;
        if (FindPaymentMethod(order.UserId, call.PaymentMethodId) is not { } method)
            return PaymentMethodNotFound;
        if (order.PaymentHistory is not [{ TransactionType: "payment" } paid])
            return new Refusal("There should be exactly one payment for a pending order");
        if (paid.PaymentMethodId == method.Id)
            return new Refusal("The new payment method should be different from the current one");
        var amount = BinaryMoney.ToBinary(paid.Amount);
        if (!Covers(method, amount))
            return new Refusal("Insufficient gift card balance to pay for the order");

        MoveGiftCard(order.UserId, method.Id, -amount);
        MoveGiftCard(order.UserId, paid.PaymentMethodId, amount);
        return Keep(order with
        {
            PaymentHistory = [paid, paid with { PaymentMethodId = method.Id }, paid with { TransactionType = "refund" }],
        });
    }
}
