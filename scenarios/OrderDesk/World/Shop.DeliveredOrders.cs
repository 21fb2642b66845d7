using System.Collections.Immutable;
using Dreaming;

namespace OrderDesk;

public sealed partial class Shop
{
    public ToolOutcome<Order> Handle(ReturnDeliveredOrderItems call)
    {
        if (FindOrder(call.OrderId) is not { } order)
            return OrderNotFound;
        if (order.Status != OrderStatus.Delivered)
            return new Refusal("Non-delivered order cannot be returned");
        if (FindPaymentMethod(order.UserId, call.PaymentMethodId) is not { } method)
            return PaymentMethodNotFound;
        if (!method.IsGiftCard && method.Id != order.OriginalPayment.PaymentMethodId)
            return new Refusal("Payment method should be the original payment method");
        if (ItemSwap.Missing(order, call.ItemIds) is not null)
            return new Refusal("Some item not found");

        return Keep(order with
        {
            Status = OrderStatus.ReturnRequested,
            ReturnItems = call.ItemIds.Sort(StringComparer.Ordinal),
            ReturnPaymentMethodId = method.Id,
        });
    }

    public ToolOutcome<Order> Handle(ExchangeDeliveredOrderItems call)
    {
        if (FindOrder(call.OrderId) is not { } order)
            return OrderNotFound;
        if (order.Status != OrderStatus.Delivered)
            return new Refusal("Non-delivered order cannot be exchanged");
        if (ItemSwap.Missing(order, call.ItemIds) is { } missing)
            return new Refusal($"Number of {missing} not found.");
        if (call.ItemIds.Length != call.NewItemIds.Length)
            return new Refusal("The number of items to be exchanged should match.");
        if (ItemSwap.TryPlan(this, order, call.ItemIds, call.NewItemIds, mustDiffer: false, out var swap) is { } refusal)
            return refusal;
        if (FindPaymentMethod(order.UserId, call.PaymentMethodId) is not { } method)
            return PaymentMethodNotFound;
        var difference = BinaryMoney.RoundToCents(swap.Difference);
        if (!Covers(method, BinaryMoney.ToBinary(difference)))
            return new Refusal("Insufficient gift card balance to pay for the price difference");

        return Keep(order with
        {
            Status = OrderStatus.ExchangeRequested,
            ExchangeItems = call.ItemIds.Sort(StringComparer.Ordinal),
            ExchangeNewItems = call.NewItemIds.Sort(StringComparer.Ordinal),
            ExchangePaymentMethodId = method.Id,
            ExchangePriceDifference = difference,
        });
    }
}
