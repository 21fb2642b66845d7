using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Users;

namespace Dreaming.Rollouts;

/// <summary>What all sessions of one runner share: who answers calls, who plays the user, and how long one waits for them.</summary>
internal sealed class ConversationRules(DomainManifest domain, IUserSimulator user, RolloutOptions options)
{
    public ToolHarness Tools { get; } = new(domain);

    /// <summary>What the user does next, or how the conversation ends because the simulator failed.</summary>
    public async ValueTask<(UserMove Turn, Ended? Failure)> HearAsync(Dream dream, Trajectory soFar, CancellationToken cancellationToken)
    {
        try
        {
            return (await Deadline.WithinAsync(stop => user.NextAsync(dream, soFar, stop).AsTask(), options.StepTimeout, options.Time, cancellationToken), null);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (default, Failure.OfUser(e));
        }
    }
}
