namespace RefillDesk;

[Tool("check_interactions", "Checks one prescription against the patient's other medicines in use and recorded allergies. Call it before every repeat.")]
[Fails(ToolFault.Timeout, ToolFault.Outage, ToolFault.Malformed)]
public sealed partial record CheckInteractions(
    [RegularExpression(Ids.Prescription), Description("The prescription that is to be repeated."), Example("RX-200001")] string PrescriptionId) : ITool<InteractionReport>, IPatientData;

[Data]
public sealed partial record InteractionReport(
    [RegularExpression(Ids.Prescription), Description("The prescription that was checked.")] string PrescriptionId,
    [Description("The medicine.")] string Medication,
    [Description("No high interaction and no recorded allergy stands against a repeat.")] bool SafeToRepeat,
    [Description("What the medicine interacts with.")] ImmutableArray<InteractionFinding> Interactions,
    [Description("The recorded allergy that the medicine conflicts with.")] string? Allergy);

[Data]
public sealed partial record InteractionFinding(
    [Description("The other medicine.")] string With,
    [Description("How serious it is.")] InteractionSeverity Severity,
    [Description("What can happen.")] string Effect);

public enum InteractionSeverity
{
    Moderate,
    High,
}
