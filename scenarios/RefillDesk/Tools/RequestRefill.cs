namespace RefillDesk;

[Tool("request_refill", "Orders a repeat of an existing prescription for collection. Only for a confirmed patient, after the interaction check, and when it is due.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.RateLimited, ToolFault.Transient)]
public sealed partial record RequestRefill(
    [RegularExpression(Ids.Prescription), Description("The prescription to repeat."), Example("RX-200001")] string PrescriptionId,
    [Range(1, 90), Description("Days that the supply is to last, within the limit of the prescription."), Example("28")] int DaysSupply,
    [RegularExpression(Ids.PickupPoint), Description("Where it will be collected; the patient's usual point when absent."), Example("PH-02")] string? PharmacyId = null) : ITool<RefillReceipt>, IRecordChange;

[Data]
public sealed partial record RefillReceipt(
    [RegularExpression(Ids.Refill), Description("The order's number.")] string RefillId,
    [RegularExpression(Ids.Prescription), Description("The prescription that is repeated.")] string PrescriptionId,
    [Description("The medicine.")] string Medication,
    [Description("Days that the supply lasts.")] int DaysSupply,
    [RegularExpression(Ids.PickupPoint), Description("Where it can be collected.")] string PharmacyId,
    [Description("The name of that pick-up point.")] string PickupPoint,
    [Description("From when it can be collected.")] DateOnly ReadyOn);
