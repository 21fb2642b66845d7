using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Shrinking;
using Microsoft.Extensions.AI;
using RefillDesk;

namespace Dreaming.Xunit.Tests;

/// <summary>Short ways to dreams of the refill desk.</summary>
internal static class Desk
{
    public static DreamStage Stage { get; } = DreamStage.Of(typeof(RefillDeskDomain), null);

    public static DomainManifest Domain => Stage.Domain;

    /// <summary>A dream of a repeat with these operators.</summary>
    /// <param name="instance">Which instance of the scenario, in the world's order.</param>
    /// <param name="operators">The operators.</param>
    public static Dream Dream(int instance, params ImmutableArray<DreamOperator> operators)
    {
        var pool = new InstancePool(Stage.World, []);
        var plain = pool.Seeds(Domain.FindScenario("repeat-prescription")!).ElementAt(instance);
        var skeleton = SkeletonId.Seal(plain with { Operators = operators, Family = Family.FailureInjection });
        Assert.Null(new SkeletonCheck(Domain, Stage.World, pool, []).Refusal(skeleton));
        return new DreamWriter(Domain).Write(skeleton, new Seed(5));
    }

    public static DreamCase Case(Dream dream, int shrinkRollouts = 200) => new(Stage, dream, DreamName.Of(dream.Skeleton, 1), shrinkRollouts);

    public static async Task<(JudgedRollout Failure, FailedRule Rule)> FailAsync(Dream dream, IChatClient agent)
    {
        var failure = await Stage.RehearseAsync(dream, agent, 0, TestContext.Current.CancellationToken);
        return (failure, FailedRule.Of(failure, Domain) ?? throw new InvalidOperationException("The agent passes in this dream."));
    }
}
