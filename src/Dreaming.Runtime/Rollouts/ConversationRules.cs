using System.Globalization;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Users;

namespace Dreaming.Rollouts;

/// <summary>What all sessions of one runner share: who answers calls, who plays the user, and how long one waits for them.</summary>
internal sealed class ConversationRules(DomainManifest domain, IUserSimulator user, RolloutOptions options)
{
    public ToolHarness Tools { get; } = new(domain);

    /// <summary>How the conversation ends because an answer is longer than anybody reads; null when it is not.</summary>
    public Ended? TooLong(AgentAnswer answer)
    {
        if (answer.Text.Length > options.AnswerLength)
            return Flooded(string.Create(CultureInfo.InvariantCulture, $"a message of {answer.Text.Length} characters"));
        foreach (var call in answer.Calls)
            if (call.Arguments.Utf8.Length > options.AnswerLength)
                return Flooded(string.Create(CultureInfo.InvariantCulture, $"arguments of {call.Arguments.Utf8.Length} bytes"));
        return null;
    }

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

    private Ended Flooded(string what) =>
        new(EndReason.AgentFailed, Owner.Agent, string.Create(CultureInfo.InvariantCulture, $"The agent sent {what}; {options.AnswerLength} are the most."));
}
