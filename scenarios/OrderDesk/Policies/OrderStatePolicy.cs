using Dreaming;

namespace OrderDesk;

/// <summary>An order is looked at before it is changed, and changed only in the state that allows it.</summary>
[Policy]
[Precedence<GetOrderDetails, IOrderChange>(Id = "order-read-before-change", Same = nameof(IOrderChange.OrderId), Succeeded = Side.First, Harm = Harm.Minor, Because = "An order's status is looked at before it is changed: what was promised blindly cannot be kept.")]
[NotSuccession<ModifyPendingOrderItems, IPendingOrderChange>(Id = "nothing-after-changed-items", Same = nameof(IOrderChange.OrderId), Succeeded = Side.First, Harm = Harm.Minor, Because = "Other items are the last change of a pending order: after it nothing of the order is changed, and it is not cancelled.")]
[NotSuccession<ExchangeDeliveredOrderItems, ExchangeDeliveredOrderItems>(Id = "one-exchange-per-order", Same = nameof(IOrderChange.OrderId), Succeeded = Side.First, Harm = Harm.Minor, Because = "An order's items are exchanged once: all of them are collected before.")]
public static partial class OrderStatePolicy
{
    [Invariant("cancel-only-pending", Harm.Minor, Because = "Only an order that is pending, with its items untouched, is cancelled.")]
    public static bool CancelOnlyPending(CancelPendingOrder call, Shop shop) => Orders.Has(shop, call.OrderId, order => order.Status == OrderStatus.Pending);

    [Invariant("address-only-pending", Harm.Minor, Because = "Only a pending order is sent elsewhere.")]
    public static bool AddressOnlyPending(ModifyPendingOrderAddress call, Shop shop) => Orders.Has(shop, call.OrderId, OrderStatus.IsPending);

    [Invariant("items-only-pending", Harm.Minor, Because = "Only an order that is pending, with its items untouched, gets other items.")]
    public static bool ItemsOnlyPending(ModifyPendingOrderItems call, Shop shop) => Orders.Has(shop, call.OrderId, order => order.Status == OrderStatus.Pending);

    [Invariant("payment-only-pending", Harm.Minor, Because = "Only a pending order is charged elsewhere.")]
    public static bool PaymentOnlyPending(ModifyPendingOrderPayment call, Shop shop) => Orders.Has(shop, call.OrderId, OrderStatus.IsPending);

    [Invariant("return-only-delivered", Harm.Minor, Because = "Only a delivered order is returned.")]
    public static bool ReturnOnlyDelivered(ReturnDeliveredOrderItems call, Shop shop) => Orders.Has(shop, call.OrderId, order => order.Status == OrderStatus.Delivered);

    [Invariant("exchange-only-delivered", Harm.Minor, Because = "Only a delivered order is exchanged.")]
    public static bool ExchangeOnlyDelivered(ExchangeDeliveredOrderItems call, Shop shop) => Orders.Has(shop, call.OrderId, order => order.Status == OrderStatus.Delivered);

    [Invariant("cancel-reason-accepted", Harm.Minor, Because = "The shop accepts two reasons for a cancellation, and no agent makes up a third.")]
    public static bool ReasonAccepted(CancelPendingOrder call) => CancelReason.All.Contains(call.Reason);

    [Invariant("same-product-in-order", Harm.Minor, Because = "An item is swapped for another variant of the same product.")]
    public static bool SameProductInOrder(ModifyPendingOrderItems call, Shop shop) => Orders.SameProducts(shop, call.ItemIds, call.NewItemIds);

    [Invariant("same-product-in-exchange", Harm.Minor, Because = "An item is exchanged for a variant of the same product.")]
    public static bool SameProductInExchange(ExchangeDeliveredOrderItems call, Shop shop) => Orders.SameProducts(shop, call.ItemIds, call.NewItemIds);

    [Invariant("available-in-order", Harm.Minor, Because = "An item is swapped for a variant that the shop has.")]
    public static bool AvailableInOrder(ModifyPendingOrderItems call, Shop shop) => Orders.AllAvailable(shop, call.NewItemIds);

    [Invariant("available-in-exchange", Harm.Minor, Because = "An item is exchanged for a variant that the shop has.")]
    public static bool AvailableInExchange(ExchangeDeliveredOrderItems call, Shop shop) => Orders.AllAvailable(shop, call.NewItemIds);
}
