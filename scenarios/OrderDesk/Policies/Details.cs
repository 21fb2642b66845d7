using Dreaming;

namespace OrderDesk;

/// <summary>The user has said, or agreed, by which payment method to pay or to be refunded.</summary>
[Signal("named-payment-method", "The user names a payment method, or says yes to a message that names one.")]
public sealed record NamedPaymentMethod : ISignal<NamedPaymentMethod>
{
    public static NamedPaymentMethod? Detect(Trajectory soFar) => Said.OrAgreedTo(soFar, Phrases.NamesPaymentMethod) ? new() : null;
}

/// <summary>The user has said, or agreed, why an order is cancelled.</summary>
[Signal("named-reason", "The user gives one of the two reasons for a cancellation, or says yes to a message that names one.")]
public sealed record NamedReason : ISignal<NamedReason>
{
    public static NamedReason? Detect(Trajectory soFar) => Said.OrAgreedTo(soFar, Phrases.NamesReasonForCancelling) ? new() : null;
}
