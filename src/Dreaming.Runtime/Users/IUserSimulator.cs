using Dreaming.Dreams;

namespace Dreaming.Users;

/// <summary>Plays the user of a dream. Without state of its own: everything follows from the dream and what has happened, so that a rollout can be forked anywhere.</summary>
public interface IUserSimulator
{
    /// <summary>What the user does after the agent has spoken.</summary>
    /// <param name="dream">The dream.</param>
    /// <param name="soFar">What has happened; the last event is an <see cref="AgentSaid"/>.</param>
    /// <param name="cancellationToken">Ends the wait for a chat model.</param>
    ValueTask<UserMove> NextAsync(Dream dream, Trajectory soFar, CancellationToken cancellationToken);
}

/// <summary>What the user does: says something, or ends the conversation.</summary>
/// <param name="Text">The words; null when there are none.</param>
/// <param name="End">How the conversation ends; null when it goes on.</param>
public readonly record struct UserMove(string? Text, EndReason? End);
