using Microsoft.Extensions.AI;

namespace Dreaming.Flaws.Trials;

/// <summary>A way to search for a dream in which an agent fails. May be used by several threads at once.</summary>
public interface IFlawSearch
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>Searches until the first failure.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="seed">Decides which dreams.</param>
    /// <param name="budget">The most dreams.</param>
    /// <param name="cancellationToken">Gives the search up.</param>
    /// <exception cref="OperationCanceledException">The search was given up.</exception>
    Task<FirstFinding> SearchAsync(IChatClient agent, ulong seed, int budget, CancellationToken cancellationToken);
}
