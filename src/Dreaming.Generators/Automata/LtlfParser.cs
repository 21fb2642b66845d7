using System.Collections.Generic;
using System.Linq;

namespace Dreaming.Generators.Automata;

/// <summary>
/// Parses a formula, whose syntax stands on LtlfAttribute. Operators of one rank group to the right. A name that is an operator or a constant can still be an atom: qualified, as in
/// <c>Tools.F</c>.
/// </summary>
internal sealed class LtlfParser
{
    /// <summary>The most characters of a formula.</summary>
    public const int MostCharacters = 4096;

    /// <summary>The most different atoms.</summary>
    public const int MostAtoms = 8;

    /// <summary>How deep operators and parentheses may stand in each other. In a chain, each operator stands in the one before.</summary>
    public const int MostDepth = 64;

    private readonly LtlfScanner _scanner;
    private readonly List<string> _atoms = [];
    private LtlfError? _error;
    private int _depth;

    private LtlfParser(string formula)
    {
        _scanner = new(formula);
        _scanner.Advance();
    }

    /// <summary>Parses a formula.</summary>
    /// <param name="formula">The text.</param>
    /// <param name="atoms">The different atoms as <c>Name</c>, <c>Name.ok</c>, <c>Name[Guard]</c> or <c>Name.ok[Guard]</c>, in the order in which they first occur.</param>
    /// <param name="error">The first error; null without one.</param>
    /// <returns>The formula; null with an error.</returns>
    public static LtlfFormula? Parse(string formula, out string[] atoms, out LtlfError? error)
    {
        atoms = [];
        if (formula.Length > MostCharacters)
        {
            error = new(MostCharacters, formula.Length - MostCharacters, $"the formula has {formula.Length} characters, and {MostCharacters} are the most");
            return null;
        }

        var parser = new LtlfParser(formula);
        var parsed = parser.Binary(LtlfToken.Equivalent);
        if (parsed is not null && parser._scanner.Token != LtlfToken.End)
            parsed = parser.Unexpected("an operator or the end");
        atoms = parsed is null ? [] : [.. parser._atoms];
        error = parser._error;
        return parsed;
    }

    // One rank of binary operators and all that bind tighter.
    private LtlfFormula? Binary(LtlfToken rank)
    {
        if (rank == LtlfToken.Not)
            return Unary();
        var operands = new List<LtlfFormula>();
        var operators = new List<LtlfToken>();
        while (true)
        {
            if (Binary(Tighter(rank)) is not { } operand)
                return null;
            operands.Add(operand);
            if (RankOf(_scanner.Token) != rank)
                break;
            operators.Add(_scanner.Token);
            _scanner.Advance();
        }

        var formula = operands[operands.Count - 1];
        for (var at = operators.Count - 1; at >= 0; at--)
            formula = new LtlfFormula.Binary(operators[at], operands[at], formula);
        return formula.Depth > MostDepth ? TooDeep() : formula;
    }

    private LtlfFormula? Unary()
    {
        if (++_depth > MostDepth)
            return TooDeep();
        var parsed = UnaryWithin();
        _depth--;
        return parsed;
    }

    private LtlfFormula? UnaryWithin()
    {
        var token = _scanner.Token;
        switch (token)
        {
            case LtlfToken.Not or LtlfToken.Next or LtlfToken.WeakNext or LtlfToken.Finally or LtlfToken.Globally:
                _scanner.Advance();
                return Unary() is { } operand ? new LtlfFormula.Unary(token, operand) : null;
            case LtlfToken.Open:
                _scanner.Advance();
                if (Binary(LtlfToken.Equivalent) is not { } inner)
                    return null;
                if (_scanner.Token != LtlfToken.Close)
                    return Unexpected("an operator or ')'");
                _scanner.Advance();
                return inner;
            case LtlfToken.True or LtlfToken.False:
                _scanner.Advance();
                return new LtlfFormula.Constant(token == LtlfToken.True);
            case LtlfToken.Last:
                _scanner.Advance();
                return new LtlfFormula.Last();
            case LtlfToken.Atom:
                return Atom();
            default:
                return Unexpected("an event, a constant, '!', 'X', 'WX', 'F', 'G' or '('");
        }
    }

    private LtlfFormula.Atom? Atom()
    {
        var name = string.Concat(_scanner.Text.Where(c => !char.IsWhiteSpace(c)));
        var index = _atoms.IndexOf(name);
        if (index < 0)
        {
            index = _atoms.Count;
            if (index == MostAtoms)
            {
                _error = new(_scanner.Position, _scanner.Text.Length, $"'{name}' is one event too many: a formula may name {MostAtoms} different ones");
                return null;
            }

            _atoms.Add(name);
        }

        _scanner.Advance();
        return new(index);
    }

    private LtlfFormula? Unexpected(string expected)
    {
        _error ??= _scanner.Error ?? (_scanner.Token == LtlfToken.End
            ? new(_scanner.Position, 0, $"expected {expected}, found the end")
            : new(_scanner.Position, _scanner.Text.Length, $"expected {expected}, found '{_scanner.Text}'"));
        return null;
    }

    private LtlfFormula? TooDeep()
    {
        _error ??= new(_scanner.Position, _scanner.Text.Length, $"the formula is nested more than {MostDepth} deep");
        return null;
    }

    // The rank of an operator is the first token of that rank.
    private static LtlfToken RankOf(LtlfToken token) => token is LtlfToken.Release or LtlfToken.WeakUntil ? LtlfToken.Until : token;

    private static LtlfToken Tighter(LtlfToken rank) => rank switch
    {
        LtlfToken.Equivalent => LtlfToken.Implies,
        LtlfToken.Implies => LtlfToken.Or,
        LtlfToken.Or => LtlfToken.And,
        LtlfToken.And => LtlfToken.Until,
        _ => LtlfToken.Not,
    };
}
