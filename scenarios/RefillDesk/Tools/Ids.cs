namespace RefillDesk;

public static class Ids
{
    public const string Patient = @"PT-\d{6}";
    public const string Prescription = @"RX-\d{6}";
    public const string PickupPoint = @"PH-\d{2}";
    public const string Slot = @"SL-\d{4}";
    public const string Refill = @"RF-\d{6}";
    public const string Appointment = @"AP-\d{6}";
    public const string Message = @"MS-\d{6}";
    public const string Note = @"NT-\d{6}";
    public const string Escalation = @"ES-\d{6}";
}
