using Dreaming;

namespace OrderDesk;

/// <summary>Each change was put to the customer in words, and the customer said yes. One yes carries what was proposed together, in the turn in which it was said.</summary>
[Policy]
[Precedence<AgreedToCancel, CancelPendingOrder>(Id = "yes-before-cancel", WithinTurns = 0, Harm = Harm.Significant, Because = "The customer has heard that the order will be cancelled and has said yes to it: a cancellation cannot be taken back.")]
[Precedence<AgreedToAddress, IAddressChange>(Id = "yes-before-address", WithinTurns = 0, Harm = Harm.Significant, Because = "The customer has heard which address will be used and has said yes to it: a parcel that went elsewhere does not come back.")]
[Precedence<AgreedToItems, ModifyPendingOrderItems>(Id = "yes-before-order-items", WithinTurns = 0, Harm = Harm.Significant, Because = "The customer has heard which items are swapped and has said yes to it: an order's items can be changed once.")]
[Precedence<AgreedToPayment, ModifyPendingOrderPayment>(Id = "yes-before-order-payment", WithinTurns = 0, Harm = Harm.Significant, Because = "The customer has heard who will be charged and has said yes to it: it is their money.")]
[Precedence<AgreedToReturn, ReturnDeliveredOrderItems>(Id = "yes-before-return", WithinTurns = 0, Harm = Harm.Significant, Because = "The customer has heard what goes back and has said yes to it: a return cannot be taken back.")]
[Precedence<AgreedToExchange, ExchangeDeliveredOrderItems>(Id = "yes-before-exchange", WithinTurns = 0, Harm = Harm.Significant, Because = "The customer has heard what is exchanged for what and has said yes to it: an order's items can be exchanged once.")]
[Ltlf("G(AgreedToOneChange -> WX(!IChange.ok W (UserTurn | (IChange.ok & WX(!IChange W UserTurn)))))", Id = "one-yes-one-change", Harm = Harm.Significant, Because = "A yes to one change carries one change: whatever else is to be done is put to the customer first.")]
[Precedence<NamedReason, CancelPendingOrder>(Id = "reason-before-cancel", Harm = Harm.Minor, Because = "The customer gives the reason for a cancellation, or confirms it: the shop accepts two, and no agent picks one for somebody.")]
[Precedence<NamedPaymentMethod, IPaidChange>(Id = "payment-method-before-paid-change", Harm = Harm.Significant, Because = "The customer names the payment method that pays or receives the difference, or confirms it: no agent picks one for somebody.")]
public static partial class ConsentPolicy;
