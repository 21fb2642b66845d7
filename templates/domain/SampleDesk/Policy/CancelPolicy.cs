namespace SampleDesk;

[Policy]
public static partial class CancelPolicy
{
    [Invariant("looked-up-first", Harm.Minor, Because = "A booking is cancelled only after it was looked up.")]
    public static bool LookedUpFirst(CancelBooking call, Trajectory trajectory) =>
        trajectory.Succeeded<FindBooking>().Any(found => found.Call.BookingId == call.BookingId);

    [Invariant("cancelled-once", Harm.Minor, Because = "What is cancelled is not cancelled again.")]
    public static bool CancelledOnce(CancelBooking call, Trajectory trajectory) =>
        trajectory.Succeeded<CancelBooking>().All(made => made.Call.BookingId != call.BookingId);
}
