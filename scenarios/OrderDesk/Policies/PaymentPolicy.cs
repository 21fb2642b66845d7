using Dreaming;

namespace OrderDesk;

/// <summary>Money comes from and goes to where the customer may have it.</summary>
[Policy]
public static partial class PaymentPolicy
{
    [Invariant("refund-to-original-or-gift-card", Harm.Considerable, Because = "A refund goes back to the payment method that paid, or to a gift card of the same customer.")]
    public static bool RefundTarget(ReturnDeliveredOrderItems call, Shop shop) => Orders.RefundAllowed(shop, call);

    [Invariant("other-payment-method", Harm.Minor, Because = "An order is moved to a payment method other than the one it is on.")]
    public static bool OtherMethod(ModifyPendingOrderPayment call, Shop shop) => Orders.Has(shop, call.OrderId, order => order.OriginalPayment.PaymentMethodId != call.PaymentMethodId);

    [Invariant("gift-card-covers-order", Harm.Significant, Because = "A gift card pays for an order only when it holds the whole amount.")]
    public static bool CoversOrder(ModifyPendingOrderPayment call, Shop shop) => Orders.CardCovers(shop, call.OrderId, call.PaymentMethodId, order => order.OriginalPayment.Amount);

    [Invariant("gift-card-covers-change", Harm.Significant, Because = "A gift card pays a price difference only when it holds it.")]
    public static bool CoversChange(ModifyPendingOrderItems call, Shop shop) => Orders.CardCovers(shop, call.OrderId, call.PaymentMethodId, order => Orders.Difference(shop, order, call.ItemIds, call.NewItemIds));

    [Invariant("gift-card-covers-exchange", Harm.Significant, Because = "A gift card pays a price difference only when it holds it.")]
    public static bool CoversExchange(ExchangeDeliveredOrderItems call, Shop shop) => Orders.CardCovers(shop, call.OrderId, call.PaymentMethodId, order => Orders.Difference(shop, order, call.ItemIds, call.NewItemIds));

    [Invariant("own-payment-method-order-items", Harm.Considerable, Because = "Money moves only between the shop and payment methods of the order's owner.")]
    public static bool OwnMethodModifyPendingOrderItems(ModifyPendingOrderItems call, Shop shop) => Orders.OwnMethod(shop, call.OrderId, call.PaymentMethodId);

    [Invariant("own-payment-method-order-payment", Harm.Considerable, Because = "Money moves only between the shop and payment methods of the order's owner.")]
    public static bool OwnMethodModifyPendingOrderPayment(ModifyPendingOrderPayment call, Shop shop) => Orders.OwnMethod(shop, call.OrderId, call.PaymentMethodId);

    [Invariant("own-payment-method-return", Harm.Considerable, Because = "Money moves only between the shop and payment methods of the order's owner.")]
    public static bool OwnMethodReturnDeliveredOrderItems(ReturnDeliveredOrderItems call, Shop shop) => Orders.OwnMethod(shop, call.OrderId, call.PaymentMethodId);

    [Invariant("own-payment-method-exchange", Harm.Considerable, Because = "Money moves only between the shop and payment methods of the order's owner.")]
    public static bool OwnMethodExchangeDeliveredOrderItems(ExchangeDeliveredOrderItems call, Shop shop) => Orders.OwnMethod(shop, call.OrderId, call.PaymentMethodId);
}
