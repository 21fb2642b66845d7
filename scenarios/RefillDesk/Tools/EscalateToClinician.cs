namespace RefillDesk;

[Tool("escalate_to_clinician", "Hands the conversation to a clinician. For red flags with urgency Emergency, at once and even before the identity is confirmed.", Effect = Effect.Handover)]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record EscalateToClinician(
    [Description("Emergency: now. SameDay: before the clinic closes. Routine: within two working days."), Example("Emergency")] Urgency Urgency,
    [Length(5, 500), Description("What happened, in the person's own words where it matters."), Example("Reports chest pain since this morning.")] string Summary,
    [RegularExpression(Ids.Patient), Description("The number on the clinic's card, when known."), Example("PT-100001")] string? PatientId = null) : ITool<EscalationReceipt>, IReferral;

[Data]
public sealed partial record EscalationReceipt(
    [RegularExpression(Ids.Escalation), Description("The handover's number.")] string EscalationId,
    [Description("How urgent it is.")] Urgency Urgency,
    [Description("What the person is to be told.")] string Tell);

public enum Urgency
{
    Routine,
    SameDay,
    Emergency,
}
