using System.Text;
using Dreaming.Contracts;

namespace Dreaming.Dreams;

/// <summary>Opens the world of a dream.</summary>
/// <param name="domain">The domain.</param>
/// <param name="root">The world as the domain ships it. It is forked, never changed.</param>
public sealed class DreamWorld(DomainManifest domain, IWorld root)
{
    /// <summary>The scenario of a skeleton as the domain's record.</summary>
    /// <exception cref="InvalidOperationException">The domain declares no such scenario.</exception>
    /// <exception cref="System.Text.Json.JsonException">The facts do not fit the scenario.</exception>
    public object ReadScenario(Skeleton skeleton) => Contract(skeleton).Read(Encoding.UTF8.GetBytes(skeleton.Facts.Text));

    /// <summary>A world of its own for one run: a fork of the root with the skeleton's <see cref="WhatIf"/> operators applied in order.</summary>
    /// <exception cref="InvalidOperationException">The domain declares no such scenario or counterfactual.</exception>
    /// <exception cref="System.Text.Json.JsonException">The facts do not fit the scenario.</exception>
    public IWorld Open(Skeleton skeleton)
    {
        var world = root.Fork();
        var contract = Contract(skeleton);
        object? scenario = null;
        foreach (var change in skeleton.Operators.OfType<WhatIf>())
        {
            var counterfactual = contract.Counterfactuals.FirstOrDefault(c => c.Id == change.Counterfactual)
                ?? throw new InvalidOperationException($"The scenario '{skeleton.Scenario}' of '{domain.Name}' declares no counterfactual '{change.Counterfactual}'.");
            world = counterfactual.Apply(scenario ??= ReadScenario(skeleton), world);
        }

        return world;
    }

    private ScenarioContract Contract(Skeleton skeleton) =>
        domain.FindScenario(skeleton.Scenario)
        ?? throw new InvalidOperationException($"The domain '{domain.Name}' declares no scenario '{skeleton.Scenario}'.");
}
