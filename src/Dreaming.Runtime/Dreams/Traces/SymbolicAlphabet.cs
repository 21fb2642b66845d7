using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Policies;

namespace Dreaming.Dreams.Traces;

/// <summary>The symbolic events of a domain: each kind with each outcome, set of guards and choice of key values that its policy can tell apart.</summary>
internal sealed class SymbolicAlphabet
{
    private const int AllSets = 4;

    private readonly ImmutableDictionary<string, EventKind> _kinds;
    private readonly ImmutableDictionary<string, int> _signals;

    private SymbolicAlphabet(ImmutableArray<EventKind> kinds, ImmutableArray<SymbolicEvent> events)
    {
        _kinds = kinds.ToImmutableDictionary(k => k.Name, StringComparer.Ordinal);
        _signals = kinds.Where(k => k.Sort == PolicyEventKind.Signal).Select((k, i) => (k.Name, i)).ToImmutableDictionary(s => s.Name, s => s.i, StringComparer.Ordinal);
        Events = events;
    }

    /// <summary>The events.</summary>
    public ImmutableArray<SymbolicEvent> Events { get; }

    /// <param name="domain">The domain.</param>
    /// <param name="keyValues">How many values each correlating member has.</param>
    public static SymbolicAlphabet Of(DomainManifest domain, int keyValues)
    {
        var kinds = EventKind.Of(domain);
        return new(kinds, [.. kinds.SelectMany(k => EventsOf(k, domain, keyValues))]);
    }

    /// <summary>What kind of event it is.</summary>
    public EventKind KindOf(SymbolicEvent happened) => _kinds[happened.Event];

    /// <summary>Whether one event can come right after another: a conversation begins with the user, and signals come right after the user's message, in their order.</summary>
    /// <param name="before">The event before; null at the beginning.</param>
    /// <param name="next">The event.</param>
    public bool CanFollow(SymbolicEvent? before, SymbolicEvent next)
    {
        var kind = KindOf(next).Sort;
        if (before is null || kind != PolicyEventKind.Signal)
            return before is not null || kind == PolicyEventKind.UserTurn;
        return KindOf(before).Sort == PolicyEventKind.UserTurn || (KindOf(before).Sort == PolicyEventKind.Signal && _signals[before.Event] < _signals[next.Event]);
    }

    /// <summary>Whether each event can come right after the one before it.</summary>
    public bool IsConversation(IReadOnlyList<SymbolicEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
            if (!CanFollow(i == 0 ? null : events[i - 1], events[i]))
                return false;
        return events.Count > 0;
    }

    private static IEnumerable<SymbolicEvent> EventsOf(EventKind kind, DomainManifest domain, int keyValues)
    {
        var declared = kind.Name != AtomContract.AnyCallEvent;
        var concerned = domain.Constraints.Where(c => kind.IsSeenBy(c) && c.Atoms.Any(kind.IsNamedBy)).ToList();
        var guards = declared ? concerned.SelectMany(c => c.Atoms).Where(kind.IsNamedBy).Select(a => a.Guard).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray() : [];
        var keys = declared ? concerned.Select(c => c.Key).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray() : [];
        foreach (var succeeded in (bool[])(kind.CanSucceed ? [true, false] : [false]))
            foreach (var set in Sets(guards))
                foreach (var values in Values(keys, keyValues))
                    yield return new(kind.Name, succeeded, set, values);
    }

    // With many guards not every set: none, each by itself, all.
    private static IEnumerable<ImmutableSortedSet<string>> Sets(string[] guards)
    {
        var none = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        if (guards.Length <= AllSets)
            return Enumerable.Range(0, 1 << guards.Length).Select(set => none.Union(guards.Where((_, i) => (set >> i & 1) != 0)));
        return [none, .. guards.Select(none.Add), none.Union(guards)];
    }

    private static IEnumerable<ImmutableSortedDictionary<string, int>> Values(string[] keys, int keyValues)
    {
        IEnumerable<ImmutableSortedDictionary<string, int>> all = [ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal)];
        foreach (var key in keys)
            all = all.SelectMany(values => Enumerable.Range(1, keyValues).Select(value => values.Add(key, value)));
        return all;
    }
}
