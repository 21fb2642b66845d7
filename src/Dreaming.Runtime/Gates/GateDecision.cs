using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dreaming.Gates;

/// <summary>What the gate decides about a candidate overlay.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateVerdict>))]
public enum GateVerdict
{
    /// <summary>No regression beyond the margins, shown with enough evidence.</summary>
    Pass,

    /// <summary>A regression, a new breach, or a broken contract.</summary>
    Fail,

    /// <summary>Not enough evidence either way.</summary>
    Inconclusive,
}

/// <summary>The gate's decision, with its reasons.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Reasons">Why, one sentence each; never empty.</param>
/// <param name="Strata">The evidence, stratum by stratum.</param>
public sealed record GateDecision(GateVerdict Decision, ImmutableArray<string> Reasons, ImmutableArray<GateStratum> Strata);

/// <summary>The evidence of one stratum.</summary>
public sealed record GateStratum
{
    /// <summary><c>held-out</c>, <c>safety</c> or <c>contract</c>.</summary>
    public required string Suite { get; init; }

    /// <summary>The scenario's id, a tool's name, or <c>all</c>.</summary>
    public required string Stratum { get; init; }

    /// <summary>How many tasks have a case that was judged both before and after; runs of one task count once. In the contract suite, the number of tests.</summary>
    public required int Cases { get; init; }

    /// <summary>Cases that could not be judged on one side or both.</summary>
    public required int Unscored { get; init; }

    /// <summary>Tasks of which more than half of the judged runs passed before.</summary>
    public required int PassedBefore { get; init; }

    /// <summary>Tasks of which more than half of the judged runs pass with the candidate.</summary>
    public required int PassedAfter { get; init; }

    /// <summary>Tasks of which more runs pass now than before.</summary>
    public required int Improved { get; init; }

    /// <summary>Tasks of which fewer runs pass now than before.</summary>
    public required int Regressed { get; init; }

    /// <summary>The difference of the tasks' pass rates, after minus before, with Tango's score interval at the gate's confidence; null without tasks.</summary>
    public required Interval? Difference { get; init; }

    /// <summary>The non-inferiority margin that the lower bound has to stay above; null where the stratum is only watched for regressions.</summary>
    public double? Margin { get; init; }

    /// <summary>What this stratum says.</summary>
    public required GateVerdict Verdict { get; init; }
}

/// <summary>An estimate with its confidence interval.</summary>
/// <param name="Estimate">The point estimate.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
public sealed record Interval(double Estimate, double Low, double High);
