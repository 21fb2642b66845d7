namespace RefillDesk;

[Tool("send_message", "Sends a message about a prescription to its prescriber: no repeats left, an interaction, a lost supply, a question about a dose, a larger supply.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.RateLimited)]
public sealed partial record SendMessage(
    [RegularExpression(Ids.Patient), Description("The number on the clinic's card."), Example("PT-100001")] string PatientId,
    [RegularExpression(Ids.Prescription), Description("The prescription that it is about."), Example("RX-200001")] string PrescriptionId,
    [Length(5, 600), Description("What the prescriber needs to know and decide."), Example("No repeats are left; please renew.")] string Text,
    [Description("What it is about.")] MessageTopic Topic = MessageTopic.Other) : ITool<MessageReceipt>, IRecordChange, IReferral;

[Data]
public sealed partial record MessageReceipt(
    [RegularExpression(Ids.Message), Description("The message's number.")] string MessageId,
    [RegularExpression(Ids.Prescription), Description("The prescription that it is about.")] string PrescriptionId,
    [Description("Who receives it.")] string Prescriber,
    [Description("By when an answer is due.")] DateOnly AnswerBy);

public enum MessageTopic
{
    Renewal,
    Interaction,
    LostSupply,
    DoseQuestion,
    LargerSupply,
    Other,
}
