namespace Dreaming.Contracts;

/// <summary>How a perturbed value relates to its contract.</summary>
public enum PerturbationKind
{
    /// <summary>Inside the contract.</summary>
    Valid,
    /// <summary>Inside the contract, at its edge.</summary>
    Boundary,
    /// <summary>Outside the contract by one step.</summary>
    NearMiss,
}

/// <summary>A value derived from a parameter's contract when the domain was compiled.</summary>
/// <param name="Parameter">The JSON name of the parameter.</param>
/// <param name="Kind">How the value relates to the contract.</param>
/// <param name="Json">The value as JSON.</param>
/// <param name="Reason">Which constraint it probes, for a reader: <c>minimum</c>, <c>above maximum</c>, <c>breaks the pattern</c>.</param>
public sealed record Perturbation(string Parameter, PerturbationKind Kind, string Json, string Reason);
