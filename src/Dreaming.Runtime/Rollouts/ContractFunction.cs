using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;
using Microsoft.Extensions.AI;

namespace Dreaming.Rollouts;

/// <summary>A tool as a chat client sees it: name, description and schema. It cannot be invoked; only a rollout's harness answers calls.</summary>
/// <param name="contract">The tool.</param>
public sealed class ContractFunction(ToolContract contract) : AIFunctionDeclaration
{
    private readonly JsonElement _schema = JsonElement.Parse(contract.ParametersSchema);

    /// <summary>The tool's contract.</summary>
    public ToolContract Contract { get; } = contract;

    /// <inheritdoc/>
    public override string Name => Contract.Name;

    /// <inheritdoc/>
    public override string Description => Contract.Description;

    /// <inheritdoc/>
    public override JsonElement JsonSchema => _schema;

    /// <summary>One function a tool of the domain, in the manifest's order.</summary>
    public static ImmutableArray<AITool> Of(DomainManifest domain) => [.. domain.Tools.Select(t => new ContractFunction(t))];
}
