using Dreaming.Contracts;

namespace Dreaming.Policies;

/// <summary>A step of one constraint's automaton.</summary>
/// <param name="Key">The value that it is about; <see cref="CorrelationKey.None"/> when the constraint is not correlated.</param>
/// <param name="From">The state before.</param>
/// <param name="Letter">What the event was to it.</param>
/// <param name="To">The state after.</param>
internal readonly record struct ConstraintStep(CorrelationKey Key, int From, int Letter, int To);

/// <summary>
/// Walks one constraint's automaton through a conversation, value by value, and tells each step: for those who ask which way it went, where the monitor says only where it stands.
/// </summary>
internal sealed class ConstraintWalk
{
    private readonly ConstraintContract _constraint;
    private readonly Dictionary<CorrelationKey, int> _states;
    private int _virgin;

    public ConstraintWalk(ConstraintContract constraint)
        : this(constraint, [], 0)
    {
    }

    private ConstraintWalk(ConstraintContract constraint, Dictionary<CorrelationKey, int> states, int virgin) => (_constraint, _states, _virgin) = (constraint, states, virgin);

    /// <summary>The constraint.</summary>
    public ConstraintContract Constraint => _constraint;

    /// <summary>The states, by value; of an uncorrelated constraint, the one state.</summary>
    public IEnumerable<KeyValuePair<CorrelationKey, int>> States => _constraint.Key is null ? [new(CorrelationKey.None, _virgin)] : _states;

    /// <summary>The state of a value, seen before or not.</summary>
    public int StateOf(CorrelationKey key) => _constraint.Key is not null && _states.TryGetValue(key, out var state) ? state : _virgin;

    /// <summary>The same walk, to go on in another way.</summary>
    public ConstraintWalk Fork() => new(_constraint, new(_states), _virgin);

    /// <summary>Takes an event. Where a guard or key throws, nothing was taken.</summary>
    public List<ConstraintStep> Take(in PolicyEvent happened)
    {
        var steps = new List<ConstraintStep>();
        if (!EventLetters.IsSeen(_constraint, happened))
            return steps;
        var letters = EventLetters.Of(_constraint, happened);
        var other = EventLetters.Other(_constraint, happened);
        if (_constraint.Key is null)
        {
            var letter = letters.Count == 0 ? other : letters[0].Letter;
            steps.Add(new(CorrelationKey.None, _virgin, letter, Next(_virgin, letter)));
            _virgin = steps[0].To;
            return steps;
        }

        foreach (var (key, letter) in letters)
            steps.Add(new(key, StateOf(key), letter, Next(StateOf(key), letter)));
        foreach (var (key, state) in _states)
            if (!letters.Any(l => l.Key == key))
                steps.Add(new(key, state, other, Next(state, other)));
        foreach (var step in steps)
            _states[step.Key] = step.To;
        _virgin = Next(_virgin, other);
        return steps;
    }

    private int Next(int state, int letter) => _constraint.Automaton.Next[state * _constraint.Automaton.Letters + letter];
}
