using System.Collections.Immutable;
using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Tool("return_delivered_order_items", "Starts the return of items of a delivered order; the customer gets the shipping instructions by e-mail. Needs the customer's yes.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record ReturnDeliveredOrderItems(
    [Description("The order id, with the leading # sign."), Example("#W0000000")] string OrderId,
    [Description("The items to return; an item that was ordered twice may stand here twice.")] ImmutableArray<string> ItemIds,
    [Description("The payment method that receives the refund: the original one or a gift card."), Example("gift_card_0000000"), Example("credit_card_0000000")] string PaymentMethodId) : ITool<Order>, IPaidChange;

[Tool("exchange_delivered_order_items", "Exchanges items of a delivered order for other variants of the same products. Works once for each order. Needs the customer's yes.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.RateLimited)]
public sealed partial record ExchangeDeliveredOrderItems(
    [Description("The order id, with the leading # sign."), Example("#W0000000")] string OrderId,
    [Description("All the items to give back, in one list; an item that was ordered twice may stand here twice.")] ImmutableArray<string> ItemIds,
    [Description("What to exchange them for, position by position.")] ImmutableArray<string> NewItemIds,
    [Description("The payment method that pays the difference or receives it."), Example("gift_card_0000000"), Example("credit_card_0000000")] string PaymentMethodId) : ITool<Order>, IItemSwap;
