using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>Finds the families of dreams that no scenario of a domain has a place for. EdgeCase has one everywhere, since everybody mistypes; FailureInjection is a matter of the tools.</summary>
internal static class FamilyChecks
{
    private static readonly Regex Slot = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    public static void Check(AttributeData domain, IAssemblySymbol assembly, IReadOnlyList<INamedTypeSymbol> scenarios, IRuleSink sink)
    {
        if (scenarios.Count == 0)
            return;
        if (!scenarios.Any(s => RecordParser.Members(s).Any() || Openings(s).Count() > 1))
            sink.Report(ScenarioRules.IdleFamily, domain.Location(assembly), domain.Text(0), "no scenario with a slot or with a second opening", "IntentVariation");
        if (!scenarios.Any(s => Openings(s).Any(slots => slots.Length > 0)))
            sink.Report(ScenarioRules.IdleFamily, domain.Location(assembly), domain.Text(0), "no opening that names a slot which the user tells at once", "AmbiguityFork");
        if (!scenarios.Any(s => s.GetMembers().Any(m => m.Has(KnownNames.Counterfactual))))
            sink.Report(ScenarioRules.IdleFamily, domain.Location(assembly), domain.Text(0), "no [Counterfactual]", "CounterfactualOutcome");
    }

    // The slots of each opening that can be said: one that names a hidden or an unknown slot cannot.
    private static IEnumerable<string[]> Openings(INamedTypeSymbol scenario)
    {
        var open = RecordParser.Members(scenario)
            .Where(m => MemberParser.Attributes(m.Symbol, m.Parameter) is var a && a.Find(KnownNames.Hidden) is null && a.Find(KnownNames.Unknown) is null)
            .Select(m => m.Symbol.Name)
            .ToArray();
        return scenario.GetAttributes()
            .Where(a => a.AttributeClass.Is(KnownNames.Says))
            .Select(a => Slot.Matches(a.Text(0)).Cast<Match>().Select(m => m.Groups[1].Value).ToArray())
            .Where(slots => slots.All(open.Contains));
    }
}
