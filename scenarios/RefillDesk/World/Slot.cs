namespace RefillDesk;

public sealed record Slot(string SlotId, DateOnly Day, TimeOnly Time, string Clinician);
