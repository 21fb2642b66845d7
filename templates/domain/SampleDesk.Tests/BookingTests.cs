namespace SampleDesk.Tests;

public sealed class BookingTests
{
    private readonly Bookings _world = Bookings.Open(WorldOptions.Default);

    [Fact]
    public void A_booking_is_cancelled_once()
    {
        Assert.Null(_world.Handle(new CancelBooking("BK-1001")).Refusal);
        Assert.NotNull(_world.Handle(new CancelBooking("BK-1001")).Refusal);
    }

    [Fact]
    public void What_happens_in_a_fork_stays_there()
    {
        _world.Fork().Handle(new CancelBooking("BK-1001"));

        Assert.False(_world.All["BK-1001"].Cancelled);
    }

    [Fact]
    public void Every_seed_is_a_booking_that_can_be_cancelled() => Assert.All(CancelOne.Seeds(_world), seed =>
    {
        var after = _world.Fork();
        after.Handle(new CancelBooking(seed.BookingId));

        Assert.True(seed.Achieved(_world, after, Trajectory.Empty));
        Assert.False(seed.Achieved(_world, _world, Trajectory.Empty));
    });
}
