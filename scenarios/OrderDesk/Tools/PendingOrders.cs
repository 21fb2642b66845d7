using System.Collections.Immutable;
using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Tool("cancel_pending_order", "Cancels a pending order and refunds it: at once to a gift card, otherwise within 5 to 7 business days. Needs the customer's yes.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record CancelPendingOrder(
    [Description("The order id, with the leading # sign."), Example("#W0000000")] string OrderId,
    [Description("The customer's reason: no longer needed, or ordered by mistake."), Example("no longer needed"), Example("ordered by mistake")] string Reason) : ITool<Order>, IPendingOrderChange;

[Tool("modify_pending_order_address", "Changes where a pending order is sent. Needs the customer's yes.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record ModifyPendingOrderAddress(
    [Description("The order id, with the leading # sign."), Example("#W0000000")] string OrderId,
    [Description("Street and number."), Example("1 Example Street"), Sensitive] string Address1,
    [Description("Flat, suite or floor; empty when there is none."), Example("Suite 1"), Example(""), Sensitive] string Address2,
    [Description("City."), Example("Springfield")] string City,
    [Description("State, as two letters."), Example("IL")] string State,
    [Description("Country."), Example("USA")] string Country,
    [Description("Zip code."), Example("00001"), Sensitive] string Zip) : ITool<Order>, IPendingOrderChange, IAddressChange;

[Tool("modify_pending_order_items", "Swaps items of a pending order for other variants of the same products. Works once for each order, and nothing else can be changed afterwards. Needs the customer's yes.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.RateLimited)]
public sealed partial record ModifyPendingOrderItems(
    [Description("The order id, with the leading # sign."), Example("#W0000000")] string OrderId,
    [Description("All the items to swap, in one list; an item that was ordered twice may stand here twice.")] ImmutableArray<string> ItemIds,
    [Description("What to swap them for, position by position.")] ImmutableArray<string> NewItemIds,
    [Description("The payment method that pays the difference or receives it."), Example("gift_card_0000000"), Example("credit_card_0000000")] string PaymentMethodId) : ITool<Order>, IPendingOrderChange, IItemSwap;

[Tool("modify_pending_order_payment", "Moves a pending order to another of the customer's payment methods. Needs the customer's yes.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Outage)]
public sealed partial record ModifyPendingOrderPayment(
    [Description("The order id, with the leading # sign."), Example("#W0000000")] string OrderId,
    [Description("The payment method that takes over."), Example("gift_card_0000000"), Example("credit_card_0000000")] string PaymentMethodId) : ITool<Order>, IPendingOrderChange, IPaidChange;
