using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using Dreaming;

namespace OrderDesk;

[Data]
public sealed partial record OrderLine(
    [Description("The product's name.")] string Name,
    [Description("The product's id.")] string ProductId,
    [Description("The item's id.")] string ItemId,
    [Description("The price in dollars.")] decimal Price,
    [Description("The variant's options.")] IReadOnlyDictionary<string, string> Options);

[Data]
public sealed partial record Fulfillment(
    [Description("Tracking numbers.")] ImmutableArray<string> TrackingId,
    [Description("The items in it.")] ImmutableArray<string> ItemIds);

[Data]
public sealed partial record Payment(
    [Description("payment or refund.")] string TransactionType,
    [Description("Dollars, never negative.")] decimal Amount,
    [Description("The payment method's id.")] string PaymentMethodId);

[Data]
public sealed partial record Order(
    [Description("The order's id.")] string OrderId,
    [Description("Whose order it is.")] string UserId,
    [Description("Where it is sent.")] Address Address,
    [Description("What was ordered.")] ImmutableArray<OrderLine> Items,
    [Description("pending, pending (item modified), processed, delivered, cancelled, return requested or exchange requested.")] string Status,
    [Description("What was sent so far.")] ImmutableArray<Fulfillment> Fulfillments,
    [Description("Payments and refunds, oldest first.")] ImmutableArray<Payment> PaymentHistory,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Why it was cancelled.")] string? CancelReason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Items given back in the exchange.")] ImmutableArray<string>? ExchangeItems = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Items received in the exchange.")] ImmutableArray<string>? ExchangeNewItems = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Pays the difference or receives it.")] string? ExchangePaymentMethodId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Dollars to pay, negative to receive.")] decimal? ExchangePriceDifference = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Items given back.")] ImmutableArray<string>? ReturnItems = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [Description("Receives the refund.")] string? ReturnPaymentMethodId = null)
{
    public Payment OriginalPayment => PaymentHistory[0];
}
