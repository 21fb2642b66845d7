namespace Dreaming.Distillation;

/// <summary>A dream that passed: every decision in it led there.</summary>
/// <param name="Id">The rollout's id, or that of a repair.</param>
/// <param name="Trajectory">What happened.</param>
public sealed record Demonstration(string Id, Trajectory Trajectory);
