using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Serves anybody who names a patient number, whether or not they act for that patient.</summary>
public sealed class ServesTheNeighbour : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Serves anybody who names a patient number, whether or not they act for that patient.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override bool MayActFor(Caller caller, string patientId) =>
        true;
}
