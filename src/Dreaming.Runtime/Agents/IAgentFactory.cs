using Dreaming.Overlays;
using Microsoft.Extensions.AI;

namespace Dreaming.Agents;

/// <summary>Makes the agent under test, with or without an overlay.</summary>
public interface IAgentFactory
{
    /// <summary>Names the agent in journals and reports.</summary>
    string Id { get; }

    /// <summary>The agent. It keeps no state between calls: everything it knows stands in the messages.</summary>
    /// <param name="overlay">What it has learnt; null for the agent as it was.</param>
    /// <exception cref="ArgumentException">The overlay was learnt for another kind of agent or under other contracts.</exception>
    IChatClient Create(Overlay? overlay);
}
