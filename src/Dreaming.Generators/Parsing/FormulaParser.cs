using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Automata;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the atoms of a constraint that is written as a formula.</summary>
internal static class FormulaParser
{
    private const string Ok = ".ok";

    /// <summary>The atoms in the order of the automaton's bits; null when the formula or a guard in it is refused.</summary>
    public static IReadOnlyList<AtomSpec>? Atoms(AttributeData attribute, INamedTypeSymbol policy, IRuleSink? sink)
    {
        var location = attribute.Location(policy);
        var formula = attribute.Text(0);
        if (attribute.Named("When", "") is { Length: > 0 } when)
        {
            sink?.Report(TemporalRules.WhenMisfit, location, when, formula, "a formula has its guards at its atoms, in brackets");
            return null;
        }

        if (LtlfParser.Parse(formula, out var written, out var error) is null)
        {
            sink?.Report(TemporalRules.FormulaSyntax, location, formula, error!.Position + 1, error.Message);
            return null;
        }

        var atoms = new List<AtomSpec>();
        foreach (var atom in written)
        {
            var (name, ok, guardName) = Split(atom);
            GuardSpec? guard = null;
            if (guardName is not null && (guard = GuardParser.Parse(policy, guardName, out var why)) is null)
            {
                sink?.Report(TemporalRules.WhenMisfit, location, guardName, formula, why);
                return null;
            }

            atoms.Add(new AtomSpec(name, null, ok, guard));
        }

        return atoms;
    }

    // RequestRefill.ok[IsControlled]
    private static (string Name, bool Ok, string? Guard) Split(string atom)
    {
        var bracket = atom.IndexOf('[');
        var name = bracket < 0 ? atom : atom.Substring(0, bracket);
        var guard = bracket < 0 ? null : atom.Substring(bracket + 1, atom.Length - bracket - 2).Trim();
        return name.EndsWith(Ok, System.StringComparison.Ordinal) ? (name.Substring(0, name.Length - Ok.Length), true, guard) : (name, false, guard);
    }
}
