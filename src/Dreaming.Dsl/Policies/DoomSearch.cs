using System.Collections.Immutable;
using Dreaming.Automata;

namespace Dreaming;

/// <summary>Looks for a continuation that meets all constraints that are not violated, and remembers what it found.</summary>
internal sealed class DoomSearch(PolicyProgram program)
{
    private const int MostRemembered = 4096;

    private readonly SearchMemory _memory = new();
    private readonly Dictionary<string, PolicyDoom> _known = new(StringComparer.Ordinal);

    // The continuation that was found last: most often the conversation goes on in a way that leaves it good.
    private List<TraceStep>? _hope;

    public DoomSearch Fork() => new(program) { _hope = _hope };

    public void Reset() => _hope = null;

    public PolicyDoom Find(Standing standing, CancellationToken ct)
    {
        var concerned = Concerned(standing);
        if (_hope is not null && program.Space.Keys.Length == 0 && GoesOn(standing, concerned))
            return PolicyDoom.No;
        var key = standing.Key;
        if (_known.TryGetValue(key, out var known))
            return known;
        var found = Search(standing, concerned, ct);
        if (_known.Count == MostRemembered)
            _known.Clear();
        _known.Add(key, found);
        return found;
    }

    // Not those that are violated for good, which nothing mends, nor those that nothing can violate any more.
    private int[] Concerned(Standing standing)
    {
        var concerned = new List<int>();
        for (var at = 0; at < program.Constraints.Length; at++)
            if (program.Space.Strands[at] is not { } strand || !(standing.IsViolated(strand) || (strand.Group < 0 && strand.Settled[standing.State(strand, 0)])))
                concerned.Add(at);
        return [.. concerned];
    }

    // The whole continuation, or what is left of it if its first event is the one that came.
    private bool GoesOn(Standing standing, int[] concerned)
    {
        for (var from = 0; from < 2 && from <= _hope!.Count; from++)
        {
            var rest = from == 0 ? _hope : _hope.GetRange(from, _hope.Count - from);
            if (IsInOrder(standing.Place, rest) && Array.TrueForAll(concerned, at => Meets(standing, at, rest)))
            {
                _hope = rest;
                return true;
            }
        }

        return false;
    }

    private bool Meets(Standing standing, int constraint, List<TraceStep> trace) =>
        program.Space.Strands[constraint] is { } strand && strand.Distance[strand.Run(trace, standing.State(strand, 0), 0)] == 0;

    private bool IsInOrder(int place, List<TraceStep> trace)
    {
        foreach (var step in trace)
        {
            var e = program.Space.Alphabet.Events[step.Event];
            if (e.Class != EventClass.User && (place == 0 || (e.Class == EventClass.Signal && e.Index + 1 < place)))
                return false;
            place = e.Class switch { EventClass.User => 1, EventClass.Signal => e.Index + 2, _ => program.Space.Model.Signals.Length + 1 };
        }

        return place != 0;
    }

    private PolicyDoom Search(Standing standing, int[] concerned, CancellationToken ct)
    {
        var solver = new Solver(program.Space, _memory, ct, standing);
        var decision = solver.Decide(concerned, []);
        if (decision.Answer == Answer.Yes)
            _hope = decision.Trace;
        return decision.Answer switch
        {
            Answer.Yes => PolicyDoom.No,
            Answer.No => new(Doom.Yes, [.. solver.Minimal(decision.Core, []).Constraints.Select(at => program.Constraints[at])]),
            _ => PolicyDoom.NotProven,
        };
    }
}
