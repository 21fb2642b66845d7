namespace RefillDesk;

public sealed record Refill(string RefillId, string PrescriptionId, string PatientId, int DaysSupply, string PharmacyId, DateOnly ReadyOn);

public sealed record Message(string MessageId, string PatientId, string PrescriptionId, MessageTopic Topic, string Text);

public sealed record Note(string NoteId, string PatientId, string Text);

public sealed record Escalation(string EscalationId, string? PatientId, Urgency Urgency, string Summary);
