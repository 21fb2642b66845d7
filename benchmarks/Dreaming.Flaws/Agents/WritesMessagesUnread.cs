using Dreaming.Flaws.Desk;

namespace Dreaming.Flaws.Agents;

/// <summary>Writes to the prescriber without asking which prescription it is about: takes the lowest number.</summary>
public sealed class WritesMessagesUnread : CarefulDesk, IFlawedAgent
{
    /// <inheritdoc/>
    public string Flaw => "Writes to the prescriber without asking which prescription it is about: takes the lowest number.";

    /// <inheritdoc/>
    public FlawCategory Category => FlawCategory.Policy;

    /// <inheritdoc/>
    protected override Move? Refer(Talk talk, string patientId, Plan plan, out string said)
    {
        var listed = talk.Calls.LastOrDefault(c => c.Call.Tool == ListPrescriptions.Contract.Name && c.Answer?.Kind == AnswerKind.Result)?.Answer!.Json.Items("prescriptions") ?? [];
        var lowest = listed.Select(p => p.Text("prescription_id")).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        return base.Refer(talk, patientId, plan with { PrescriptionId = lowest ?? plan.PrescriptionId }, out said);
    }
}
