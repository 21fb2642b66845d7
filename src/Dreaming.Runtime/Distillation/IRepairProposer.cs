using System.Collections.Immutable;
using Dreaming.Agents;

namespace Dreaming.Distillation;

/// <summary>
/// Proposes what an agent could have done instead. Blind to the rubric: it is shown what happened, what was attempted and a critique in plain words, never a criterion's text, points
/// or predicate. Nothing it proposes is believed: each proposal is executed in the same dream and judged.
/// </summary>
public interface IRepairProposer
{
    /// <summary>Names it: part of what decides a night.</summary>
    string Id { get; }

    /// <summary>Other actions for a state, the most promising first.</summary>
    /// <param name="state">What had happened before the decision.</param>
    /// <param name="attempted">What the agent did.</param>
    /// <param name="critique">What was wrong with how it ended.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    ValueTask<ImmutableArray<AgentAction>> ProposeAsync(Trajectory state, AgentAction attempted, string critique, CancellationToken cancellationToken);
}
