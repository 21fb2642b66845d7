using System;

namespace Dreaming.Generators.Automata;

/// <summary>A formula as it was written.</summary>
/// <param name="Depth">How deep its operators stand in each other.</param>
internal abstract record LtlfFormula(int Depth)
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Constant(bool Value) : LtlfFormula(0);

    /// <summary><c>last</c>: this event is the last one.</summary>
    public sealed record Last() : LtlfFormula(0);

    /// <summary>An atom, by its place in the list of atoms.</summary>
    public sealed record Atom(int Index) : LtlfFormula(0);

    /// <summary>A unary operator.</summary>
    public sealed record Unary(LtlfToken Operator, LtlfFormula Operand) : LtlfFormula(1 + Operand.Depth);

    /// <summary>A binary operator.</summary>
    public sealed record Binary(LtlfToken Operator, LtlfFormula Left, LtlfFormula Right) : LtlfFormula(1 + Math.Max(Left.Depth, Right.Depth));
}
