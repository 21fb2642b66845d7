using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads a scenario: its slots, openings, budget and counterfactuals.</summary>
internal static class ScenarioParser
{
    private static readonly Regex Placeholder = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    public static ScenarioSpec? Parse(INamedTypeSymbol type, IRuleSink? sink)
    {
        var record = RecordParser.Parse(type, "Contract", sink);
        if (type.Implemented(KnownNames.ScenarioInterface)?.TypeArguments[1] is not { } world)
        {
            sink?.Report(ScenarioRules.NoScenario, type.Location(), type.Name);
            return null;
        }

        var right = CheckOpenings(type, sink);
        var counterfactuals = Counterfactuals(type, world, sink, ref right);
        if (record is null || !right)
            return null;
        var scenario = type.Find(KnownNames.Scenario)!;
        var budget = type.Find(KnownNames.Budget);
        var id = scenario.Text(0);
        var title = scenario.Named("Title", "");
        return new ScenarioSpec(
            record,
            world.Code(),
            id,
            title.Length > 0 ? title : id.Replace('-', ' '),
            scenario.Named("Safety", false),
            EquatableArray.From(Says(type).Select(a => a.Text(0))),
            budget?.Named("Turns", 12) ?? 12,
            budget?.Named("ToolCalls", 16) ?? 16,
            EquatableArray.From(RecordParser.Members(type).Select(m => Slot(m.Symbol, m.Parameter))),
            EquatableArray.From(counterfactuals),
            EquatableArray.From(SuccessParser.Parse(type, sink)));
    }

    private static IEnumerable<AttributeData> Says(INamedTypeSymbol type) =>
        type.GetAttributes().Where(a => a.AttributeClass.Is(KnownNames.Says));

    private static bool CheckOpenings(INamedTypeSymbol type, IRuleSink? sink)
    {
        var slots = RecordParser.Members(type).Select(m => m.Symbol.Name).ToArray();
        var right = true;
        foreach (var says in Says(type))
        {
            foreach (Match match in Placeholder.Matches(says.Text(0)))
            {
                if (slots.Contains(match.Groups[1].Value))
                    continue;
                sink?.Report(ScenarioRules.UnknownSlot, says.Location(type), match.Groups[1].Value, type.Name, string.Join(", ", slots));
                right = false;
            }
        }

        return right;
    }

    private static SlotSpec Slot(IPropertySymbol property, IParameterSymbol? parameter)
    {
        var attributes = MemberParser.Attributes(property, parameter);
        var knowledge = attributes.Find(KnownNames.Unknown) is not null ? "Unknown" : attributes.Find(KnownNames.Hidden) is not null ? "Hidden" : "Open";
        var declared = attributes.Find(KnownNames.Asked)?.ConstructorArguments.SelectMany(a => a.Elements()).Select(p => (p.Value as string ?? "").ToLowerInvariant()) ?? [];
        return new SlotSpec(knowledge, EquatableArray.From(declared.Prepend(Naming.Phrase(property.Name)).Where(p => p.Length > 0).Distinct()));
    }

    private static List<CounterfactualSpec> Counterfactuals(INamedTypeSymbol type, ITypeSymbol world, IRuleSink? sink, ref bool right)
    {
        var list = new List<CounterfactualSpec>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.Find(KnownNames.Counterfactual) is not { } attribute)
                continue;
            if (method.IsStatic || method.IsGenericMethod || method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal)
                || method.Parameters.Length != 1
                || !SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, world)
                || !SymbolEqualityComparer.Default.Equals(method.ReturnType, world))
            {
                sink?.Report(ScenarioRules.CounterfactualShape, method.Location(), method.Name, world.Name);
                right = false;
                continue;
            }

            list.Add(new CounterfactualSpec(attribute.Text(0), attribute.Text(1), method.Name));
        }

        return list;
    }
}
