namespace Cloakroom;

/// <summary>A guest fetches a coat.</summary>
/// <param name="Ticket">The ticket.</param>
[Scenario("fetch-coat", Title = "A guest fetches a coat.")]
[Says("I would like my coat, my ticket is {Ticket}."), Says("{Ticket}, thanks"), Says("Could I have my coat back?")]
[Budget(Turns = 10, ToolCalls = 12)]
public sealed partial record FetchCoat([Asked("ticket", "ticket number")] string Ticket) : IScenario<FetchCoat, Racks>
{
    /// <inheritdoc/>
    public static IEnumerable<FetchCoat> Seeds(Racks world) => world.Hanging.Select(t => new FetchCoat(t));

    /// <inheritdoc/>
    public static FetchCoat? Ground(Trajectory episode, Racks world) =>
        episode.Calls<HandOut>().FirstOrDefault() is { Call: { } call } && world.Hanging.Contains(call.Ticket) ? new FetchCoat(call.Ticket) : null;

    /// <inheritdoc/>
    public bool Achieved(Racks before, Racks after, Trajectory trajectory) =>
        before.Reported.Contains(Ticket) ? after.Gone.IsEmpty && trajectory.Succeeded<CallManager>().Any() : after.Gone is [var only] && only == Ticket;

    /// <summary>Theft.</summary>
    [Counterfactual("reported-stolen", "Somebody reported the coat stolen.")]
    public Racks ReportedStolen(Racks world)
    {
        world.Reported = world.Reported.Add(Ticket);
        return world;
    }
}
