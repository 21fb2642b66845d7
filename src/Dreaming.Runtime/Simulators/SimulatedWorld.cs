using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Simulators;

/// <summary>
/// A world that answers as the recorded tools did. Every result fits its contract, and within an episode nothing contradicts what was answered before: the same question has
/// the same answer until a write lies between. Where the recordings say nothing it answers nothing: an answer is never invented.
/// </summary>
/// <remarks>
/// A call is answered by the first of these that says something: what this episode has established; the recorded reply to the same arguments after the same writes; the state
/// in which a thing begins; a search among the things that are known; the rule of a write; a form of argument that was only ever refused. Where the recordings saw several
/// answers under the same conditions, the seed decides among them by how often each was seen. Not for several threads at once; forks are independent of each other and cost nothing.
/// </remarks>
public sealed class SimulatedWorld : IWorld
{
    private readonly TraceKnowledge _knowledge;
    private readonly Seed _seed;
    private EpisodeState _state;

    /// <summary>A world in which nothing has happened yet.</summary>
    /// <param name="knowledge">What the recordings say.</param>
    /// <param name="seed">Decides where the recordings disagree; derive it from the dream's.</param>
    public SimulatedWorld(TraceKnowledge knowledge, Seed seed)
        : this(knowledge, seed, EpisodeState.Start)
    {
    }

    private SimulatedWorld(TraceKnowledge knowledge, Seed seed, EpisodeState state) => (_knowledge, _seed, _state) = (knowledge, seed, state);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The recordings do not say what the answer is. The world stays as it was.</exception>
    public SandboxReply Handle(object call)
    {
        var asked = _knowledge.Asked(call)
            ?? throw new NotSupportedException($"no one tool of '{_knowledge.Domain.Name}' is called by a {call.GetType().Name}, so nobody can say what was recorded of it.");
        var view = new WorldView(_knowledge, _state, _seed);
        if (Grounded(asked, view) is not { } answer)
            throw new NotSupportedException($"the {_knowledge.Recordings} recordings do not say what {asked.Tool.Name} answers to {asked.Text} here.");
        _state = _state.After(asked, answer, view);
        return answer.Reply;
    }

    /// <summary>Tells the world what another tier answered, so that what follows agrees with it.</summary>
    /// <param name="call">The domain's record of the call; one that belongs to no one tool is passed over.</param>
    /// <param name="reply">The answer. One that breaks the contract is passed over; what its call may have changed is unknown from here on.</param>
    public void Observe(object call, SandboxReply reply)
    {
        if (_knowledge.Asked(call) is { } asked)
            _state = _state.After(asked, Answered.Of(asked.Tool, reply.Refused, reply.Content ?? ""), new(_knowledge, _state, _seed));
    }

    /// <inheritdoc cref="IWorld.Fork"/>
    public SimulatedWorld Fork() => new(_knowledge, _seed, _state);

    IWorld IWorld.Fork() => Fork();

    // Whatever a tier says passes the contract once more before anybody reads it.
    private static Answered? Grounded(Asked asked, WorldView view) =>
        Answer(asked, view) is { } answer && (answer.Refused || asked.Tool.TryReadResult(answer.Content, out _)) ? answer : null;

    private static Answered? Answer(Asked asked, WorldView view)
    {
        var knowledge = view.Knowledge;
        if (!asked.Writes && view.State.Answers.TryGetValue(asked.Signature, out var before))
            return before.Answer;
        var target = knowledge.Kinds.Target(asked);
        var state = target is { } thing ? view.Of(thing) : null;
        if (knowledge.Kinds.Reads(asked.Tool) && target is { } read)
        {
            // A thing whose state was lost must not be answered from before it was lost.
            if (state is not null || view.State.Things.ContainsKey(read))
                return state?.Answer;
        }

        return knowledge.Replies.Find(asked, view.State.Writes, state, view.Seed)
            ?? (asked.Writes ? Written(asked, target, state, view) : Found(asked, view) ?? knowledge.Always.GetValueOrDefault(asked.Tool.Name) ?? knowledge.Refusals.Of(asked));
    }

    private static Answered? Written(Asked asked, EntityRef? target, Entity? state, WorldView view) =>
        target is not null && state is not null && view.Knowledge.Rules.TryGetValue(asked.Tool.Name, out var rule)
            ? rule.Of(asked, new(asked.Arguments, state.Value, view.Part))
            : null;

    private static Answered? Found(Asked asked, WorldView view)
    {
        if (!view.Knowledge.Searches.TryGetValue(asked.Tool.Name, out var search))
            return null;
        var keys = view.Found(search, asked.Arguments).Take(2).ToList();
        return keys.Count == 1 ? Answered.Of(asked.Tool, false, keys[0]) : null;
    }
}
