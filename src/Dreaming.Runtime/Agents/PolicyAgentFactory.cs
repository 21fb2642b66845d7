using Dreaming.Contracts;
using Dreaming.Overlays;
using Microsoft.Extensions.AI;

namespace Dreaming.Agents;

/// <summary>Makes <see cref="PolicyAgent"/>s for a domain.</summary>
/// <param name="domain">The domain.</param>
public sealed class PolicyAgentFactory(DomainManifest domain) : IAgentFactory
{
    /// <inheritdoc/>
    public string Id => PolicyAgent.ModelId;

    /// <inheritdoc/>
    public IChatClient Create(Overlay? overlay) => new PolicyAgent(domain, overlay);
}
