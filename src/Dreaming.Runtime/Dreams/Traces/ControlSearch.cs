using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Dreams.Traces;

/// <summary>Looks for a conversation that keeps a policy and puts one of its constraints to the test.</summary>
internal sealed class ControlSearch(PolicyProgram program, SymbolicAlphabet alphabet, Func<SymbolicEvent, PolicyEvent> read, SeededRandom random)
{
    private const int Shortest = 2;
    private const int Longest = 12;
    private const int MostSteps = 14;
    private const int Beam = 6;
    private const int Depth = 4;
    private const int MostPursued = 400;

    private int _pursued;

    /// <summary>
    /// A walk at random that breaks nothing for good, every other step of it towards an event of one constraint; then the way on which least stays due.
    /// </summary>
    /// <param name="about">The constraint; null for none.</param>
    /// <returns>The events; null when the search found no end.</returns>
    public ImmutableArray<SymbolicEvent>? Find(ConstraintContract? about)
    {
        SymbolicEvent[] aims = about is null ? [] : [.. alphabet.Events.Where(e => about.Atoms.Any(alphabet.KindOf(e).IsNamedBy))];
        var favourite = aims.Length == 0 ? null : random.Pick(aims);
        var draft = new Draft([], program.Start());
        for (var length = Shortest + random.Next(Longest - Shortest + 1); draft.Events.Length < length;)
        {
            _pursued = 0;
            var next = favourite is not null && random.Chance(0.5) ? Pursue(draft, random.Chance(0.7) ? favourite : random.Pick(aims), Depth) : null;
            if ((next ?? Next(draft).FirstOrDefault()) is not { } further)
                break;
            draft = further;
        }

        return Finish(draft);
    }

    private ImmutableArray<SymbolicEvent>? Finish(Draft draft)
    {
        List<Draft> beam = [draft];
        for (var step = 0; step < MostSteps; step++)
        {
            if (beam.FirstOrDefault(d => d.Events.Length > 0 && d.Monitor.Verdict >= RvVerdict.TemporarilySatisfied) is { } done)
                return done.Events;
            beam = [.. beam.SelectMany(Next).OrderBy(d => d.Monitor.Open().Length).Take(Beam)];
        }

        return null;
    }

    // The event; where it would break a constraint, first an event of that constraint after which it does not, which may need another one before it.
    private Draft? Pursue(Draft draft, SymbolicEvent aim, int depth)
    {
        if (++_pursued > MostPursued || !alphabet.CanFollow(draft.Events.LastOrDefault(), aim))
            return null;
        if (Step(draft, aim) is { } arrived)
            return arrived;
        if (depth == 0)
            return null;
        var broken = After(draft.Monitor, aim).Violated()[0].Constraint;
        foreach (var helper in Shuffled(alphabet.Events.Where(e => broken.Atoms.Any(alphabet.KindOf(e).IsNamedBy) && !e.Equals(aim))))
            if (!Breaks(After(After(draft.Monitor, helper), aim), broken) && Pursue(draft, helper, depth - 1) is { } helped && Pursue(helped, aim, depth - 1) is { } done)
                return done;
        return null;
    }

    private IEnumerable<Draft> Next(Draft draft) =>
        Shuffled(alphabet.Events.Where(e => alphabet.CanFollow(draft.Events.LastOrDefault(), e))).Select(e => Step(draft, e)).OfType<Draft>();

    private Draft? Step(Draft draft, SymbolicEvent next)
    {
        var monitor = After(draft.Monitor, next);
        return monitor.Verdict == RvVerdict.PermanentlyViolated ? null : new(draft.Events.Add(next), monitor);
    }

    private PolicyMonitor After(PolicyMonitor monitor, SymbolicEvent next)
    {
        var after = monitor.Fork();
        after.Observe(read(next));
        return after;
    }

    private static bool Breaks(PolicyMonitor monitor, ConstraintContract constraint) => monitor.Violated().Any(v => v.Constraint.Id == constraint.Id);

    private SymbolicEvent[] Shuffled(IEnumerable<SymbolicEvent> events)
    {
        SymbolicEvent[] all = [.. events];
        random.Shuffle<SymbolicEvent>(all);
        return all;
    }

    private sealed record Draft(ImmutableArray<SymbolicEvent> Events, PolicyMonitor Monitor);
}
