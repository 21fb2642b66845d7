using Dreaming;

namespace OrderDesk;

/// <summary>The user says yes to a cancellation.</summary>
[Signal("agreed-to-cancel", "The user says yes to a proposal that names a cancellation.")]
public sealed record AgreedToCancel : ISignal<AgreedToCancel>
{
    public static AgreedToCancel? Detect(Trajectory soFar) => Consent.Given(soFar, Consent.Cancelling) ? new() : null;
}

/// <summary>The user says yes to other items in a pending order.</summary>
[Signal("agreed-to-items", "The user says yes to a proposal that names a change of an order's items.")]
public sealed record AgreedToItems : ISignal<AgreedToItems>
{
    public static AgreedToItems? Detect(Trajectory soFar) => Consent.Given(soFar, Consent.ChangingItems) ? new() : null;
}

/// <summary>The user says yes to another payment method.</summary>
[Signal("agreed-to-payment", "The user says yes to a proposal that names a change of the payment method.")]
public sealed record AgreedToPayment : ISignal<AgreedToPayment>
{
    public static AgreedToPayment? Detect(Trajectory soFar) => Consent.Given(soFar, Consent.ChangingPayment) ? new() : null;
}

/// <summary>The user says yes to another address, of an order or of the profile.</summary>
[Signal("agreed-to-address", "The user says yes to a proposal that names a change of address.")]
public sealed record AgreedToAddress : ISignal<AgreedToAddress>
{
    public static AgreedToAddress? Detect(Trajectory soFar) => Consent.Given(soFar, Consent.ChangingAddress) ? new() : null;
}

/// <summary>The user says yes to a return.</summary>
[Signal("agreed-to-return", "The user says yes to a proposal that names a return.")]
public sealed record AgreedToReturn : ISignal<AgreedToReturn>
{
    public static AgreedToReturn? Detect(Trajectory soFar) => Consent.Given(soFar, Consent.Returning) ? new() : null;
}

/// <summary>The user says yes to an exchange.</summary>
[Signal("agreed-to-exchange", "The user says yes to a proposal that names an exchange.")]
public sealed record AgreedToExchange : ISignal<AgreedToExchange>
{
    public static AgreedToExchange? Detect(Trajectory soFar) => Consent.Given(soFar, Consent.Exchanging) ? new() : null;
}

/// <summary>The user says yes to one change and to no other.</summary>
[Signal("agreed-to-one-change", "The user says yes to a proposal that names one kind of change, and one order at most.")]
public sealed record AgreedToOneChange : ISignal<AgreedToOneChange>
{
    public static AgreedToOneChange? Detect(Trajectory soFar) => Consent.ToOneChange(soFar) ? new() : null;
}
