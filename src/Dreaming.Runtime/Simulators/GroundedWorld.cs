using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Simulators;

/// <summary>Where an answer came from.</summary>
public enum Tier
{
    /// <summary>The domain's sandbox.</summary>
    Sandbox,

    /// <summary>The reply that the dream's own episode recorded.</summary>
    Recording,

    /// <summary>The simulator.</summary>
    Simulator,

    /// <summary>Nobody: the call had no answer.</summary>
    Nobody,
}

/// <summary>How many calls each tier answered.</summary>
/// <param name="Sandbox">By the sandbox.</param>
/// <param name="Recording">By the recorded replies of the dream's own episode.</param>
/// <param name="Simulator">By the simulator.</param>
/// <param name="Nobody">Not at all.</param>
public readonly record struct TierCounts(int Sandbox, int Recording, int Simulator, int Nobody)
{
    internal TierCounts With(Tier tier) => tier switch
    {
        Tier.Sandbox => this with { Sandbox = Sandbox + 1 },
        Tier.Recording => this with { Recording = Recording + 1 },
        Tier.Simulator => this with { Simulator = Simulator + 1 },
        _ => this with { Nobody = Nobody + 1 },
    };
}

/// <summary>
/// A sandbox that need not know every tool. A call that it turns away with <see cref="NotSupportedException"/> is answered by the recorded reply of the dream's own episode,
/// to the same arguments after the same writes; then by the simulator; then not at all. Whatever a higher tier answers is told to the lower ones, so that they agree with it.
/// </summary>
public sealed class GroundedWorld : IWorld
{
    private readonly SimulatedWorld _recording;
    private readonly SimulatedWorld _simulator;

    // What the lower tiers are told when one of them is first needed: most sandboxes never need them.
    private ImmutableList<(object Call, SandboxReply Reply)> _untold = [];

    /// <summary>A world in which nothing has happened yet.</summary>
    /// <param name="sandbox">The sandbox; calls change it.</param>
    /// <param name="knowledge">What the recordings of the domain say.</param>
    /// <param name="episode">The episode that the dream was grounded in, as knowledge of its own; null when there is none.</param>
    /// <param name="seed">Decides where recordings disagree.</param>
    public GroundedWorld(IWorld sandbox, TraceKnowledge knowledge, TraceKnowledge? episode, Seed seed)
    {
        Sandbox = sandbox;
        _recording = new SimulatedWorld(episode ?? TraceKnowledge.Learn(knowledge.Domain, Array.Empty<Trajectory>()), seed);
        _simulator = new SimulatedWorld(knowledge, seed);
    }

    private GroundedWorld(GroundedWorld other) =>
        (Sandbox, _recording, _simulator, _untold, Counts) = (other.Sandbox.Fork(), other._recording.Fork(), other._simulator.Fork(), other._untold, other.Counts);

    /// <summary>The sandbox.</summary>
    public IWorld Sandbox { get; }

    /// <summary>Who answered so far, forked worlds each by themselves.</summary>
    public TierCounts Counts { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">No tier has an answer.</exception>
    public SandboxReply Handle(object call)
    {
        try
        {
            var reply = Sandbox.Handle(call);
            _untold = _untold.Add((call, reply));
            Counts = Counts.With(Tier.Sandbox);
            return reply;
        }
        catch (NotSupportedException)
        {
            return Below(call);
        }
    }

    /// <inheritdoc cref="IWorld.Fork"/>
    public GroundedWorld Fork() => new(this);

    IWorld IWorld.Fork() => Fork();

    /// <summary>The domain's sandbox behind a world, for what is written against it: invariants, scenarios and criteria.</summary>
    internal static IWorld SandboxOf(IWorld world) => world is GroundedWorld grounded ? grounded.Sandbox : world;

    private SandboxReply Below(object call)
    {
        foreach (var (earlier, answer) in _untold)
        {
            _recording.Observe(earlier, answer);
            _simulator.Observe(earlier, answer);
        }

        _untold = [];
        if (Ask(_recording, call) is { } recorded)
        {
            _simulator.Observe(call, recorded);
            Counts = Counts.With(Tier.Recording);
            return recorded;
        }

        try
        {
            var simulated = _simulator.Handle(call);
            _recording.Observe(call, simulated);
            Counts = Counts.With(Tier.Simulator);
            return simulated;
        }
        catch (NotSupportedException)
        {
            Counts = Counts.With(Tier.Nobody);
            throw;
        }
    }

    private static SandboxReply? Ask(SimulatedWorld world, object call)
    {
        try
        {
            return world.Handle(call);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
