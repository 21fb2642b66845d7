namespace SampleDesk;

[Tool("cancel_booking", "Cancels a booking that was looked up and is not cancelled yet.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.RateLimited)]
public sealed partial record CancelBooking(
    [RegularExpression(@"BK-\d{4}"), Description("The booking's number."), Example("BK-1001")] string BookingId) : ITool<Booking>;
