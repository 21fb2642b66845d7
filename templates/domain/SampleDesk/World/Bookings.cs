namespace SampleDesk;

[Sandbox]
public sealed partial class Bookings : ISandbox<Bookings>
{
    private static readonly string[] Names = ["Ada Moss", "Ben Reed", "Cora Lane", "Dan Holt", "Eve Park", "Finn Dale", "Gia Wood", "Hal Ford"];

    public ImmutableSortedDictionary<string, Booking> All { get; set; } = ImmutableSortedDictionary.Create<string, Booking>(StringComparer.Ordinal);

    public static Bookings Open(WorldOptions options) => new()
    {
        All = Names
            .Select((name, i) => new Booking($"BK-{1001 + i}", name, DateOnly.FromDateTime(options.Now.Date).AddDays(3 + i), Cancelled: false))
            .ToImmutableSortedDictionary(b => b.BookingId, b => b, StringComparer.Ordinal),
    };

    public Bookings Fork() => new() { All = All };

    public ToolOutcome<Booking> Handle(FindBooking call) => All.TryGetValue(call.BookingId, out var found) ? found : new Refusal($"There is no booking {call.BookingId}.");

    public ToolOutcome<Booking> Handle(CancelBooking call)
    {
        if (!All.TryGetValue(call.BookingId, out var found))
            return new Refusal($"There is no booking {call.BookingId}.");
        if (found.Cancelled)
            return new Refusal($"The booking {call.BookingId} is cancelled already.");
        All = All.SetItem(call.BookingId, found with { Cancelled = true });
        return All[call.BookingId];
    }

    public ToolOutcome<string> Handle(CallStaff call) => "A member of the staff takes over.";
}
