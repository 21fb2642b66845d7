using Dreaming.Contracts;

namespace Dreaming.Benchmarks.Recordings;

/// <summary>A recorded call, made again.</summary>
/// <param name="Call">The recording.</param>
/// <param name="Cause">Why the answers differ; null when they are equal.</param>
public sealed record ReplayedCall(RecordedCall Call, string? Cause)
{
    /// <summary>The domain answered as the recording does.</summary>
    public bool Equal => Cause is null;
}

/// <summary>Makes the calls of a recording again in a domain's sandbox, in order and in one world, and compares the answers.</summary>
/// <param name="domain">The domain.</param>
/// <param name="options">Where the world's data lies.</param>
public sealed class Replay(DomainManifest domain, WorldOptions options)
{
    /// <summary>Every call of the simulation with what came of it. A call that fails does not stop the replay.</summary>
    public IEnumerable<ReplayedCall> Run(RecordedSimulation simulation)
    {
        var world = domain.OpenWorld(options);
        foreach (var call in simulation.Calls)
            yield return new(call, Compare(world, call));
    }

    private string? Compare(IWorld world, RecordedCall call)
    {
        if (domain.FindTool(call.Tool) is not { } tool)
            return "the domain has no such tool";
        var arguments = call.Arguments.ToUtf8();
        var violations = new List<Violation>();
        if (!tool.Validate(arguments, violations))
            return $"the contract rejects the arguments: {string.Join("; ", violations)}";

        var reply = world.Handle(tool.ReadCall(arguments));
        if (reply.Refused != call.IsError)
            return reply.Refused ? $"refused ({reply.Content}), recorded a result" : $"a result, recorded a refusal ({call.Content})";
        return JsonEquality.Difference(call.Content, reply.Content);
    }
}
