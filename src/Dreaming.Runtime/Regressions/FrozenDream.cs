using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Shrinking;

namespace Dreaming.Regressions;

/// <summary>A dream that is kept for good, whatever becomes of how dreams are made: a regression test.</summary>
public sealed record FrozenDream
{
    /// <summary>The format of the file.</summary>
    public const string CurrentFormat = "dreaming-frozen-dream/1";

    /// <summary>The format of the file.</summary>
    public required string Format { get; init; }

    /// <summary>The domain's name.</summary>
    public required string Domain { get; init; }

    /// <summary>The contracts that it was frozen under.</summary>
    public required string ContractHash { get; init; }

    /// <summary>The agent that was in it.</summary>
    public required string Agent { get; init; }

    /// <summary>The rule that the agent broke, and that an agent in this dream is expected to keep; null when it was frozen after a pass.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailedRule? Rule { get; init; }

    /// <summary>The dream.</summary>
    public required Dream Dream { get; init; }

    /// <summary>What the sandbox answered, call by call. Asked again before an agent is judged: an answer that differs is a change of the ground, and not the agent's failure.</summary>
    public required ImmutableArray<FrozenReply> Replies { get; init; }

    /// <summary>Freezes the smallest dream of a failure, with the whole budget again: what it took to fail may not be enough to pass.</summary>
    /// <param name="shrunk">The failure.</param>
    /// <param name="domain">Its domain.</param>
    public static FrozenDream Of(ShrinkResult shrunk, DomainManifest domain)
    {
        var whole = shrunk.Original.Rollout.Dream.Skeleton;
        var frozen = Of(shrunk.Smallest, domain, shrunk.Rule);
        return frozen with { Dream = DreamWriter.WithBudget(frozen.Dream, whole.Turns, whole.ToolCalls) };
    }

    /// <summary>Freezes the dream of a rollout.</summary>
    /// <param name="judged">The rollout.</param>
    /// <param name="domain">Its domain.</param>
    /// <param name="rule">The rule that it broke; null for none.</param>
    public static FrozenDream Of(JudgedRollout judged, DomainManifest domain, FailedRule? rule) => new()
    {
        Format = CurrentFormat,
        Domain = domain.Name,
        ContractHash = domain.ContractHash,
        Agent = judged.Rollout.Agent,
        Rule = rule,
        Dream = judged.Rollout.Dream,
        Replies =
        [
            .. judged.Rollout.Trajectory.Calls()
                .Where(c => c.Reply is { Outcome: ReplyOutcome.Result or ReplyOutcome.Refused } && domain.FindTool(c.Called.Tool) is not null)
                .Select(c => new FrozenReply(c.Called.Tool, c.Called.Arguments, c.Reply!.Outcome == ReplyOutcome.Refused, c.Reply.Content, c.Reply.Fault)),
        ],
    };
}

/// <summary>What the sandbox answered to a call.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Refused">Whether the call was turned down on its merits.</param>
/// <param name="Content">The answer.</param>
/// <param name="Fault">The fault that degraded the answer; null when it is whole.</param>
public sealed record FrozenReply(
    string Tool,
    RawJson Arguments,
    bool Refused,
    string Content,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ToolFault? Fault = null);
