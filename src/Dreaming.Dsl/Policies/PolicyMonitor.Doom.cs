using System.Collections.Immutable;
using Dreaming.Automata;
using Dreaming.Contracts;

namespace Dreaming;

/// <content>What can still come.</content>
public sealed partial class PolicyMonitor
{
    private const int MostExactValues = 8;

    private readonly DoomSearch _search;
    private UndoLog? _undo;

    // Once found it stays: nothing mends it.
    private PolicyDoom? _doomed;

    /// <summary>
    /// Whether the conversation is doomed: no continuation meets every constraint. It is as soon as that is so, though each of the constraints to blame could be met by itself. The search is
    /// bounded; what it did not prove counts as not doomed, and is told. It costs nothing while nothing is open, and little where the same states, or the continuation that was found
    /// before, answer it.
    /// </summary>
    /// <param name="ct">Stops the search.</param>
    public PolicyDoom FindDoom(CancellationToken ct = default)
    {
        if (!Any(counts => counts.PermanentlyViolated > 0))
            return DoomOfTheRest(ct);
        var violated = 0;
        while (VerdictOf(violated) != RvVerdict.PermanentlyViolated)
            violated++;
        return new(Doom.Yes, [Program.Constraints[violated]]);
    }

    /// <summary>
    /// What an event would do, were it the next; the monitor stays as it is. A call is taken with the outcome that the event has: of a call that has not been made, ask for success. What
    /// only its failure would violate is not the doing of who makes it.
    /// </summary>
    /// <param name="e">The event.</param>
    /// <param name="ct">Stops the search for doom.</param>
    /// <exception cref="PolicyGuardException">A guard or the reading of a key threw.</exception>
    public PolicyPeek Peek(in PolicyEvent e, CancellationToken ct = default)
    {
        var was = DoomOfTheRest(ct).Answer;
        var before = CountViolated();
        var (place, doomed) = (_place, _doomed);
        _undo ??= new();
        try
        {
            Step(e, _undo);
            ImmutableArray<ConstraintContract> violated = [];
            for (var constraint = 0; constraint < before.Length; constraint++)
                if (ViolationsOf(constraint) > before[constraint])
                    violated = violated.Add(Program.Constraints[constraint]);
            return new(violated, was == Doom.Yes ? PolicyDoom.No : DoomOfTheRest(ct));
        }
        finally
        {
            _undo.Undo(_free, _keyed);
            (_place, _doomed) = (place, doomed);
        }
    }

    private int[] CountViolated()
    {
        var counts = new int[Program.Constraints.Length];
        for (var constraint = 0; constraint < counts.Length; constraint++)
            counts[constraint] = ViolationsOf(constraint);
        return counts;
    }

    private int ViolationsOf(int constraint)
    {
        var (space, slot) = (Program.Layout.SpaceOf[constraint], Program.Layout.SlotOf[constraint]);
        return space >= 0 ? _keyed[space].CountsOf(slot).PermanentlyViolated : _free.VerdictOf(slot) == RvVerdict.PermanentlyViolated ? 1 : 0;
    }

    // Of the constraints that are not violated for good.
    private PolicyDoom DoomOfTheRest(CancellationToken ct)
    {
        if (_doomed is { } known)
            return known;
        if (_place != 0 && !Any(counts => counts.TemporarilyViolated > 0))
            return PolicyDoom.No;
        var found = _search.Find(Stand(), ct);
        if (found.Answer == Doom.Yes)
            _doomed = found;
        return found;
    }

    private bool Any(Func<VerdictCounts, bool> has)
    {
        if (has(_free.Counts))
            return true;
        for (var space = 0; space < _keyed.Length; space++)
            for (var slot = 0; slot < Program.Layout.Spaces[space].Length; slot++)
                if (has(_keyed[space].CountsOf(slot)))
                    return true;
        return false;
    }

    private Standing Stand()
    {
        var states = new ushort[Program.Constraints.Length];
        for (var constraint = 0; constraint < states.Length; constraint++)
        {
            var (space, slot) = (Program.Layout.SpaceOf[constraint], Program.Layout.SlotOf[constraint]);
            states[constraint] = (ushort)(space < 0 ? _free.StateOf(slot) : _keyed[space].StateOf(slot, -1));
        }

        var isExact = Array.TrueForAll(_keyed, keyed => keyed.Count <= MostExactValues);
        var vectors = new List<ushort[]>[_keyed.Length];
        for (var space = 0; space < vectors.Length; space++)
        {
            vectors[space] = [];
            var known = isExact ? null : new HashSet<string>(StringComparer.Ordinal);
            for (var entry = 0; entry < _keyed[space].Count; entry++)
            {
                var vector = new ushort[states.Length];
                var places = Program.Layout.Spaces[space];
                for (var slot = 0; slot < places.Length; slot++)
                    vector[places[slot]] = (ushort)_keyed[space].StateOf(slot, entry);
                if (known is null || known.Add(string.Concat(vector.Select(state => (char)state))))
                    vectors[space].Add(vector);
            }
        }

        return new(_place, states, vectors, isExact);
    }
}
