using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>Puts a shield around a chat client.</summary>
public static class ShieldExtensions
{
    /// <summary>
    /// The chat client, held to the policy of a domain. In a pipeline of Microsoft.Extensions.AI, after function invocation and before the model:
    /// <c>builder.UseFunctionInvocation().Use(inner => inner.UseDreamingShield(domain))</c>.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of its range.</exception>
    public static ShieldChatClient UseDreamingShield(this IChatClient client, DomainManifest domain, ShieldOptions? options = null) => new(client, domain, options);
}
