using System.Globalization;

namespace Dreaming.Generators.Tests.Automata;

/// <summary>A formula with its text and its meaning, which is the definition of LTLf (De Giacomo, Vardi, 2013) over positions of a trace. Shares nothing with the compiler.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Holds">Whether it holds at a position. A position at the end of the trace is no event.</param>
internal sealed record RandomFormula(string Text, Func<int[], int, bool> Holds)
{
    /// <summary>A formula over atoms A0, A1, ... with at most that many operators.</summary>
    public static RandomFormula Draw(Random random, int atoms, int operators)
    {
        if (operators == 0)
            return Leaf(random.Next(atoms + 1) is var leaf && leaf < atoms ? leaf : -1 - random.Next(3));
        if (random.Next(5) < 2)
        {
            var operand = Draw(random, atoms, operators - 1);
            return Unary(random.Next(5), operand);
        }

        var left = random.Next(operators);
        return Binary(random.Next(7), Draw(random, atoms, left), Draw(random, atoms, operators - 1 - left));
    }

    private static RandomFormula Leaf(int leaf) => leaf switch
    {
        -3 => new("true", (_, _) => true),
        -2 => new("false", (_, _) => false),
        -1 => new("last", (trace, at) => at == trace.Length - 1),
        _ => new("A" + leaf.ToString(CultureInfo.InvariantCulture), (trace, at) => at < trace.Length && (trace[at] >> leaf & 1) == 1),
    };

    private static RandomFormula Unary(int kind, RandomFormula operand)
    {
        var holds = operand.Holds;
        return kind switch
        {
            0 => new($"!{operand.Text}", (trace, at) => !holds(trace, at)),
            1 => new($"X {operand.Text}", (trace, at) => at + 1 < trace.Length && holds(trace, at + 1)),
            2 => new($"WX {operand.Text}", (trace, at) => at + 1 >= trace.Length || holds(trace, at + 1)),
            3 => new($"F {operand.Text}", (trace, at) => Some(at, trace.Length, i => holds(trace, i))),
            _ => new($"G {operand.Text}", (trace, at) => !Some(at, trace.Length, i => !holds(trace, i))),
        };
    }

    private static RandomFormula Binary(int kind, RandomFormula left, RandomFormula right)
    {
        var (a, b) = (left.Holds, right.Holds);
        return kind switch
        {
            0 => new($"({left.Text} & {right.Text})", (trace, at) => a(trace, at) && b(trace, at)),
            1 => new($"({left.Text} | {right.Text})", (trace, at) => a(trace, at) || b(trace, at)),
            2 => new($"({left.Text} -> {right.Text})", (trace, at) => !a(trace, at) || b(trace, at)),
            3 => new($"({left.Text} <-> {right.Text})", (trace, at) => a(trace, at) == b(trace, at)),
            4 => new($"({left.Text} U {right.Text})", (trace, at) => Some(at, trace.Length, j => b(trace, j) && !Some(at, j, i => !a(trace, i)))),
            // Where b fails, an a came before.
            5 => new($"({left.Text} R {right.Text})", (trace, at) => !Some(at, trace.Length, j => !b(trace, j) && !Some(at, j, i => a(trace, i)))),
            // Where a fails, a b came before or comes now.
            _ => new($"({left.Text} W {right.Text})", (trace, at) => !Some(at, trace.Length, j => !a(trace, j) && !Some(at, j + 1, i => b(trace, i)))),
        };
    }

    private static bool Some(int from, int to, Func<int, bool> holds)
    {
        for (var at = from; at < to; at++)
            if (holds(at))
                return true;
        return false;
    }
}
