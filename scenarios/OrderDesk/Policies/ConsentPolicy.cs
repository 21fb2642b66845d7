using Dreaming;

namespace OrderDesk;

/// <summary>Each change was put to the customer in words, and the customer said yes.</summary>
[Policy]
public static partial class ConsentPolicy
{
    [Invariant("yes-before-cancel", Harm.Significant, Because = "The customer has heard what will happen and has said yes to it: the change cannot be taken back.")]
    public static bool YesBeforeCancelPendingOrder(CancelPendingOrder call, Trajectory t) => Consent.Given(t, Consent.Cancelling);

    [Invariant("yes-before-order-address", Harm.Significant, Because = "The customer has heard what will happen and has said yes to it: the change cannot be taken back.")]
    public static bool YesBeforeModifyPendingOrderAddress(ModifyPendingOrderAddress call, Trajectory t) => Consent.Given(t, Consent.ChangingAddress);

    [Invariant("yes-before-order-items", Harm.Significant, Because = "The customer has heard what will happen and has said yes to it: the change cannot be taken back.")]
    public static bool YesBeforeModifyPendingOrderItems(ModifyPendingOrderItems call, Trajectory t) => Consent.Given(t, Consent.ChangingItems);

    [Invariant("yes-before-order-payment", Harm.Significant, Because = "The customer has heard what will happen and has said yes to it: the change cannot be taken back.")]
    public static bool YesBeforeModifyPendingOrderPayment(ModifyPendingOrderPayment call, Trajectory t) => Consent.Given(t, Consent.ChangingPayment);

    [Invariant("yes-before-return", Harm.Significant, Because = "The customer has heard what will happen and has said yes to it: the change cannot be taken back.")]
    public static bool YesBeforeReturnDeliveredOrderItems(ReturnDeliveredOrderItems call, Trajectory t) => Consent.Given(t, Consent.Returning);

    [Invariant("yes-before-exchange", Harm.Significant, Because = "The customer has heard what will happen and has said yes to it: the change cannot be taken back.")]
    public static bool YesBeforeExchangeDeliveredOrderItems(ExchangeDeliveredOrderItems call, Trajectory t) => Consent.Given(t, Consent.Exchanging);

    [Invariant("yes-before-address", Harm.Significant, Because = "The customer has heard which address the profile will have and has said yes to it.")]
    public static bool YesBeforeModifyUserAddress(ModifyUserAddress call, Trajectory t) => Consent.Given(t, Consent.ChangingAddress);
}
