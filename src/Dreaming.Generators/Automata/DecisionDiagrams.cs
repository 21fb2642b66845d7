using System;
using System.Collections.Generic;

namespace Dreaming.Generators.Automata;

/// <summary>
/// Boolean functions of numbered variables, as reduced ordered decision diagrams (Bryant, 1986): equal functions are equal numbers. Variables are ordered by their number.
/// </summary>
internal sealed class DecisionDiagrams(int mostSteps)
{
    public const int False = 0;
    public const int True = 1;

    private readonly List<(int Variable, int High, int Low)> _nodes = [(int.MaxValue, False, False), (int.MaxValue, True, True)];
    private readonly Dictionary<(int Variable, int High, int Low), int> _numbers = [];
    private readonly Dictionary<(int If, int Then, int Else), int> _choices = [];
    private int _steps;

    /// <summary>More work was asked for than was allowed; what was computed since is wrong.</summary>
    public bool IsExhausted => _steps > mostSteps;

    /// <summary>The variable that a function asks first; <see cref="int.MaxValue"/> for a constant.</summary>
    public int VariableOf(int function) => _nodes[function].Variable;

    /// <summary>The function where its first variable is true.</summary>
    public int High(int function) => _nodes[function].High;

    /// <summary>The function where its first variable is false.</summary>
    public int Low(int function) => _nodes[function].Low;

    /// <summary>The function that is a variable.</summary>
    public int Of(int variable) => Node(variable, True, False);

    public int Not(int function) => Choose(function, False, True);

    public int And(int left, int right) => Choose(left, right, False);

    public int Or(int left, int right) => Choose(left, True, right);

    /// <summary>The second function where the first is true, and the third where it is false.</summary>
    public int Choose(int condition, int then, int otherwise)
    {
        if (condition == True || then == otherwise)
            return then;
        if (condition == False)
            return otherwise;
        if (then == True && otherwise == False)
            return condition;
        if (_choices.TryGetValue((condition, then, otherwise), out var known))
            return known;
        if (++_steps > mostSteps)
            return False;
        var variable = Math.Min(VariableOf(condition), Math.Min(VariableOf(then), VariableOf(otherwise)));
        var high = Choose(Where(condition, variable, true), Where(then, variable, true), Where(otherwise, variable, true));
        var low = Choose(Where(condition, variable, false), Where(then, variable, false), Where(otherwise, variable, false));
        return _choices[(condition, then, otherwise)] = Node(variable, high, low);
    }

    private int Where(int function, int variable, bool value) =>
        VariableOf(function) != variable ? function : value ? High(function) : Low(function);

    private int Node(int variable, int high, int low)
    {
        if (high == low)
            return high;
        if (_numbers.TryGetValue((variable, high, low), out var number))
            return number;
        number = _nodes.Count;
        _nodes.Add((variable, high, low));
        return _numbers[(variable, high, low)] = number;
    }
}
