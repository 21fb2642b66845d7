using System.Net.Sockets;

namespace Dreaming.Rollouts;

/// <summary>Gives a failure its one owner.</summary>
internal static class Failure
{
    /// <summary>The end of a conversation whose agent threw.</summary>
    public static Ended OfAgent(Exception thrown) => Of(thrown, EndReason.AgentFailed, Owner.Agent, "agent");

    /// <summary>The end of a conversation whose user simulator threw.</summary>
    public static Ended OfUser(Exception thrown) => Of(thrown, EndReason.UserFailed, Owner.User, "user simulator");

    private static Ended Of(Exception thrown, EndReason reason, Owner owner, string who) => thrown switch
    {
        Overdue => new(reason, owner, $"The {who} hung: {thrown.Message}"),
        _ when IsTransport(thrown) => new(EndReason.Broken, Owner.Infrastructure, $"The {who} could not be reached: {Describe(thrown)}"),
        _ => new(reason, owner, $"The {who} threw {Describe(thrown)}"),
    };

    // A client's own time limit arrives as a cancellation around a TimeoutException.
    private static bool IsTransport(Exception thrown)
    {
        for (var e = thrown; e is not null; e = e.InnerException)
            if (e is HttpRequestException or IOException or SocketException or TimeoutException)
                return true;
        return false;
    }

    private static string Describe(Exception thrown) => $"{thrown.GetType().Name}: {thrown.Message}";
}
