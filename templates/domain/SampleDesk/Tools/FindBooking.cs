namespace SampleDesk;

[Tool("find_booking", "Shows a booking by its number. Call it before you cancel one.")]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record FindBooking(
    [RegularExpression(@"BK-\d{4}"), Description("The booking's number."), Example("BK-1001")] string BookingId) : ITool<Booking>;

[Data]
public sealed partial record Booking(
    [RegularExpression(@"BK-\d{4}"), Description("The booking's number.")] string BookingId,
    [Sensitive, Description("Who booked.")] string Name,
    [Description("The day that is booked.")] DateOnly Day,
    [Description("It is cancelled.")] bool Cancelled);
