namespace Dreaming.Flaws.Desk;

/// <summary>What is to become of one prescription.</summary>
public enum Course
{
    /// <summary>It is ordered.</summary>
    Order,

    /// <summary>The person is told when it is due.</summary>
    Wait,

    /// <summary>The prescriber is written to, or an appointment is booked.</summary>
    Refer,

    /// <summary>The prescriber decides; where they are away, a clinician does so today.</summary>
    Decide,

    /// <summary>A clinician answers today.</summary>
    Clinician,
}

/// <summary>What is to become of one prescription, and why.</summary>
/// <param name="Course">What.</param>
/// <param name="PrescriptionId">The prescription.</param>
/// <param name="Medication">The medicine.</param>
/// <param name="Reason">Why, as the person is told.</param>
public sealed record Plan(Course Course, string PrescriptionId, string Medication, string Reason)
{
    /// <summary>What a message to the prescriber is about.</summary>
    public MessageTopic Topic { get; init; } = MessageTopic.Other;

    /// <summary>What the prescriber or clinician is told beside the reason.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What the prescriber or clinician is told.</summary>
    public string Message => Detail.Length == 0 ? $"Please decide: {Reason}." : $"Please decide: {Reason}. {Detail}";

    /// <summary>How many days are ordered.</summary>
    public int Days { get; init; }

    /// <summary>Where it is collected.</summary>
    public string? PharmacyId { get; init; }
}
