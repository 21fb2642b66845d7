using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Dreaming;

[assembly: Domain("guest-desk")]

namespace GuestDesk;

/// <summary>Somebody who stays, with those who come along: a record that holds itself.</summary>
[Data]
public sealed partial record Guest([Sensitive] string FullName, ImmutableArray<Guest> Children, Guest? Companion = null);

[Data]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "method")]
[JsonDerivedType(typeof(ByCard), "card")]
[JsonDerivedType(typeof(ByVoucher), "voucher")]
[JsonDerivedType(typeof(InParts), "parts")]
public abstract partial record Payment;

[Data]
public sealed partial record ByCard([RegularExpression(@"CC-\d{4}"), Example("CC-0001")] string CardId) : Payment;

[Data]
public sealed partial record ByVoucher([RegularExpression(@"VO-\d{4}"), Example("VO-0001")] string VoucherId, Uri? Terms = null) : Payment;

[Data]
public sealed partial record InParts([MinLength(2)] ImmutableArray<Payment> Parts) : Payment;

[Tool("book_stay", "Books a stay.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout)]
public sealed partial record BookStay(
    TimeSpan Length,
    Payment Payment,
    Guest Guest,
    [MinLength(2)] ImmutableHashSet<DateOnly> Days,
    [EmailAddress] string Mailbox,
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)] double Discount,
    [Base64String] string Token,
    Uri? Brochure = null) : ITool<bool>;

[Tool("pay", "Pays for a stay.", Effect = Effect.Write)]
public sealed partial record Pay(Payment Payment) : ITool<bool>;

[Tool("extend_stay", "Makes a stay longer.", Effect = Effect.Write)]
public sealed partial record ExtendStay(TimeSpan Longer) : ITool<bool>;

[Tool("send_page", "Sends a page to a mailbox.")]
public sealed partial record SendPage(Uri Page, [EmailAddress] string Mailbox) : ITool<bool>;

[Sandbox]
public sealed partial class Hotel : ISandbox<Hotel>
{
    public static Hotel Open(WorldOptions options) => new();

    public Hotel Fork() => this;

    public ToolOutcome<bool> Handle(BookStay call) => call.Length > TimeSpan.Zero;

    public ToolOutcome<bool> Handle(Pay call) => call.Payment is not InParts;

    public ToolOutcome<bool> Handle(ExtendStay call) => call.Longer > TimeSpan.Zero;

    public ToolOutcome<bool> Handle(SendPage call) => call.Page.IsAbsoluteUri;
}
