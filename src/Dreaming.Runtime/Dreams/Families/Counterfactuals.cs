using Dreaming.Determinism;

namespace Dreaming.Dreams.Families;

/// <summary>The world is as one of the scenario's counterfactuals has it.</summary>
internal sealed class Counterfactuals : IFamily
{
    public Family Family => Family.CounterfactualOutcome;

    public Skeleton? Vary(Departure from, SeededRandom random) =>
        from.Contract.Counterfactuals.IsEmpty || from.Skeleton.Operators.Any(o => o is WhatIf)
            ? null
            : SkeletonId.With(from.Skeleton, new WhatIf(random.Pick(from.Contract.Counterfactuals).Id));
}
