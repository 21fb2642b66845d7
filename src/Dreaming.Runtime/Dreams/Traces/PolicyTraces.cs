using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Dreams.Traces;

/// <summary>
/// Conversations of which it is known what a policy says to them, made from its automata: controls that keep every constraint, and near-misses that are one edit away from one and violate exactly the
/// constraints that they name. They are the oracle that labels: whatever judges them otherwise is wrong. The same seed gives the same conversations. Immutable.
/// </summary>
public sealed class PolicyTraces
{
    /// <summary>The number of values that each correlating member has.</summary>
    public const int KeyValues = 2;

    private const int Tries = 8;

    private readonly ImmutableArray<ConstraintContract> _constraints;
    private readonly SymbolicAlphabet _alphabet;

    private PolicyTraces(DomainManifest domain)
    {
        _alphabet = SymbolicAlphabet.Of(domain, KeyValues);
        _constraints = [.. domain.Constraints.Select(Symbolic)];
        Program = PolicyProgram.Of(_constraints, [.. domain.Tools.Select(t => t.Name)], [.. domain.Signals.Select(s => s.Id)]);
    }

    /// <summary>The policy over symbolic events: the same automata, with guards and keys read off <see cref="SymbolicEvent"/>.</summary>
    public PolicyProgram Program { get; }

    /// <summary>The conversations of a domain's policy.</summary>
    public static PolicyTraces Of(DomainManifest domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return new(domain);
    }

    /// <summary>The event as <see cref="Program"/> reads it.</summary>
    public PolicyEvent ToPolicyEvent(SymbolicEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return new(_alphabet.KindOf(happened).Sort, happened.Event, happened.Event == AtomContract.AnyCallEvent ? null : happened, happened.Succeeded);
    }

    /// <summary>The ids of the constraints that a conversation violates when it ends so, ordered; empty when it keeps them all.</summary>
    public ImmutableArray<string> Judge(IEnumerable<SymbolicEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var monitor = Program.Start();
        foreach (var happened in events)
            monitor.Observe(ToPolicyEvent(happened));
        return [.. _constraints.Where((_, i) => monitor.VerdictOf(i) <= RvVerdict.TemporarilyViolated).Select(c => c.Id).Order(StringComparer.Ordinal)];
    }

    /// <summary>Conversations that keep every constraint.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="count">How many.</param>
    /// <returns>That many distinct ones; fewer when the search found no more, none when the policy allows none.</returns>
    public ImmutableArray<ControlTrace> Controls(Seed seed, int count)
    {
        var found = ImmutableArray.CreateBuilder<ControlTrace>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; found.Count < count && i < count * Tries; i++)
        {
            var search = new ControlSearch(Program, _alphabet, ToPolicyEvent, seed.Derive("control", i).ToRandom());
            if (search.Find(_constraints.IsEmpty ? null : _constraints[i % _constraints.Length]) is { } events && seen.Add(string.Join('\n', events)))
                found.Add(new(events));
        }

        return found.DrainToImmutable();
    }

    /// <summary>Near-misses, for each constraint the one that violates fewest others.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="controls">Where they come from.</param>
    /// <returns>One a constraint, in the policy's order; none for a constraint that one edit of no control violates.</returns>
    public ImmutableArray<NearMiss> NearMisses(Seed seed, IReadOnlyList<ControlTrace> controls)
    {
        ArgumentNullException.ThrowIfNull(controls);
        var best = new Dictionary<string, NearMiss>(StringComparer.Ordinal);
        for (var i = 0; i < controls.Count && _constraints.Any(c => !best.TryGetValue(c.Id, out var b) || b.Violates.Length > 1); i++)
        {
            var edits = EditsOf(controls[i].Events).ToArray();
            seed.Derive("near-miss", i).ToRandom().Shuffle<TraceEdit>(edits);
            foreach (var edit in edits)
                Consider(controls[i], edit, best);
        }

        return [.. _constraints.Where(c => best.ContainsKey(c.Id)).Select(c => best[c.Id])];
    }

    private void Consider(ControlTrace control, TraceEdit edit, Dictionary<string, NearMiss> best)
    {
        var events = edit.Apply(control.Events);
        if (!_alphabet.IsConversation(events))
            return;
        var violates = Judge(events);
        foreach (var id in violates)
            if (!best.TryGetValue(id, out var known) || violates.Length < known.Violates.Length)
                best[id] = new(events, control, edit, violates);
    }

    private IEnumerable<TraceEdit> EditsOf(ImmutableArray<SymbolicEvent> events)
    {
        for (var at = 0; at <= events.Length; at++)
        {
            if (at < events.Length && events.Length > 1)
                yield return new(TraceEditKind.Deletion, at, null);
            foreach (var other in _alphabet.Events)
            {
                yield return new(TraceEditKind.Insertion, at, other);
                if (at < events.Length && !events[at].Equals(other))
                    yield return new(TraceEditKind.Replacement, at, other);
            }
        }
    }

    private static ConstraintContract Symbolic(ConstraintContract constraint) => constraint with
    {
        Atoms =
        [
            .. constraint.Atoms.Select(a => a with
            {
                Holds = a.Guard is { } guard ? e => ((SymbolicEvent)e).Guards.Contains(guard) : null,
                KeyOf = constraint.Key is { } key ? e => ((SymbolicEvent)e).Keys.TryGetValue(key, out var value) ? CorrelationKey.Of((long)value) : CorrelationKey.None : null,
            }),
        ],
    };
}
