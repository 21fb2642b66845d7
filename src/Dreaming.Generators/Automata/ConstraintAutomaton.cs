using System;
using System.Globalization;
using Dreaming.Automata;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Automata;

/// <summary>From a constraint as it is written to its automaton.</summary>
internal static class ConstraintAutomaton
{
    /// <summary>The most entries of a table: half a megabyte of them.</summary>
    public const int MostEntries = 1 << 18;

    /// <summary>The minimal automaton over the constraint's atoms and its tick; null when there is none within bounds.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="why">Why there is none, for a reader.</param>
    public static Automaton? Of(TemporalSpec constraint, out string why)
    {
        if (Compiled(constraint, out why) is not { } automaton)
            return null;
        if (automaton.Next.Length <= MostEntries)
            return automaton;
        why = $"its table has {Words(automaton.Next.Length)} entries, and {Words(MostEntries)} are the most; lower its numbers, or say less in one formula";
        return null;
    }

    private static Automaton? Compiled(TemporalSpec constraint, out string why)
    {
        why = "";
        if (constraint.Template == TemporalParser.Formula)
        {
            var compiled = LtlfCompiler.Compile(constraint.Formula, out _, out var error);
            why = error?.Message ?? "";
            return compiled;
        }

        var template = (Template)Enum.Parse(typeof(Template), constraint.Template);
        var limit = constraint.Limit < 0 ? Limit.None : Limit.Of(constraint.Limit);
        if (TemplateAutomaton.Build(template, constraint.Count, limit, out _) is { } automaton)
            return automaton;
        why = $"its automaton has more than {Words(Exploration.MostStates)} states; lower its numbers";
        return null;
    }

    private static string Words(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
