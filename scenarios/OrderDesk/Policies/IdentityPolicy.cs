using Dreaming;

namespace OrderDesk;

/// <summary>Nobody is told about, or changed anything for, a person that the desk has not identified.</summary>
[Policy]
public static partial class IdentityPolicy
{
    [Invariant("identified-before-profile", Harm.Considerable, Because = "A profile is opened only after its owner was found by e-mail or by name and zip code: it holds an address and payment methods.")]
    public static bool BeforeProfile(GetUserDetails call, Trajectory t) => Identity.Of(t) is not null;

    [Invariant("identified-before-order", Harm.Significant, Because = "An order is opened only after the customer was found by e-mail or by name and zip code, even when the order number is known.")]
    public static bool BeforeOrder(GetOrderDetails call, Trajectory t) => Identity.Of(t) is not null;

    [Invariant("identified-before-cancel", Harm.Significant, Because = "Nothing is cancelled for a customer who was not identified.")]
    public static bool BeforeCancelPendingOrder(CancelPendingOrder call, Trajectory t) => Identity.Of(t) is not null;

    [Invariant("identified-before-order-address", Harm.Considerable, Because = "Nothing is sent elsewhere for a customer who was not identified.")]
    public static bool BeforeModifyPendingOrderAddress(ModifyPendingOrderAddress call, Trajectory t) => Identity.Of(t) is not null;

    [Invariant("identified-before-order-items", Harm.Significant, Because = "Nothing is changed for a customer who was not identified.")]
    public static bool BeforeModifyPendingOrderItems(ModifyPendingOrderItems call, Trajectory t) => Identity.Of(t) is not null;

    [Invariant("identified-before-order-payment", Harm.Considerable, Because = "Nothing is charged elsewhere for a customer who was not identified.")]
    public static bool BeforeModifyPendingOrderPayment(ModifyPendingOrderPayment call, Trajectory t) => Identity.Of(t) is not null;

    [Invariant("identified-before-return", Harm.Significant, Because = "Nothing is returned for a customer who was not identified.")]
    public static bool BeforeReturnDeliveredOrderItems(ReturnDeliveredOrderItems call, Trajectory t) => Identity.Of(t) is not null;

    [Invariant("identified-before-exchange", Harm.Significant, Because = "Nothing is exchanged for a customer who was not identified.")]
    public static bool BeforeExchangeDeliveredOrderItems(ExchangeDeliveredOrderItems call, Trajectory t) => Identity.Of(t) is not null;

    [Invariant("identified-before-address", Harm.Considerable, Because = "No address is changed for a customer who was not identified.")]
    public static bool BeforeModifyUserAddress(ModifyUserAddress call, Trajectory t) => Identity.Of(t) is not null;
}
