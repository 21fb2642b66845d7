using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dreaming.Automata;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>Reports what the constraints of a domain come to together.</summary>
internal sealed class TemporalAnalysis(TemporalDomain domain, DomainDeclarations declarations, Action<Diagnostic> report)
{
    public static void Check(TemporalDomain domain, DomainDeclarations declarations, Action<Diagnostic> report, CancellationToken cancellation) =>
        new TemporalAnalysis(domain, declarations, report).Report(cancellation);

    private Location Last => domain.Constraints[domain.Constraints.Length - 1].At;

    private void Report(CancellationToken cancellation)
    {
        var model = domain.Model();
        var findings = PolicyAnalysis.Of(model, AnalysisLimits.Default, cancellation);
        if (findings.Contradiction is { } conflict)
        {
            Contradiction(conflict);
            return;
        }

        foreach (var dead in findings.DeadTools)
            Dead(dead);
        foreach (var redundancy in findings.Redundant)
            Redundant(redundancy);
        // Where the first is not proven, the others cannot be.
        if (findings.Satisfiable == Answer.NotProven)
        {
            NotProven(Last, "whether the constraints of this domain can hold together");
            return;
        }

        if (findings.ToolsNotProven.Count > 0)
            NotProven(Last, $"whether each of {Words.And(findings.ToolsNotProven)} can be called and succeed");
        if (findings.ConstraintsNotProven.Count > 0)
            NotProven(Last, $"whether each of {Words.And(findings.ConstraintsNotProven.Select(i => domain.Constraints[i].Id))} says more than the others");
        foreach (var scenario in declarations.With(KnownNames.Scenario))
            if (ScenarioParser.Parse(scenario, null) is { Turns: > 0, ToolCalls: >= 0 } spec)
                new TemporalBudget(domain, model, report, cancellation).Check(scenario, spec);
    }

    // At the last of them in the source: that is where the one was added that is too much.
    private void Contradiction(Conflict conflict)
    {
        var last = domain.Constraints[conflict.Constraints.Last()];
        var others = conflict.Constraints.Take(conflict.Constraints.Length - 1).Select(i => domain.Constraints[i]).ToArray();
        report(Diagnostic.Create(
            TemporalRules.Contradiction,
            last.At,
            others.Select(o => o.At),
            last.Id,
            others.Length == 0 ? "" : " together with " + Words.And(others.Select(o => o.Id)),
            others.Length == 0 ? "it" : "one of them"));
    }

    private void Dead(DeadTool dead)
    {
        var blamed = dead.Blame.Constraints.Select(i => domain.Constraints[i]).ToArray();
        foreach (var tool in declarations.With(KnownNames.Tool))
            if (tool.Find(KnownNames.Tool) is { } attribute && attribute.Text(0) == dead.Tool)
                report(Diagnostic.Create(
                    TemporalRules.DeadTool,
                    attribute.Location(tool),
                    blamed.Select(b => b.At),
                    dead.Tool,
                    dead.OnlySuccess ? "succeed" : "be called",
                    Words.And(blamed.Select(b => b.Id))));
    }

    private void Redundant(Redundancy redundancy)
    {
        var constraint = domain.Constraints[redundancy.Constraint];
        var by = redundancy.By.Constraints.Select(i => domain.Constraints[i]).ToArray();
        var others = Words.And(by.Select(b => b.Id));
        report(redundancy.Vacuous
            ? Diagnostic.Create(TemporalRules.VacuousConstraint, constraint.At, by.Select(b => b.At), constraint.Id, by.Length == 0 ? "" : $", because of {others}")
            : Diagnostic.Create(TemporalRules.ImpliedConstraint, constraint.At, by.Select(b => b.At), constraint.Id, others));
    }

    private void NotProven(Location at, string what) => report(Diagnostic.Create(TemporalRules.NotProven, at, what));
}
