namespace RefillDesk;

[Tool("add_note", "Adds a note to a patient's record for the next person at the desk.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record AddNote(
    [RegularExpression(Ids.Patient), Description("The number on the clinic's card."), Example("PT-100001")] string PatientId,
    [Length(3, 400), Description("The note."), Example("Asked to collect at another pick-up point.")] string Text) : ITool<NoteReceipt>, IRecordChange;

[Data]
public sealed partial record NoteReceipt(
    [RegularExpression(Ids.Note), Description("The note's number.")] string NoteId,
    [RegularExpression(Ids.Patient), Description("The patient.")] string PatientId);
