using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Simulators;

namespace Dreaming.Benchmarks.Recordings;

/// <summary>A recorded call that the simulator was asked.</summary>
/// <param name="Simulation">Where it stands.</param>
/// <param name="Call">The recording.</param>
/// <param name="Reply">What the simulator answered; null when it did not.</param>
/// <param name="Difference">How the answer differs from the recording; null when it does not.</param>
/// <param name="Invalid">The answer breaks the tool's contract.</param>
/// <param name="Contradicted">What the answer contradicts.</param>
/// <param name="Ended">An earlier call of the conversation had no answer: a dream would be over.</param>
public sealed record SimulatedCall(
    RecordedSimulation Simulation, RecordedCall Call, SandboxReply? Reply, string? Difference, bool Invalid, IReadOnlyList<string> Contradicted, bool Ended)
{
    /// <summary>The simulator answered as the recording does.</summary>
    public bool Exact => Reply is not null && Difference is null;
}

/// <summary>
/// Makes the calls of recordings in a simulated world, in order and in one world a conversation. A call without an answer is told to the world with the answer that was
/// recorded, as another tier would have given it.
/// </summary>
public static class SimulatedCalls
{
    /// <summary>Every call that fits its contract, with what came of it.</summary>
    public static IEnumerable<SimulatedCall> Run(TraceKnowledge knowledge, RecordedSimulation simulation, Seed seed)
    {
        var world = new SimulatedWorld(knowledge, seed.Derive(simulation.Id));
        var reader = new Contradictions();
        var ended = false;
        foreach (var call in simulation.Calls)
        {
            var utf8 = call.Arguments.ToUtf8();
            if (knowledge.Domain.FindTool(call.Tool) is not { } tool || !tool.Validate(utf8))
                continue;
            var typed = tool.ReadCall(utf8);
            SandboxReply? reply = null;
            try
            {
                reply = world.Handle(typed);
            }
            catch (NotSupportedException)
            {
                world.Observe(typed, new(call.IsError, call.Content));
            }

            var (refused, content) = reply is { } given ? (given.Refused, given.Content) : (call.IsError, call.Content);
            var contradicted = reader.Read(tool, call.Arguments, refused, content).ToList();
            yield return new(
                simulation, call, reply, reply is null ? "no answer" : Difference(call, reply.Value), reply is { Refused: false } && !tool.TryReadResult(content, out _),
                reply is null ? [] : contradicted, ended);
            ended |= reply is null;
        }
    }

    private static string? Difference(RecordedCall call, SandboxReply reply) =>
        reply.Refused != call.IsError
            ? reply.Refused ? $"refused ({reply.Content}), recorded a result" : $"a result, recorded a refusal ({call.Content})"
            : JsonEquality.Difference(call.Content, reply.Content);
}
