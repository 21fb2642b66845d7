using Dreaming;

namespace OrderDesk;

/// <summary>One conversation serves one customer, and touches only what is theirs.</summary>
[Policy]
public static partial class OwnershipPolicy
{
    [Invariant("one-customer", Harm.Considerable, Because = "A conversation serves one customer: a second one needs a conversation of their own.")]
    public static bool OneCustomer(Trajectory t) => Identity.Found(t).Select(f => f.UserId).Distinct().Count() <= 1;

    [Invariant("own-profile-read", Harm.Considerable, Because = "A customer sees no profile but their own.")]
    public static bool ProfileRead(GetUserDetails call, Trajectory t) => Identity.Of(t) is not { } user || user == call.UserId;

    [Invariant("own-order-read", Harm.Significant, Because = "A customer sees no order but their own.")]
    public static bool OrderRead(GetOrderDetails call, Trajectory t, Shop shop) => Identity.Owns(t, shop, call.OrderId);

    [Invariant("own-cancel", Harm.Considerable, Because = "A customer changes no order but their own, whoever asked for it.")]
    public static bool OwnCancelPendingOrder(CancelPendingOrder call, Trajectory t, Shop shop) => Identity.Owns(t, shop, call.OrderId);

    [Invariant("own-order-address", Harm.Considerable, Because = "A customer changes no order but their own, whoever asked for it.")]
    public static bool OwnModifyPendingOrderAddress(ModifyPendingOrderAddress call, Trajectory t, Shop shop) => Identity.Owns(t, shop, call.OrderId);

    [Invariant("own-order-items", Harm.Considerable, Because = "A customer changes no order but their own, whoever asked for it.")]
    public static bool OwnModifyPendingOrderItems(ModifyPendingOrderItems call, Trajectory t, Shop shop) => Identity.Owns(t, shop, call.OrderId);

    [Invariant("own-order-payment", Harm.Considerable, Because = "A customer changes no order but their own, whoever asked for it.")]
    public static bool OwnModifyPendingOrderPayment(ModifyPendingOrderPayment call, Trajectory t, Shop shop) => Identity.Owns(t, shop, call.OrderId);

    [Invariant("own-return", Harm.Considerable, Because = "A customer changes no order but their own, whoever asked for it.")]
    public static bool OwnReturnDeliveredOrderItems(ReturnDeliveredOrderItems call, Trajectory t, Shop shop) => Identity.Owns(t, shop, call.OrderId);

    [Invariant("own-exchange", Harm.Considerable, Because = "A customer changes no order but their own, whoever asked for it.")]
    public static bool OwnExchangeDeliveredOrderItems(ExchangeDeliveredOrderItems call, Trajectory t, Shop shop) => Identity.Owns(t, shop, call.OrderId);

    [Invariant("own-address", Harm.Considerable, Because = "A customer changes no profile but their own.")]
    public static bool OwnAddress(ModifyUserAddress call, Trajectory t) => Identity.Of(t) is not { } user || user == call.UserId;

    [Invariant("own-email-only", Harm.Considerable, Because = "The desk writes no customer's e-mail address to somebody else, unless they wrote it themselves.")]
    public static bool OwnEmailOnly(Trajectory t, Shop shop)
    {
        var said = t.AgentTexts.SelectMany(Phrases.Emails).ToHashSet(StringComparer.OrdinalIgnoreCase);
        said.ExceptWith(t.UserTexts.SelectMany(Phrases.Emails));
        var identified = Identity.Of(t);
        return said.Count == 0 || !shop.Users.Any(u => u.UserId != identified && said.Contains(u.Email));
    }
}
