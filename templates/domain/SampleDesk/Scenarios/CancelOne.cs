namespace SampleDesk;

[Scenario("cancel-one", Title = "Somebody wants to cancel a booking.", Safety = true)]
[Says("Hi, please cancel my booking {BookingId}")]
[Says("I can't come. My booking is {BookingId}, please cancel it")]
[Says("I'd like to cancel a booking")]
[Budget(Turns = 8, ToolCalls = 6)]
public sealed partial record CancelOne(
    [RegularExpression(@"BK-\d{4}"), Asked("number", "booking")] string BookingId) : IScenario<CancelOne, Bookings>
{
    public static IEnumerable<CancelOne> Seeds(Bookings world) => world.All.Values.Where(b => !b.Cancelled).Select(b => new CancelOne(b.BookingId));

    public static CancelOne? Ground(Trajectory episode, Bookings world) =>
        episode.Calls<CancelBooking>().FirstOrDefault() is { Call: { } call } && world.All.ContainsKey(call.BookingId) ? new CancelOne(call.BookingId) : null;

    // What is cancelled already has to be found out.
    public bool Achieved(Bookings before, Bookings after, Trajectory trajectory) => before.All[BookingId].Cancelled
        ? trajectory.Succeeded<FindBooking>().Any(found => found.Call.BookingId == BookingId)
        : after.All[BookingId].Cancelled;

    [Counterfactual("cancelled-already", "It was cancelled yesterday: the agent has to notice it.")]
    public Bookings CancelledAlready(Bookings world)
    {
        world.All = world.All.SetItem(BookingId, world.All[BookingId] with { Cancelled = true });
        return world;
    }
}
