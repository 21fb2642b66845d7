using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dreaming.Automata;
using Dreaming.Generators.Automata;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>A temporal constraint where it stands.</summary>
/// <param name="Bound">The constraint.</param>
/// <param name="Automaton">What it was compiled to.</param>
/// <param name="At">Its attribute.</param>
internal sealed record PlacedConstraint(BoundConstraint Bound, Automaton Automaton, Location At)
{
    public string Id => Bound.Written.Id;
}

/// <summary>The temporal constraints of a compilation, in the order of the source, and the events they speak about.</summary>
internal sealed class TemporalDomain
{
    private TemporalDomain(ImmutableArray<SignalSpec> signals, ImmutableArray<string> tools, ImmutableArray<PlacedConstraint> constraints) =>
        (Signals, Tools, Constraints) = (signals, tools, constraints);

    public ImmutableArray<SignalSpec> Signals { get; }

    /// <summary>The names of the tools, in ordinal order.</summary>
    public ImmutableArray<string> Tools { get; }

    public ImmutableArray<PlacedConstraint> Constraints { get; }

    /// <summary>Finds the events of every constraint and compiles it, and reports those of which that is not possible.</summary>
    public static TemporalDomain Of(DomainDeclarations declarations, Action<Diagnostic> report)
    {
        var tools = declarations.With(KnownNames.Tool).Select(t => EventParser.Parse(t, OperandKind.Tool, t.Find(KnownNames.Tool)!.Text(0))).ToArray();
        var signals = declarations.With(KnownNames.Signal).Select(t => SignalParser.Parse(t, null)).Where(s => s is not null).Select(s => s!).OrderBy(s => s.Id, StringComparer.Ordinal).ToImmutableArray();
        var index = EventIndex.Of(tools, signals.Select(s => s.Event));
        var placed = new List<PlacedConstraint>();
        foreach (var policy in declarations.With(KnownNames.Policy))
        {
            foreach (var (attribute, spec) in TemporalParser.Read(policy, null))
            {
                var at = attribute.Location(policy);
                if (TemporalBinder.Bind(spec, index, (rule, arguments) => report(Diagnostic.Create(rule, at, arguments))) is not { } bound)
                    continue;
                if (ConstraintAutomaton.Of(spec, out var why) is { } automaton)
                    placed.Add(new(bound, automaton, at));
                else
                    report(Diagnostic.Create(TemporalRules.AutomatonTooLarge, at, spec.Id, why));
            }
        }

        return new(
            signals,
            [.. tools.Select(t => t.Operand.Event).Distinct().OrderBy(t => t, StringComparer.Ordinal)],
            [.. placed.OrderBy(c => c.At.SourceTree?.FilePath ?? "", StringComparer.Ordinal).ThenBy(c => c.At.SourceSpan.Start)]);
    }

    /// <summary>What the analysis sees of it: constraint i is the one at i in <see cref="Constraints"/>.</summary>
    public PolicyModel Model() => new([.. Tools], [.. Signals.Select(s => s.Id).Distinct().Except(Tools)], [.. Constraints.Select(Model)]);

    private static ConstraintModel Model(PlacedConstraint constraint)
    {
        var written = constraint.Bound.Written;
        return new ConstraintModel(
            written.Id,
            constraint.Automaton,
            [.. constraint.Bound.Atoms.Select(a => new AtomModel([.. a.Events], a.Succeeded, a.Guard?.Name))],
            (byte)(constraint.Bound.Scope == "Conversation" ? 2 : constraint.Bound.Scope == "Signals" ? 1 : 0),
            (byte)(written.Tick == "Turns" ? 1 : written.Tick == "Calls" ? 2 : 0),
            written.Same.Length > 0 ? written.Same : null);
    }
}
