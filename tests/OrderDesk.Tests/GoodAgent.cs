namespace OrderDesk.Tests;

/// <summary>What a good agent does in each scenario, written by hand. Where the shop refuses, it says so.</summary>
internal static class GoodAgent
{
    public static Conversation Handles(object scenario, Shop world)
    {
        var talk = new Conversation(world);
        switch (scenario)
        {
            case CancelOrder s:
                Opens(talk, $"please cancel {s.OrderId}, {s.Reason}", s.Email, s.OrderId)
                    .Agree($"Shall I cancel order {s.OrderId}?").Call(new CancelPendingOrder(s.OrderId, s.Reason));
                break;
            case ReturnItems s:
                Opens(talk, $"I want to return {s.Items}", s.Email, s.OrderId)
                    .Agree($"Shall I start the return for {s.OrderId}, refunded to {s.PaymentMethodId}?").Call(new ReturnDeliveredOrderItems(s.OrderId, s.ItemIds, s.PaymentMethodId));
                break;
            case ExchangeItems s:
                Opens(talk, $"I want {s.Wanted}", s.Email, s.OrderId)
                    .Agree($"Are these all the items? Shall I exchange them in {s.OrderId}, with {s.PaymentMethodId}?").Call(new ExchangeDeliveredOrderItems(s.OrderId, s.ItemIds, s.NewItemIds, s.PaymentMethodId));
                break;
            case ChangeItems s:
                Opens(talk, $"I want {s.Wanted}", s.Email, s.OrderId)
                    .Agree($"Are these all the items? Shall I swap them in {s.OrderId}, with {s.PaymentMethodId}?").Call(new ModifyPendingOrderItems(s.OrderId, s.ItemIds, s.NewItemIds, s.PaymentMethodId));
                break;
            case ChangeShippingAddress s:
                Opens(talk, $"send it to {s.NewAddress}", s.Email, s.OrderId)
                    .Agree($"Shall I change the address of {s.OrderId}?")
                    .Call(new ModifyPendingOrderAddress(s.OrderId, s.Address1, s.Address2, s.City, s.State, s.Country, s.Zip));
                break;
            case ChangePayment s:
                Opens(talk, $"charge it to my {s.Payment}", s.Email, s.OrderId)
                    .Agree($"Shall I change the payment method of {s.OrderId}?").Call(new ModifyPendingOrderPayment(s.OrderId, s.PaymentMethodId));
                break;
            case PayByGiftCard s:
                Opens(talk, $"charge it to my {s.Payment}", s.Email, s.OrderId)
                    .Agree($"Shall I change the payment method of {s.OrderId}?").Call(new ModifyPendingOrderPayment(s.OrderId, s.PaymentMethodId));
                break;
            case ChangeDefaultAddress s:
                talk.User($"my new address is {s.NewAddress}").Call(new FindUserIdByEmail(s.Email)).Call(new GetUserDetails(s.UserId))
                    .Agree("Shall I change the address in your profile?")
                    .Call(new ModifyUserAddress(s.UserId, s.Address1, s.Address2, s.City, s.State, s.Country, s.Zip));
                break;
            case OrderQuestion s:
                Opens(talk, s.Question, s.Email, s.OrderId);
                break;
            case ProductQuestion s:
                talk.User(s.Product).Call(new FindUserIdByEmail(s.Email)).Call(new GetProductDetails(s.ProductId));
                break;
            case HumanRequest s:
                return talk.User(s.Wish).Call(new FindUserIdByEmail(s.Email)).Call(new TransferToHumanAgents($"The customer wants to {s.Wish}."))
                    .Agent("YOU ARE BEING TRANSFERRED TO A HUMAN AGENT. PLEASE HOLD ON.");
            case SomebodyElsesOrder s:
                talk.User($"please cancel {s.OrderId}").Call(new FindUserIdByEmail(s.Email));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(scenario), scenario, "No script is written for this scenario.");
        }

        return talk.Agent("That is all I can tell you about it.");
    }

    private static Conversation Opens(Conversation talk, string wish, string email, string orderId) =>
        talk.User(wish).Agent("May I have your e-mail address?").User(email).Call(new FindUserIdByEmail(email)).Call(new GetOrderDetails(orderId));
}
