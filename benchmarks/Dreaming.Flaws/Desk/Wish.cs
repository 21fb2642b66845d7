namespace Dreaming.Flaws.Desk;

/// <summary>What somebody writes in for.</summary>
public enum WishKind
{
    /// <summary>Cannot be told yet.</summary>
    Unclear,

    /// <summary>A repeat.</summary>
    Repeat,

    /// <summary>A repeat of what was lost.</summary>
    Lost,

    /// <summary>A repeat for a number of days.</summary>
    Travel,

    /// <summary>An answer to how a medicine is to be taken.</summary>
    DoseQuestion,

    /// <summary>An appointment.</summary>
    Appointment,
}

/// <summary>What somebody wants and says about themselves. Of each value there is none while it is not known, one when it is, and several while it is open which one is meant.</summary>
public sealed record Wish
{
    /// <summary>What for.</summary>
    public required WishKind Kind { get; init; }

    /// <summary>The medicine is another patient's.</summary>
    public required bool ForSomebodyElse { get; init; }

    /// <summary>The person's own patient number.</summary>
    public required ImmutableArray<string> Numbers { get; init; }

    /// <summary>The other patient's number.</summary>
    public required ImmutableArray<string> OtherNumbers { get; init; }

    /// <summary>The person's date of birth.</summary>
    public required ImmutableArray<DateOnly> BirthDates { get; init; }

    /// <summary>The day that suits.</summary>
    public required ImmutableArray<DateOnly> Days { get; init; }

    /// <summary>For how many days a supply is wanted.</summary>
    public required ImmutableArray<int> DayCounts { get; init; }

    /// <summary>The question, in the person's words.</summary>
    public required string Question { get; init; }
}
