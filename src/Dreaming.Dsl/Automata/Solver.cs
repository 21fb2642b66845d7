using System;
using System.Collections.Generic;
using System.Threading;

namespace Dreaming.Automata;

/// <summary>An answer with its proof.</summary>
internal readonly struct Decision(Answer answer, List<TraceStep>? trace, int[] core)
{
    public Answer Answer { get; } = answer;

    /// <summary>Of yes: a trace that meets all.</summary>
    public List<TraceStep>? Trace { get; } = trace;

    /// <summary>Of no: constraints that cannot be met together (with the goals), by their places in the model.</summary>
    public int[] Core { get; } = core;
}

/// <summary>
/// Decides whether constraints and goals can be met together. Few constraints are searched at first; a trace that meets those and not all brings in one that it breaks
/// (counterexample-guided refinement: Clarke, Grumberg, Jha, Lu, Veith, CAV 2000). What a few cannot meet, all cannot; what all meet has a trace.
/// </summary>
internal sealed class Solver(PolicySpace space, SearchMemory memory, CancellationToken ct, Standing? start = null)
{
    private readonly NeverEvents _never = new(space);
    private int _visited;

    /// <summary>Decides, with the widest bound.</summary>
    public Decision Decide(int[] constraints, Strand[] goals, Weigh weigh = Weigh.Greedy)
    {
        for (var round = 0; ; round++)
            if (Decide(constraints, goals, weigh, round) is var decision && (decision.Answer != Answer.NotProven || round + 1 == space.Limits.Rounds.Length))
                return decision;
    }

    /// <summary>Decides.</summary>
    /// <param name="constraints">The constraints, by their places in the model.</param>
    /// <param name="goals">What else is asked for.</param>
    /// <param name="weigh">What a trace that is found has least of.</param>
    /// <param name="round">Which bound of the limits holds.</param>
    public Decision Decide(int[] constraints, Strand[] goals, Weigh weigh, int round)
    {
        var known = _never.Under(constraints);
        var strands = new List<Strand>();
        foreach (var constraint in constraints)
            if (known.Strands[constraint] is { } strand)
                strands.Add(strand);
        goals = known.Never is { } never ? Array.ConvertAll(goals, goal => goal.Without(never)) : goals;
        var yes = strands.Count < constraints.Length ? Answer.NotProven : Answer.Yes;
        var (greedy, whole) = space.Limits.Rounds[round];
        if (start is { IsExact: false } && strands.Exists(s => s.Group >= 0))
        {
            Strand[] everything = [.. goals, .. strands];
            return Run(everything, true, Weigh.Greedy, whole, known, out _) == Ending.None ? new(Answer.No, null, Core(everything, known)) : new(Answer.NotProven, null, []);
        }

        if (weigh == Weigh.Greedy && Run([.. goals, .. strands], false, weigh, greedy, known, out var all) == Ending.Found)
            return new(yes, all.Trace(space.Keys.Length), []);

        var chosen = new List<Strand>(goals);
        while (true)
        {
            var ending = Run(chosen.ToArray(), false, weigh, whole, known, out var explorer);
            if (ending == Ending.Found)
            {
                var trace = explorer.Trace(space.Keys.Length);
                if (Broken(strands, chosen, trace) is not { } broken)
                    return new(yes, trace, []);
                // Where some values have occurred, those of a member keep together: which value is which is known only of whole vectors.
                chosen.AddRange(start is null || broken.Group < 0 ? [broken] : strands.FindAll(s => s.Group == broken.Group));
                continue;
            }

            if (ending != Ending.None && explorer.HasKeys)
                ending = Run(chosen.ToArray(), true, Weigh.Greedy, whole, known, out _);
            return ending == Ending.None ? new(Answer.No, null, Core(chosen, known)) : new(Answer.NotProven, null, []);
        }
    }

    /// <summary>Makes a core minimal: leaves out, one after the other, each constraint without which the rest still cannot be met.</summary>
    public Conflict Minimal(int[] core, Strand[] goals)
    {
        var (kept, minimal) = (core, true);
        for (var at = 0; at < kept.Length;)
        {
            var left = kept[at];
            var rest = Decide(Array.FindAll(kept, c => c != left), goals);
            if (rest.Answer == Answer.No)
            {
                // What was needed before is needed still: less than what it was needed in could be met without it.
                kept = rest.Core;
                continue;
            }

            minimal &= rest.Answer == Answer.Yes;
            at++;
        }

        return new(kept, minimal);
    }

    /// <summary>Remembers that these constraints leave no trace with such an event: searches under all of them go without it.</summary>
    public void Exclude(Predicate<AbstractEvent> isOne, int[] core) => _never.Add(isOne, core);

    private Ending Run(Strand[] strands, bool sets, Weigh weigh, int bound, KnownSpace known, out Explorer explorer)
    {
        explorer = new(space, memory, strands, sets, start, known.Never);
        bound = Math.Min(bound, space.Limits.Nodes - _visited);
        if (bound <= 0)
            return Ending.Bound;
        var ending = explorer.Run(weigh, bound, ct);
        _visited += explorer.Visited;
        return ending;
    }

    private Strand? Broken(List<Strand> strands, List<Strand> chosen, List<TraceStep> trace)
    {
        Strand? owed = null;
        foreach (var strand in strands)
        {
            if (chosen.Contains(strand) || Meets(strand, trace, out var forGood))
                continue;
            if (forGood)
                return strand;
            owed ??= strand;
        }

        return owed;
    }

    // Whether a trace meets a constraint, for each of its key values.
    private bool Meets(Strand strand, List<TraceStep> trace, out bool forGood)
    {
        var values = 1;
        if (strand.Group >= 0)
            foreach (var step in trace)
                values = Math.Max(values, step.KeyOf(strand.Group) + 1);
        if (strand.Group >= 0 && start is not null)
            values = Math.Max(values, start.Values(strand.Group));
        forGood = false;
        var meets = true;
        for (var value = 0; value < values; value++)
        {
            var distance = strand.Distance[strand.Run(trace, start?.State(strand, value) ?? 0, value)];
            meets &= distance == 0;
            forGood |= distance == Strand.Never;
        }

        return meets;
    }

    private static int[] Core(IReadOnlyList<Strand> chosen, KnownSpace known)
    {
        var core = new SortedSet<int>();
        foreach (var strand in chosen)
            if (!strand.Goal)
                core.Add(strand.Constraint);
        foreach (var strand in chosen)
            core.UnionWith(known.Reasons(strand));
        var places = new int[core.Count];
        core.CopyTo(places);
        return places;
    }
}
