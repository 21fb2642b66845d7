using System;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>What a scenario compiles with and should not be like.</summary>
internal static class ScenarioChecks
{
    public static void Check(INamedTypeSymbol type, IRuleSink sink)
    {
        if (type.Implemented(KnownNames.ScenarioInterface) is null)
            return;
        var scenario = type.Find(KnownNames.Scenario)!;
        IdForm.Check(scenario, type, sink);
        Openings(type, sink);
        foreach (var (property, parameter) in RecordParser.Members(type))
            if (MemberParser.Attributes(property, parameter) is var attributes && attributes.Find(KnownNames.Hidden) is not null && attributes.Find(KnownNames.Unknown) is not null)
                sink.Report(ScenarioRules.HiddenAndUnknown, property.Location(), property.Name);
        if (type.Find(KnownNames.Budget) is { } budget && (budget.Named("Turns", 12) < 1 || budget.Named("ToolCalls", 16) < 0))
            sink.Report(ScenarioRules.EmptyBudget, budget.Location(type), type.Name, budget.Named("Turns", 12), budget.Named("ToolCalls", 16));
        Methods(type, sink);
        PolicyChecks.Invariants(type, sink);
    }

    private static void Openings(INamedTypeSymbol type, IRuleSink sink)
    {
        var members = RecordParser.Members(type).ToArray();
        var says = type.GetAttributes().Where(a => a.AttributeClass.Is(KnownNames.Says)).ToArray();
        if (says.Length == 0)
            sink.Report(ScenarioRules.NoOpening, type.Location(), type.Name);
        foreach (var opening in says)
        {
            var text = opening.Text(0);
            if (string.IsNullOrWhiteSpace(text))
                sink.Report(ScenarioRules.EmptyOpening, opening.Location(type), type.Name);
            foreach (var (property, parameter) in members)
            {
                if (text.IndexOf("{" + property.Name + "}", StringComparison.Ordinal) < 0)
                    continue;
                var attributes = MemberParser.Attributes(property, parameter);
                if (attributes.Find(KnownNames.Unknown) is not null)
                    sink.Report(ScenarioRules.UnknownInOpening, opening.Location(type), property.Name);
                if (attributes.Find(KnownNames.Sensitive) is not null)
                    sink.Report(ScenarioRules.SensitiveInOpening, opening.Location(type), property.Name);
            }
        }
    }

    private static void Methods(INamedTypeSymbol type, IRuleSink sink)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if ((method.Name == "Achieved" || method.Name.EndsWith(".Achieved", StringComparison.Ordinal)) && method.Always(false))
                sink.Report(ScenarioRules.NeverAchieved, method.Location(), type.Name);
            if (method.Find(KnownNames.Counterfactual) is not { } attribute)
                continue;
            IdForm.Check(attribute, method, sink);
            if (ids.TryGetValue(attribute.Text(0), out var other))
                sink.Report(ScenarioRules.DuplicateCounterfactual, attribute.Location(method), attribute.Text(0), other);
            else
                ids.Add(attribute.Text(0), method.Name);
        }
    }
}
