namespace Dreaming.Contracts;

/// <summary>What an invariant is asked about.</summary>
/// <param name="World">The world at that moment.</param>
/// <param name="Trajectory">What happened until then.</param>
/// <param name="Call">The call in question, as the domain's record; null at the end of a rollout.</param>
public readonly record struct InvariantContext(IWorld World, Trajectory Trajectory, object? Call);

/// <summary>An invariant, made by generated code.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Harm">The worst credible consequence of a violation.</param>
/// <param name="Likelihood">How likely that is.</param>
/// <param name="Because">What must hold, and why.</param>
/// <param name="Tool">The tool whose calls it guards; null when it is asked at the end.</param>
/// <param name="Holds">The predicate. It may throw: that is a failure of the specification, never a verdict.</param>
public sealed record InvariantContract(
    string Id,
    Harm Harm,
    Likelihood Likelihood,
    string Because,
    string? Tool,
    Func<InvariantContext, bool> Holds);
