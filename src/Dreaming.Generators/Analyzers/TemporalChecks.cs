using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>Checks the temporal constraints of a whole compilation against each other and against its scenarios, once, at its end.</summary>
internal static class TemporalChecks
{
    /// <summary>The property of a finding that holds the id, which may not be written out.</summary>
    public const string ConstraintIdProperty = "id";

    public static void Check(DomainDeclarations declarations, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var policies = declarations.With(KnownNames.Policy);
        var signals = declarations.With(KnownNames.Signal);
        if (signals.Count == 0 && !policies.Any(p => p.GetAttributes().Any(TemporalParser.IsConstraint)))
            return;
        try
        {
            Signals(signals, declarations.With(KnownNames.Tool), report);
            var domain = TemporalDomain.Of(declarations, report);
            Ids(domain, policies, report);
            if (domain.Constraints.Length > 0)
                TemporalAnalysis.Check(domain, declarations, report, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var policy = policies.Concat(signals).First();
            report(Diagnostic.Create(InternalRules.Internal, policy.Location(), policy.Name, e.GetType().Name + " " + e.Message));
        }
    }

    private static void Signals(IReadOnlyList<INamedTypeSymbol> signals, IReadOnlyList<INamedTypeSymbol> tools, Action<Diagnostic> report)
    {
        var first = tools.GroupBy(t => t.Find(KnownNames.Tool)!.Text(0)).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
        foreach (var signal in signals.Where(s => !TypeParser.HasSeveralRoles(s)))
        {
            var attribute = signal.Find(KnownNames.Signal)!;
            if (first.TryGetValue(attribute.Text(0), out var earlier))
                report(Diagnostic.Create(TemporalRules.DuplicateSignal, attribute.Location(signal), attribute.Text(0), earlier));
            else
                first.Add(attribute.Text(0), signal.Name);
        }
    }

    // Invariants come first: their ids are written out, so that it is the constraint that can be given another one.
    private static void Ids(TemporalDomain domain, IReadOnlyList<INamedTypeSymbol> policies, Action<Diagnostic> report)
    {
        var first = policies.SelectMany(p => p.GetMembers().OfType<IMethodSymbol>())
            .Select(m => (m.Name, Attribute: m.Find(KnownNames.Invariant)))
            .Where(m => m.Attribute is not null)
            .GroupBy(m => m.Attribute!.Text(0))
            .ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
        foreach (var constraint in domain.Constraints)
        {
            if (first.TryGetValue(constraint.Id, out var earlier))
                report(Diagnostic.Create(TemporalRules.DuplicateConstraint, constraint.At, ImmutableDictionary<string, string?>.Empty.Add(ConstraintIdProperty, constraint.Id), constraint.Id, earlier));
            else
                first.Add(constraint.Id, constraint.Bound.Written.Text);
        }
    }
}
