using Dreaming.Critics;
using Dreaming.Dreams;
using Dreaming.Rollouts;

namespace Dreaming.Nights;

/// <summary>A rollout with its scorecard: the unit that a night keeps.</summary>
/// <param name="Rollout">The rollout.</param>
/// <param name="Scorecard">The verdicts.</param>
public sealed record JudgedRollout(Rollout Rollout, Scorecard Scorecard);

/// <summary>A rollout to be run.</summary>
/// <param name="Group">What it is for.</param>
/// <param name="Dream">The dream.</param>
/// <param name="Trial">Which run of the same skeleton it is.</param>
internal sealed record RolloutCase(CaseGroup Group, Dream Dream, int Trial)
{
    /// <summary>Names the case in the journal.</summary>
    public string Unit => $"{Group}/{Dream.Id}/{Trial}";
}

/// <summary>What a rollout is for.</summary>
internal enum CaseGroup
{
    /// <summary>A dream whose failure may be learnt from.</summary>
    Lesson,

    /// <summary>A dream that only measures.</summary>
    Probe,

    /// <summary>The rehearsal of a held-out episode.</summary>
    HeldOut,

    /// <summary>A dream of the safety suite.</summary>
    Safety,
}

internal static class CaseGroups
{
    /// <summary>What the report calls the runs of this group before or after learning.</summary>
    public static string In(this CaseGroup group, string stage) => group switch
    {
        CaseGroup.HeldOut => $"held-out {stage}",
        CaseGroup.Safety => $"safety {stage}",
        _ => stage,
    };
}
