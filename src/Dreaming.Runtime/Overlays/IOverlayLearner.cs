using System.Collections.Immutable;
using Dreaming.Determinism;
using Dreaming.Distillation;

namespace Dreaming.Overlays;

/// <summary>Makes an overlay from lessons.</summary>
public interface IOverlayLearner
{
    /// <summary>The agent for which it learns.</summary>
    string Agent { get; }

    /// <summary>Learns. The same lessons, parent and seed give the same overlay.</summary>
    /// <param name="lessons">What to learn.</param>
    /// <param name="parent">The overlay to go on from; null to begin anew.</param>
    /// <param name="seed">Decides everything that is random.</param>
    /// <param name="cancellationToken">Gives the learning up.</param>
    /// <returns>The overlay; null when the lessons teach this agent nothing.</returns>
    /// <exception cref="ArgumentException">The parent was learnt for another agent or under other contracts.</exception>
    Task<Overlay?> LearnAsync(ImmutableArray<Lesson> lessons, Overlay? parent, Seed seed, CancellationToken cancellationToken);
}
