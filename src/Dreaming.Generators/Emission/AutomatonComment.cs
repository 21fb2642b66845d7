using System;
using System.Globalization;
using System.Linq;
using Dreaming.Automata;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes what a table says, for the reader of generated code.</summary>
internal static class AutomatonComment
{
    private const int MostStates = 12;
    private const int MostLetters = 8;

    private static readonly string[] Verdicts = ["violated for good", "violated so far", "met so far", "met for good"];

    public static void Write(SourceWriter writer, BoundConstraint constraint, Automaton automaton)
    {
        var written = constraint.Written;
        Line(writer, written.Text);
        Line(writer, TemplateWords.Of(written.Template, written.Formula));
        for (var i = 0; i < constraint.Atoms.Count; i++)
            Line(writer, $"    {Name(i)} = {constraint.Atoms[i].Label}");
        if (written.Limit >= 0)
            Line(writer, $"    t = {(written.Tick == "Turns" ? "message of the user" : "call")}, within {written.Limit.ToString(CultureInfo.InvariantCulture)}");
        if (automaton.States > MostStates || automaton.Letters > MostLetters)
            return;
        var heads = Enumerable.Range(0, automaton.Letters).Select(l => Letter(l, constraint.Atoms.Count)).ToArray();
        Line(writer, "state  " + string.Concat(heads.Select(h => h.PadRight(7))));
        for (var state = 0; state < automaton.States; state++)
            Line(writer, $"{state,5}  {string.Concat(heads.Select((_, l) => automaton.Next[state * automaton.Letters + l].ToString(CultureInfo.InvariantCulture).PadRight(7)))}{Verdicts[automaton.Verdicts[state]]}");
    }

    private static void Line(SourceWriter writer, string text) => writer.Line("// " + string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).TrimEnd());

    private static string Letter(int letter, int atoms)
    {
        var set = Enumerable.Range(0, atoms + 1).Where(i => (letter >> i & 1) != 0).Select(i => i == atoms ? "t" : Name(i)).ToArray();
        return set.Length == 0 ? "other" : string.Join("+", set);
    }

    private static string Name(int atom) => ((char)('a' + Math.Min(atom, 25))).ToString();
}
