using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Distillation;
using Dreaming.Episodes;
using Dreaming.Gates;
using Dreaming.Rollouts;

namespace Dreaming.Reports;

/// <summary>Everything that a night has to say. All but <see cref="Timings"/> follows from the seed.</summary>
public sealed record NightReport
{
    /// <summary>The domain's name.</summary>
    public required string Domain { get; init; }
    /// <summary>The night: hash of everything that decides it.</summary>
    public required string NightId { get; init; }
    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }
    /// <summary>The contract hash of the domain.</summary>
    public required string ContractHash { get; init; }
    /// <summary>The agent that slept.</summary>
    public required string Agent { get; init; }
    /// <summary>The overlay it wore when it went to bed; null for none.</summary>
    public string? Parent { get; init; }
    /// <summary>The episodes.</summary>
    public required EpisodeCounts Episodes { get; init; }
    /// <summary>The dreams.</summary>
    public required DreamCounts Dreams { get; init; }
    /// <summary>The rollouts.</summary>
    public required RolloutCounts Rollouts { get; init; }
    /// <summary>How many corrections were tried, how many passed, and how many distinct ones were kept.</summary>
    public required RepairCounts Repairs { get; init; }
    /// <summary>The candidate; null when there was nothing to learn from.</summary>
    public OverlaySummary? Overlay { get; init; }
    /// <summary>The gate's decision; null when no gate was asked for or there was no candidate.</summary>
    public GateDecision? Gate { get; init; }
    /// <summary>The agent as it went to bed, over the dreams and the held-out rehearsals of the night.</summary>
    public required Tally Before { get; init; }
    /// <summary>The agent with the candidate, over the same; null without a candidate.</summary>
    public Tally? After { get; init; }
    /// <summary>Before and after, stratum by stratum.</summary>
    public required ImmutableArray<StratumRow> Strata { get; init; }
    /// <summary>What was dreamed and what never was.</summary>
    public required ImmutableArray<CoverageCell> Coverage { get; init; }
    /// <summary>Which transitions of the policy's automata the rollouts took, by constraint; null when the domain has no temporal constraints.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ConstraintCoverage>? Policy { get; init; }
    /// <summary>Criteria before and after, by QUEST heading.</summary>
    public required ImmutableArray<CriterionRow> Criteria { get; init; }
    /// <summary>The episodes that were not taken.</summary>
    public required ImmutableArray<Quarantined> Quarantined { get; init; }
    /// <summary>What was not done: unscored criteria, families without dreams, truncated runs. One sentence each.</summary>
    public required ImmutableArray<string> NotDone { get; init; }
    /// <summary>Hash of everything above and of every trajectory, scorecard and repair of the night.</summary>
    public required string Digest { get; init; }
    /// <summary>Seconds by stage; the only part that differs from run to run.</summary>
    public ImmutableSortedDictionary<string, double> Timings { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
    /// <summary>Every failed or unjudged rollout of the night.</summary>
    [JsonIgnore]
    public ImmutableArray<FailedRollout> Failures { get; init; } = [];
    /// <summary>The repairs that were kept.</summary>
    [JsonIgnore]
    public ImmutableArray<Repair> KeptRepairs { get; init; } = [];
}

/// <summary>Counts of episodes.</summary>
/// <param name="Read">Records found.</param>
/// <param name="Kept">Taken: train and held-out.</param>
/// <param name="Duplicates">Seen before.</param>
/// <param name="Quarantined">Not taken, each with its reason.</param>
/// <param name="Train">May enter dreams.</param>
/// <param name="HeldOut">May only gate.</param>
/// <param name="Grounded">Kept episodes that a scenario recognised.</param>
public sealed record EpisodeCounts(int Read, int Kept, int Duplicates, int Quarantined, int Train, int HeldOut, int Grounded);

/// <summary>Counts of dreams.</summary>
/// <param name="Total">Dreams made.</param>
/// <param name="Distinct">Distinct skeletons among them.</param>
/// <param name="ByFamily">Dreams by family.</param>
/// <param name="Rejected">Candidates that were turned down before any agent ran, by reason.</param>
public sealed record DreamCounts(int Total, int Distinct, ImmutableSortedDictionary<string, int> ByFamily, ImmutableSortedDictionary<string, int> Rejected);

/// <summary>Counts of rollouts.</summary>
/// <param name="Total">Rollouts run, forks of the repair search included.</param>
/// <param name="Failed">Failed by the agent.</param>
/// <param name="Unscored">Not judged.</param>
/// <param name="ByOwner">Failures by owner.</param>
/// <param name="ByStage">Rollouts by the stage that ran them.</param>
public sealed record RolloutCounts(int Total, int Failed, int Unscored, ImmutableSortedDictionary<string, int> ByOwner, ImmutableSortedDictionary<string, int> ByStage);

/// <summary>Counts of repairs.</summary>
/// <param name="Tried">Alternatives that were executed.</param>
/// <param name="Found">Corrections that passed.</param>
/// <param name="Kept">Distinct ones that became lessons, after the cap.</param>
public sealed record RepairCounts(int Tried, int Found, int Kept);

/// <summary>The candidate in a line.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ContractHash">The contracts it was learnt under.</param>
/// <param name="EpisodeLessons">Lessons from real episodes.</param>
/// <param name="DreamLessons">Lessons from dreams.</param>
public sealed record OverlaySummary(string Id, string ContractHash, int EpisodeLessons, int DreamLessons);

/// <summary>A pass rate and the mean of each term of the score.</summary>
/// <param name="Judged">Rollouts that were judged.</param>
/// <param name="Passed">Rollouts that passed.</param>
/// <param name="Rate">The pass rate with Wilson's 95 % interval; null when none was judged.</param>
/// <param name="Breaches">Rollouts with a violated invariant or temporal constraint.</param>
/// <param name="Reward">The mean of R over the rollouts for which it is defined; null when there is none.</param>
/// <param name="Terms">The mean of each term of R, by name.</param>
public sealed record Tally(int Judged, int Passed, Interval? Rate, int Breaches, double? Reward, ImmutableSortedDictionary<string, double> Terms);

/// <summary>A row of the table of before and after.</summary>
/// <param name="Group"><c>dreams</c> or <c>held-out</c>.</param>
/// <param name="Stratum">A family, or a scenario's id.</param>
/// <param name="Before">The agent as it went to bed.</param>
/// <param name="After">The agent with the candidate; null without one.</param>
public sealed record StratumRow(string Group, string Stratum, Tally Before, Tally? After);

/// <summary>A cell of the coverage matrix.</summary>
/// <param name="Family">The family.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Fault">The fault; null in families that inject none.</param>
/// <param name="Dreamed">Dreams that aimed at it.</param>
/// <param name="Exercised">Rollouts in which the tool was called, and with a fault, in which the fault struck.</param>
public sealed record CoverageCell(Family Family, string Tool, ToolFault? Fault, int Dreamed, int Exercised);

/// <summary>What the rollouts exercised of one constraint's automaton.</summary>
/// <param name="Constraint">Its id.</param>
/// <param name="Text">The constraint as it was written.</param>
/// <param name="Transitions">Every transition that some event can take, by state and letter. Where nothing changes and the event is none that the constraint speaks about, there is none.</param>
/// <param name="Unread">Rollouts in which a guard, a key or a signal threw: they count in none of the transitions.</param>
public sealed record ConstraintCoverage(string Constraint, string Text, ImmutableArray<TransitionCoverage> Transitions, int Unread);

/// <summary>A transition of a constraint's automaton.</summary>
/// <param name="From">The state that it leaves; 0 is the initial one.</param>
/// <param name="Before">The verdict there.</param>
/// <param name="Event">What happens, in words.</param>
/// <param name="To">The state that it enters.</param>
/// <param name="After">The verdict there.</param>
/// <param name="Exercised">Rollouts that took it.</param>
public sealed record TransitionCoverage(int From, RvVerdict Before, string Event, int To, RvVerdict After, int Exercised);

/// <summary>A criterion before and after.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Heading">The QUEST dimension.</param>
/// <param name="Points">Its points.</param>
/// <param name="Text">What it asks.</param>
/// <param name="MetBefore">Rollouts that met it, of those to which it applied and that were scored.</param>
/// <param name="AppliedBefore">Those.</param>
/// <param name="MetAfter">The same with the candidate.</param>
/// <param name="AppliedAfter">The same with the candidate.</param>
/// <param name="Unscored">Rollouts for which no verdict could be reached.</param>
public sealed record CriterionRow(string Id, Quest Heading, int Points, string Text, int MetBefore, int AppliedBefore, int MetAfter, int AppliedAfter, int Unscored);

/// <summary>A failed rollout, to be read.</summary>
/// <param name="Stage">The stage that ran it: <c>before</c>, <c>practice 2</c> and on, <c>after</c>, <c>held-out before</c>, <c>held-out after</c>, <c>safety before</c>, <c>safety after</c>.</param>
/// <param name="Rollout">The rollout.</param>
/// <param name="Scorecard">The verdicts.</param>
/// <param name="Replay">The command that replays it.</param>
public sealed record FailedRollout(string Stage, Rollout Rollout, Scorecard Scorecard, string Replay);
