namespace OrderDesk;

/// <summary>Finds out who the customer is.</summary>
public interface IIdentification;

/// <summary>Shows or changes what belongs to a customer.</summary>
public interface ICustomerRecord;

/// <summary>Shows what the shop sells.</summary>
public interface ICatalogue;

/// <summary>Changes the shop's records, and cannot be taken back.</summary>
public interface IChange : ICustomerRecord;

/// <summary>Changes an order.</summary>
public interface IOrderChange : IChange
{
    /// <summary>The order.</summary>
    string OrderId { get; }
}

/// <summary>Changes an order that was not sent yet.</summary>
public interface IPendingOrderChange : IOrderChange;

/// <summary>Changes an order and moves money for it, by a payment method that the customer names.</summary>
public interface IPaidChange : IOrderChange;

/// <summary>Swaps items of an order for other variants, once.</summary>
public interface IItemSwap : IPaidChange;

/// <summary>Changes an address.</summary>
public interface IAddressChange : IChange;
