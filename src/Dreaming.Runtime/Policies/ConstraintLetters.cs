using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Policies;

/// <summary>The letters that events can be to a constraint, and what they are in words. Letters that no event can be are none of them.</summary>
internal sealed class ConstraintLetters
{
    private readonly ConstraintContract _constraint;

    public ConstraintLetters(ConstraintContract constraint, ImmutableArray<EventKind> kinds)
    {
        _constraint = constraint;
        var all = new SortedSet<int>();
        var agents = new SortedSet<int>();
        foreach (var kind in kinds.Where(k => k.IsSeenBy(constraint)))
            foreach (var letter in Of(kind))
            {
                all.Add(letter);
                if (kind.Sort is PolicyEventKind.Call or PolicyEventKind.Reply && Atoms(letter) != 0)
                    agents.Add(letter);
            }

        (All, OfAgent) = ([.. all], [.. agents]);
        Reachable = [.. ReachableBy(All)];
    }

    /// <summary>Every letter that an event can be, ascending.</summary>
    public ImmutableArray<int> All { get; }

    /// <summary>Those of them that an agent can bring about and that the constraint speaks about.</summary>
    public ImmutableArray<int> OfAgent { get; }

    /// <summary>The states that those letters lead to, ascending.</summary>
    public ImmutableArray<int> Reachable { get; }

    /// <summary>Whether a letter is an event that the constraint speaks about.</summary>
    public bool Names(int letter) => Atoms(letter) != 0;

    /// <summary>A letter in words.</summary>
    public string Say(int letter)
    {
        var named = _constraint.Atoms.Where((_, i) => (letter >> i & 1) != 0).Select(a => a.Label).ToList();
        return (named.Count, Atoms(letter) == letter) switch
        {
            (> 0, _) => string.Join(" and ", named),
            (_, true) => "anything else",
            _ => _constraint.Tick == ConstraintTick.Turns ? "the user speaks again" : "any other call",
        };
    }

    /// <summary>The steps of the agent that lead from a state to one that is asked for, in words and the shortest way; empty when there is none, or nothing to do.</summary>
    public ImmutableArray<string> Way(int from, Func<int, bool> arrived)
    {
        var automaton = _constraint.Automaton;
        var came = new Dictionary<int, (int State, int Letter)> { [from] = (-1, 0) };
        var open = new Queue<int>([from]);
        while (open.TryDequeue(out var state))
        {
            if (arrived(state))
                return Back(state, came);
            foreach (var letter in OfAgent)
            {
                var next = automaton.Next[state * automaton.Letters + letter];
                if (automaton.Verdicts[next] != RvVerdict.PermanentlyViolated && came.TryAdd(next, (state, letter)))
                    open.Enqueue(next);
            }
        }

        return [];
    }

    private SortedSet<int> ReachableBy(ImmutableArray<int> letters)
    {
        var automaton = _constraint.Automaton;
        var reached = new SortedSet<int> { 0 };
        var open = new Stack<int>(reached);
        while (open.TryPop(out var state))
            foreach (var letter in letters)
                if (automaton.Next[state * automaton.Letters + letter] is var next && reached.Add(next))
                    open.Push(next);
        return reached;
    }

    private ImmutableArray<string> Back(int state, Dictionary<int, (int State, int Letter)> came)
    {
        var steps = new Stack<string>();
        for (; came[state] is (>= 0, _) step; state = step.State)
            steps.Push(Say(step.Letter));
        return [.. steps];
    }

    private int Atoms(int letter) => letter & ((1 << _constraint.Atoms.Length) - 1);

    // The outcome and each guard go either way; a correlated event is this value's or another's.
    private IEnumerable<int> Of(EventKind kind)
    {
        var tick = kind.Ticks(_constraint) ? 1 << _constraint.Atoms.Length : 0;
        var named = Enumerable.Range(0, _constraint.Atoms.Length).Where(i => kind.IsNamedBy(_constraint.Atoms[i])).ToArray();
        if (_constraint.Key is not null || named.Length == 0)
            yield return tick;
        if (named.Length == 0)
            yield break;
        var guards = named.Select(i => _constraint.Atoms[i].Guard).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        foreach (var succeeded in (bool[])(kind.CanSucceed ? [false, true] : [kind.Sort != PolicyEventKind.Call]))
            for (var set = 0; set < 1 << guards.Length; set++)
            {
                var letter = tick;
                foreach (var i in named)
                    if ((succeeded || !_constraint.Atoms[i].Succeeded) && (_constraint.Atoms[i].Guard is not { } guard || (set >> Array.IndexOf(guards, guard) & 1) != 0))
                        letter |= 1 << i;
                yield return letter;
            }
    }
}
