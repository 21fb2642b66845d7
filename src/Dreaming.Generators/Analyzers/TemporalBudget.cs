using System;
using System.Linq;
using System.Threading;
using Dreaming.Automata;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>Holds a scenario's success and budget against the policy of its domain.</summary>
internal sealed class TemporalBudget(TemporalDomain domain, PolicyModel model, Action<Diagnostic> report, CancellationToken cancellation)
{
    public void Check(INamedTypeSymbol scenario, ScenarioSpec spec)
    {
        // What must happen in any conversation comes first: where there is no room for it, there is none for a success.
        var success = SuccessParser.Attributes(scenario).FirstOrDefault()?.Location(scenario);
        var budget = scenario.Find(KnownNames.Budget)?.Location(scenario) ?? success ?? scenario.Location();
        var owed = Reach([], spec);
        if (owed.WithinBudget == Answer.No)
        {
            report(Diagnostic.Create(TemporalRules.ObligationOutOfBudget, budget, spec.Id, spec.Turns, spec.ToolCalls, Least(owed)));
            return;
        }

        // A name that is no tool's has been reported.
        var tools = spec.SucceedsBy.Where(domain.Tools.Contains).ToArray();
        if (success is null || tools.Length == 0)
        {
            if (owed.WithinBudget == Answer.NotProven)
                report(Diagnostic.Create(TemporalRules.NotProven, budget, $"whether a conversation within the budget of scenario '{spec.Id}' can meet the policy"));
            return;
        }

        var reached = Reach(tools, spec);
        if (reached.Reachable == Answer.No)
            report(Diagnostic.Create(TemporalRules.SuccessForbidden, success, Blamed(reached).Select(b => b.At), spec.Id, Words.And(tools), Why(reached)));
        else if (reached.WithinBudget == Answer.No)
            report(Diagnostic.Create(TemporalRules.SuccessOutOfBudget, budget, spec.Id, Words.And(tools), spec.Turns, spec.ToolCalls, Least(reached)));
        else if (reached.WithinBudget == Answer.NotProven)
            report(Diagnostic.Create(TemporalRules.NotProven, success, $"whether scenario '{spec.Id}' can succeed by {Words.And(tools)} within its budget"));
    }

    private ReachFinding Reach(string[] tools, ScenarioSpec spec) =>
        PolicyAnalysis.Reach(model, tools, spec.Turns, spec.ToolCalls, AnalysisLimits.Default, cancellation);

    private PlacedConstraint[] Blamed(ReachFinding finding) => finding.Blame is { } blame ? [.. blame.Constraints.Select(i => domain.Constraints[i])] : [];

    private string Why(ReachFinding finding) => Blamed(finding) is { Length: > 0 } blamed
        ? $"{Words.And(blamed.Select(b => b.Id))} {(blamed.Length == 1 ? "forbids" : "together forbid")} it"
        : "the constraints together forbid it";

    private static string Least(ReachFinding finding) => (finding.LeastTurns, finding.LeastCalls) switch
    {
        ({ } turns, { } calls) => $"at least {turns} turns and at least {calls} tool calls",
        ({ } turns, null) => $"at least {turns} turns",
        (null, { } calls) => $"at least {calls} tool calls",
        _ => "more",
    };
}
