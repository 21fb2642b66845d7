using Dreaming.Contracts;
using Dreaming.Policies;

namespace Dreaming.Hunting;

/// <summary>The transitions of the constraints' automata that conversations took.</summary>
internal sealed class TransitionCover
{
    private readonly DomainManifest _domain;
    private readonly HashSet<(int State, int Letter)>[] _open;
    private readonly int _of;

    public TransitionCover(DomainManifest domain)
    {
        var kinds = EventKind.Of(domain);
        _domain = domain;
        _open = [.. domain.Constraints.Select(c => Transitions(c, new ConstraintLetters(c, kinds)))];
        _of = _open.Sum(o => o.Count);
    }

    public Covered Total => new(_of - _open.Sum(o => o.Count), _of);

    /// <summary>Takes a conversation.</summary>
    /// <returns>Whether it took a transition that none before it did. What a guard or a signal throws is told by the critic; here it ends the look at the conversation.</returns>
    public bool Take(Trajectory trajectory)
    {
        if (_open.Length == 0)
            return false;
        var opened = false;
        try
        {
            var trace = PolicyTrace.Of(_domain, trajectory);
            for (var i = 0; i < _open.Length; i++)
            {
                var walk = new ConstraintWalk(_domain.Constraints[i]);
                foreach (var happened in trace)
                    foreach (var step in walk.Take(happened.Event))
                        opened |= _open[i].Remove((step.From, step.Letter));
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return opened;
        }

        return opened;
    }

    // A loop on an event that the constraint does not speak about is no transition worth a dream.
    private static HashSet<(int State, int Letter)> Transitions(ConstraintContract constraint, ConstraintLetters letters) =>
    [
        .. from state in letters.Reachable
           from letter in letters.All
           where constraint.Automaton.Next[(state * constraint.Automaton.Letters) + letter] != state || letters.Names(letter)
           select (state, letter),
    ];
}
