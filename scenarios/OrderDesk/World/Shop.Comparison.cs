using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OrderDesk;

public sealed partial class Shop
{
    /// <summary>
    /// Whether users and orders say the same. What follows from an item id (a line's price and options) is not compared, and money counts to the cent,
    /// so that the order in which an agent lists items makes no difference.
    /// </summary>
    public bool SameAs(Shop other)
    {
        foreach (var id in _data.UserIds)
            if (!ReferenceEquals(_users[id], other.FindUser(id)) && Facts(_users[id]) != Facts(other.FindUser(id)))
                return false;
        foreach (var id in _data.OrderIds)
            if (!ReferenceEquals(_orders[id], other.FindOrder(id)) && Facts(_orders[id]) != Facts(other.FindOrder(id)))
                return false;
        return _data.UserIds.Length == other._data.UserIds.Length && _data.OrderIds.Length == other._data.OrderIds.Length;
    }

    private static string Facts(User? user)
    {
        if (user is null)
            return "";
        var facts = new StringBuilder();
        facts.Append(user.UserId).Append('|').Append(user.Name).Append('|').Append(user.Address).Append('|').Append(user.Email);
        foreach (var method in user.PaymentMethods.Values.OrderBy(m => m.Id, StringComparer.Ordinal))
            facts.Append('|').Append(method.Id).Append(' ').Append(Cents(method.Balance));
        return facts.AppendJoin('|', user.Orders).ToString();
    }

    private static string Facts(Order? order)
    {
        if (order is null)
            return "";
        var facts = new StringBuilder();
        facts.Append(order.OrderId).Append('|').Append(order.UserId).Append('|').Append(order.Address).Append('|').Append(order.Status);
        foreach (var line in order.Items)
            facts.Append('|').Append(line.ItemId);
        foreach (var payment in order.PaymentHistory)
            facts.Append('|').Append(payment.TransactionType).Append(' ').Append(Cents(payment.Amount)).Append(' ').Append(payment.PaymentMethodId);
        return facts
            .Append('|').Append(order.CancelReason)
            .Append('|').Append(Joined(order.ExchangeItems))
            .Append('|').Append(Joined(order.ExchangeNewItems))
            .Append('|').Append(order.ExchangePaymentMethodId)
            .Append('|').Append(Cents(order.ExchangePriceDifference))
            .Append('|').Append(Joined(order.ReturnItems))
            .Append('|').Append(order.ReturnPaymentMethodId)
            .ToString();
    }

    private static string Cents(decimal? amount) =>
        amount is { } value ? Math.Round(value, 2).ToString("0.00", CultureInfo.InvariantCulture) : "none";

    private static string Joined(ImmutableArray<string>? ids) => ids is { } list ? string.Join(',', list) : "none";
}
