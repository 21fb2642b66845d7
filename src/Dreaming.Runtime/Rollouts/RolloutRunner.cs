using System.Collections.Immutable;
using System.Globalization;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Simulators;
using Dreaming.Users;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts;

/// <summary>
/// Runs agents in dreams. The user opens, the agent answers with words or calls, tools and user answer the agent, until somebody ends it.
/// Whatever goes wrong is an end with one owner; only cancellation is an exception. May be used by several threads at once.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="root">The world as the domain ships it; each conversation gets a fork.</param>
/// <param name="user">Plays the user.</param>
/// <param name="options">Limits beside the dream's own budgets.</param>
/// <param name="tiers">Answer the calls that the sandbox has no answer to; null when a dream ends there.</param>
public sealed class RolloutRunner(DomainManifest domain, IWorld root, IUserSimulator user, RolloutOptions options, ToolTiers? tiers = null)
{
    private readonly ConversationRules _rules = new(domain, user, options);
    private readonly DreamWorld _worlds = new(domain, root);
    private readonly ImmutableArray<AITool> _tools = ContractFunction.Of(domain);

    /// <summary>Runs an agent in a dream, from the user's first message to the end.</summary>
    /// <param name="dream">The dream.</param>
    /// <param name="agent">The agent. It keeps no state between calls and leaves the messages it is given as they are.</param>
    /// <param name="agentId">Names it in the rollout.</param>
    /// <param name="trial">Which run of the agent in this dream it is, from 0.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="OperationCanceledException">The run was given up; there is no rollout.</exception>
    public async Task<Rollout> RunAsync(Dream dream, IChatClient agent, string agentId, int trial, CancellationToken cancellationToken = default)
    {
        RolloutSession session;
        try
        {
            session = Open(dream, trial);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var end = new Ended(EndReason.Broken, Owner.Contract, $"The world of the dream could not be opened: {e.GetType().Name}: {e.Message}");
            return Rollout(new Trajectory([new UserSaid(dream.Opening), end]));
        }

        await ContinueAsync(session, agent, cancellationToken);
        return Rollout(session.Trajectory);

        Rollout Rollout(Trajectory happened) => new()
        {
            Id = ContentId.Of(dream.Id, agentId, trial.ToString(CultureInfo.InvariantCulture)),
            Dream = dream,
            Agent = agentId,
            Trial = trial,
            Trajectory = happened,
        };
    }

    /// <summary>Opens a conversation: the user has spoken, the agent is next.</summary>
    /// <param name="dream">The dream.</param>
    /// <param name="trial">Which run of the agent in this dream it is, from 0.</param>
    /// <exception cref="InvalidOperationException">The domain does not declare the dream's scenario or counterfactual.</exception>
    public RolloutSession Open(Dream dream, int trial = 0)
    {
        var sandbox = _worlds.Open(dream.Skeleton);
        return new(_rules, dream, trial, tiers?.Over(sandbox, dream) ?? sandbox);
    }

    /// <summary>Lets an agent go on until the end. Does nothing when the conversation is over.</summary>
    /// <param name="session">The conversation.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="cancellationToken">Gives the run up; the session stands where it was then.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task ContinueAsync(RolloutSession session, IChatClient agent, CancellationToken cancellationToken = default)
    {
        while (!session.Ended)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (session.CallsSinceUser >= options.CallsPerTurn)
            {
                session.Close(new Ended(EndReason.CallBudget, Owner.Agent, $"The agent called tools {options.CallsPerTurn} times without speaking to the user."));
                return;
            }

            var (answer, failure) = await AskAsync(session, agent, cancellationToken);
            if (failure is null)
                await session.ApplyAsync(answer, cancellationToken);
            else
                session.Close(failure);
        }
    }

    private async Task<(AgentAnswer Answer, Ended? Failure)> AskAsync(RolloutSession session, IChatClient agent, CancellationToken cancellationToken)
    {
        try
        {
            var response = await Deadline.WithinAsync(
                stop => agent.GetResponseAsync(session.Messages, Options(session), stop), options.StepTimeout, options.Time, cancellationToken);
            return (AgentAnswer.Of(response, session.CallsLeft), null);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (default, Failure.OfAgent(e));
        }
    }

    // Made anew for each step: clients are free to change what they are given.
    private ChatOptions Options(RolloutSession session) => new()
    {
        Instructions = domain.Instructions,
        Tools = [.. _tools],
        Seed = session.AgentSeed,
    };
}
