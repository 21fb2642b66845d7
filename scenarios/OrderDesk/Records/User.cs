using System.Collections.Immutable;
using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Data]
public sealed partial record PersonName(
    [Description("First name."), Sensitive] string FirstName,
    [Description("Last name."), Sensitive] string LastName);

[Data]
public sealed partial record PaymentMethod(
    [Description("credit_card, paypal or gift_card.")] string Source,
    [Description("The payment method's id.")] string Id,
    [Description("The card's brand; credit cards only.")] string? Brand = null,
    [Description("The last four digits; credit cards only.")] string? LastFour = null,
    [Description("What is left on it, in dollars; gift cards only.")] decimal? Balance = null)
{
    public bool IsGiftCard => Source == "gift_card";

    public override string ToString() => Source switch
    {
        "gift_card" => "gift card",
        "paypal" => "PayPal account",
        _ => $"{Brand} ending in {LastFour}",
    };
}

[Data]
public sealed partial record User(
    [Description("The user's id.")] string UserId,
    [Description("The user's name.")] PersonName Name,
    [Description("The default address.")] Address Address,
    [Description("The e-mail address."), Sensitive] string Email,
    [Description("Payment methods by id.")] IReadOnlyDictionary<string, PaymentMethod> PaymentMethods,
    [Description("The ids of the user's orders.")] ImmutableArray<string> Orders)
{
    public User WithPaymentMethod(PaymentMethod method)
    {
        var methods = new OrderedDictionary<string, PaymentMethod>(PaymentMethods, StringComparer.Ordinal) { [method.Id] = method };
        return this with { PaymentMethods = methods };
    }

    public User WithoutPaymentMethod(string id)
    {
        var methods = new OrderedDictionary<string, PaymentMethod>(PaymentMethods, StringComparer.Ordinal);
        methods.Remove(id);
        return this with { PaymentMethods = methods };
    }
}
