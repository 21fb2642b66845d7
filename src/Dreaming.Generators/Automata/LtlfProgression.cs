using System;
using System.Collections.Generic;

namespace Dreaming.Generators.Automata;

/// <summary>
/// Formulas over what is left of a trace, and what is left of a formula after an event (progression: Bacchus, Kabanza, 1998; on finite traces: De Giacomo, Vardi, 2013).
/// <para>
/// A formula is a boolean function of elementary ones: an atom holds now; there is an event now; X φ; φ U ψ. Everything else is made of these, and two formulas that are equal as such
/// functions are one number. No event adds an elementary formula, so that there are finitely many of them, and an automaton.
/// </para>
/// <para>
/// What is left may be empty. Then no elementary formula holds; so of an empty trace atoms, X, F, U and last are false, and WX, G, R and W are true.
/// </para>
/// </summary>
internal sealed class LtlfProgression
{
    /// <summary>The most different elementary formulas.</summary>
    public const int MostElementary = 128;

    private const int MostSteps = 300_000;

    private readonly DecisionDiagrams _functions = new(MostSteps);
    private readonly List<Elementary> _elementary = [];
    private readonly Dictionary<Elementary, int> _numbers = [];
    private readonly Dictionary<(int Formula, int Letter), int> _progressed = [];
    private readonly HashSet<int> _prepared = [];
    private readonly int _some;

    public LtlfProgression() => _some = Of(new(Kind.Some, 0, 0));

    /// <summary>What the formulas need is more than is allowed.</summary>
    public bool IsExhausted => _functions.IsExhausted || _elementary.Count > MostElementary || _progressed.Count > MostSteps;

    /// <summary>The formula as a function.</summary>
    public int Read(LtlfFormula formula) => formula switch
    {
        LtlfFormula.Constant { Value: var value } => value ? DecisionDiagrams.True : DecisionDiagrams.False,
        LtlfFormula.Last => _functions.And(_some, Not(Next(DecisionDiagrams.True))),
        LtlfFormula.Atom { Index: var index } => Of(new(Kind.Atom, index, 0)),
        LtlfFormula.Unary { Operator: var unary, Operand: var operand } => Unary(unary, Read(operand)),
        LtlfFormula.Binary { Operator: var binary, Left: var left, Right: var right } => Binary(binary, Read(left), Read(right)),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, "There is no such formula."),
    };

    /// <summary>The formula holds when nothing is left: no elementary formula does.</summary>
    public bool HoldsAtEnd(int formula)
    {
        while (formula > DecisionDiagrams.True)
            formula = _functions.Low(formula);
        return formula == DecisionDiagrams.True;
    }

    /// <summary>What must hold of the rest for the formula to hold of the event and the rest; null when that is more than is allowed.</summary>
    public int? After(int formula, int letter)
    {
        // From the first to the last, so that what an elementary formula is made of stands ready, and nothing goes deep.
        if (_prepared.Add(letter))
            for (var at = 0; at < _elementary.Count; at++)
                _ = Progress(_functions.Of(at), letter);
        var after = Progress(formula, letter);
        return IsExhausted ? null : after;
    }

    private int Unary(LtlfToken unary, int operand) => unary switch
    {
        LtlfToken.Not => Not(operand),
        LtlfToken.Next => Next(operand),
        LtlfToken.WeakNext => Not(Next(Not(operand))),
        LtlfToken.Finally => Until(DecisionDiagrams.True, operand),
        LtlfToken.Globally => Not(Until(DecisionDiagrams.True, Not(operand))),
        _ => throw new ArgumentOutOfRangeException(nameof(unary), unary, "There is no such operator."),
    };

    private int Binary(LtlfToken binary, int left, int right) => binary switch
    {
        LtlfToken.And => _functions.And(left, right),
        LtlfToken.Or => _functions.Or(left, right),
        LtlfToken.Implies => _functions.Or(Not(left), right),
        LtlfToken.Equivalent => _functions.Choose(left, right, Not(right)),
        LtlfToken.Until => Until(left, right),
        LtlfToken.Release => Release(left, right),
        LtlfToken.WeakUntil => Release(right, _functions.Or(left, right)),
        _ => throw new ArgumentOutOfRangeException(nameof(binary), binary, "There is no such operator."),
    };

    private int Not(int formula) => _functions.Not(formula);

    private int Next(int formula) => Of(new(Kind.Next, formula, 0));

    private int Until(int left, int right) => Of(new(Kind.Until, left, right));

    private int Release(int left, int right) => Not(Until(Not(left), Not(right)));

    private int Of(Elementary elementary)
    {
        if (!_numbers.TryGetValue(elementary, out var number))
        {
            number = _elementary.Count;
            _numbers.Add(elementary, number);
            _elementary.Add(elementary);
        }

        return _functions.Of(number);
    }

    private int Progress(int formula, int letter)
    {
        if (formula <= DecisionDiagrams.True || IsExhausted)
            return formula;
        if (_progressed.TryGetValue((formula, letter), out var known))
            return known;
        var variable = _functions.VariableOf(formula);
        var elementary = _elementary[variable];
        var first = elementary.Kind switch
        {
            Kind.Atom => (letter >> elementary.Left & 1) != 0 ? DecisionDiagrams.True : DecisionDiagrams.False,
            Kind.Some => DecisionDiagrams.True,
            Kind.Next => _functions.And(elementary.Left, _some),
            _ => _functions.Or(Progress(elementary.Right, letter), _functions.And(Progress(elementary.Left, letter), _functions.Of(variable))),
        };
        var after = _functions.Choose(first, Progress(_functions.High(formula), letter), Progress(_functions.Low(formula), letter));
        return _progressed[(formula, letter)] = after;
    }

    private readonly record struct Elementary(Kind Kind, int Left, int Right);

    private enum Kind
    {
        Some,
        Atom,
        Next,
        Until,
    }
}
