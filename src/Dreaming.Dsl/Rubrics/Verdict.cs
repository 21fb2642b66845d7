using System.Text.Json.Serialization;

namespace Dreaming;

/// <summary>What a critic found about one criterion.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Finding>))]
public enum Finding
{
    /// <summary>The described thing is there.</summary>
    Met,

    /// <summary>The described thing is not there.</summary>
    NotMet,

    /// <summary>The criterion does not speak about this rollout.</summary>
    NotApplicable,

    /// <summary>No verdict could be reached. Never a number.</summary>
    Unscored,
}

/// <summary>The verdict on one criterion for one rollout.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Reason">Why; required when nothing could be found.</param>
public readonly record struct Verdict(Finding Finding, string? Reason = null)
{
    /// <summary>The described thing is there.</summary>
    public static Verdict Met => new(Finding.Met);

    /// <summary>The described thing is not there.</summary>
    public static Verdict NotMet => new(Finding.NotMet);

    /// <summary>The criterion does not speak about this rollout.</summary>
    public static Verdict NotApplicable => new(Finding.NotApplicable);

    /// <summary>No verdict could be reached.</summary>
    /// <param name="reason">Why not.</param>
    public static Verdict Unscored(string reason) => new(Finding.Unscored, reason);

    /// <summary>Met or not met.</summary>
    public static implicit operator Verdict(bool met) => met ? Met : NotMet;
}
