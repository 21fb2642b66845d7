using System.Collections.Immutable;
using Dreaming.Dreams;

namespace Dreaming.Rollouts;

/// <summary>
/// What an injected fault does to a call. Follows from the trajectory alone, so that a rollout can be forked and replayed anywhere.
/// <list type="table">
/// <listheader><term>fault</term><description>executed, and what the agent reads</description></listheader>
/// <item><term>Timeout, RateLimited, Transient, Outage</term><description>not executed; outcome Fault, with a sentence that says so</description></item>
/// <item><term>Partial</term><description>executed; outcome Result, every list cut after its first element, with a notice</description></item>
/// <item><term>Stale</term><description>a read is answered from the world at the start of the conversation, with a notice; any other call is executed and answered as if nothing were wrong</description></item>
/// <item><term>Malformed</term><description>executed; outcome Result, but the answer is broken off in the middle: a read may be repeated, a write was done</description></item>
/// </list>
/// A refusal on the merits is passed on as it is: there is nothing in it to degrade.
/// </summary>
public static class ToolFaults
{
    /// <summary>Whether a call that meets this fault acts on the world of the conversation.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="effect">What a successful call of the tool does.</param>
    public static bool Executes(ToolFault fault, Effect effect) => fault switch
    {
        ToolFault.Partial or ToolFault.Malformed => true,
        ToolFault.Stale => effect is not Effect.Read,
        _ => false,
    };

    /// <summary>The fault that a call meets; null when it is served.</summary>
    /// <param name="operators">The skeleton's operators.</param>
    /// <param name="tool">The tool's name.</param>
    /// <param name="soFar">What happened before the call. Calls that broke the contract never reached the tool and do not count.</param>
    public static ToolFault? Due(ImmutableArray<DreamOperator> operators, string tool, Trajectory soFar)
    {
        var call = 0;
        foreach (var step in operators)
        {
            if (step is not InjectFault inject || inject.Tool != tool)
                continue;
            if (call == 0)
                call = 1 + soFar.Events.Count(e => e is ToolCalled { Violations.IsDefaultOrEmpty: true } called && called.Tool == tool);
            if (call >= inject.From && (inject.Fault == ToolFault.Outage || call - inject.From < inject.Times))
                return inject.Fault;
        }

        return null;
    }

    /// <summary>What an agent reads when a call was not executed.</summary>
    /// <param name="fault">A fault that leaves the call undone.</param>
    /// <param name="tool">The tool's name.</param>
    internal static string Say(ToolFault fault, string tool) => fault switch
    {
        ToolFault.Timeout => $"Error: {tool} did not answer in time. The call was not executed; it may be tried again.",
        ToolFault.RateLimited => $"Error: too many calls of {tool}. The call was not executed; retry after 30 seconds.",
        ToolFault.Transient => $"Error: internal error in {tool}. The call was not executed; it may be tried again.",
        ToolFault.Outage => $"Error: {tool} is out of service until further notice. The call was not executed.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "This fault degrades an answer instead of replacing it."),
    };
}
