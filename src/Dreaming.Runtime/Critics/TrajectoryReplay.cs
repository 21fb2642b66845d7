using System.Collections.Frozen;
using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Rollouts;
using Dreaming.Simulators;

namespace Dreaming.Critics;

/// <summary>What kept a rollout from being judged, and whose failure that is.</summary>
internal sealed class Unjudgeable(Owner owner, string message) : Exception(message)
{
    public Owner Owner => owner;
}

/// <summary>Executes a trajectory's calls once more in a fresh world, and asks the invariants on the way.</summary>
internal sealed class TrajectoryReplay(DomainManifest domain)
{
    private readonly FrozenDictionary<string, ImmutableArray<InvariantContract>> _ofCalls = domain.Invariants
        .Where(i => i.Tool is not null)
        .GroupBy(i => i.Tool!, StringComparer.Ordinal)
        .ToFrozenDictionary(tool => tool.Key, tool => tool.ToImmutableArray(), StringComparer.Ordinal);

    private readonly ImmutableArray<InvariantContract> _ofTheEnd = [.. domain.Invariants.Where(i => i.Tool is null)];

    /// <param name="trajectory">An ended trajectory.</param>
    /// <param name="world">The world as it was at the start. Afterwards it is as it was at the end.</param>
    /// <param name="breaches">Receives every violated invariant, in the order of events.</param>
    /// <exception cref="Unjudgeable">An invariant threw, or the sandbox answered otherwise than it did.</exception>
    public void Run(Trajectory trajectory, IWorld world, ImmutableArray<Breach>.Builder breaches)
    {
        for (var i = 0; i < trajectory.Events.Length; i++)
        {
            if (trajectory.Events[i] is not ToolCalled called || domain.FindTool(called.Tool) is not { } contract || Read(called, contract) is not { } call)
                continue;
            if (_ofCalls.TryGetValue(contract.Name, out var invariants))
                Ask(invariants, call, trajectory.Before(i), world, i, breaches);
            Execute(called, contract, call, Reply(trajectory, i), world);
        }

        Ask(_ofTheEnd, null, trajectory, world, trajectory.Events.Length - 1, breaches);
    }

    // An attempt is asked about whether or not the tool then refused it; only what broke the contract never was a call.
    private static object? Read(ToolCalled called, ToolContract contract)
    {
        if (!called.Violations.IsDefaultOrEmpty)
            return null;
        if (called.Typed is { } typed)
            return typed;
        var utf8 = called.Arguments.ToUtf8();
        return contract.Validate(utf8) ? contract.ReadCall(utf8) : null;
    }

    private static void Ask(ImmutableArray<InvariantContract> invariants, object? call, Trajectory before, IWorld world, int index, ImmutableArray<Breach>.Builder breaches)
    {
        foreach (var invariant in invariants)
        {
            bool holds;
            try
            {
                holds = invariant.Holds(new InvariantContext(GroundedWorld.SandboxOf(world).Fork(), before, call));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new Unjudgeable(Owner.Contract, $"The invariant '{invariant.Id}' threw {e.GetType().Name} at event {index}: {e.Message}");
            }

            if (!holds)
                breaches.Add(new Breach(invariant.Id, index, ClinicalRisk.Rating(invariant.Likelihood, invariant.Harm), invariant.Because));
        }
    }

    private static void Execute(ToolCalled called, ToolContract contract, object call, ToolReplied? reply, IWorld world)
    {
        if (reply is not { Outcome: ReplyOutcome.Result or ReplyOutcome.Refused } || reply.Fault is { } fault && !ToolFaults.Executes(fault, contract.Effect))
            return;
        SandboxReply again;
        try
        {
            again = world.Handle(call);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new Unjudgeable(Owner.Tool, $"The sandbox threw at {called.Tool} ({called.CallId}) when the rollout was replayed: {e.GetType().Name}: {e.Message}");
        }

        var same = again.Refused == (reply.Outcome == ReplyOutcome.Refused) && (reply.Fault is not null || again.Content == reply.Content);
        if (!same)
            throw new Unjudgeable(Owner.Tool, $"The sandbox answered {called.Tool} ({called.CallId}) otherwise when the rollout was replayed: it is not deterministic.");
    }

    private static ToolReplied? Reply(Trajectory trajectory, int call)
    {
        var id = ((ToolCalled)trajectory.Events[call]).CallId;
        for (var i = call + 1; i < trajectory.Events.Length; i++)
            if (trajectory.Events[i] is ToolReplied reply && reply.CallId == id)
                return reply;
        return null;
    }
}
