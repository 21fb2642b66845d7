using System;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Finds the events that temporal constraints speak about among those of the domain.</summary>
internal static class TemporalBinder
{
    public static BoundPolicy Bind(PolicySpec policy, EventIndex index) => new(
        policy.Type,
        EquatableArray.From(policy.Constraints
            .Select(c => Bind(c, index, null))
            .Where(c => c is not null)
            .Select(c => c!)
            .OrderBy(c => c.Written.Id, StringComparer.Ordinal)));

    /// <summary>A constraint with its events; null when some cannot be found.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="index">The events of its domain.</param>
    /// <param name="report">Receives what is wrong; null when nobody asks.</param>
    public static BoundConstraint? Bind(TemporalSpec constraint, EventIndex index, Action<DiagnosticDescriptor, object[]>? report)
    {
        var operands = new List<OperandSpec>();
        foreach (var atom in constraint.Atoms)
            if (Operand(constraint, atom, index, report) is { } operand)
                operands.Add(operand);
        if (operands.Count < constraint.Atoms.Count)
            return null;
        if (constraint.Same.Length > 0 && operands.Count > 0 && Correlation.WhyNot(operands, constraint.Same) is { } why)
        {
            report?.Invoke(TemporalRules.SameMisfit, [constraint.Id, constraint.Same, why]);
            return null;
        }

        var scope = constraint.Tick == "Turns" || operands.Any(o => o.Kind is OperandKind.Reply or OperandKind.UserTurn) ? "Conversation"
            : operands.Any(index.HasSignals) ? "Signals"
            : "Calls";
        return new BoundConstraint(constraint, scope, EquatableArray.From(operands.Select((o, i) => Atom(constraint, constraint.Atoms[i], o, index))));
    }

    private static BoundAtom Atom(TemporalSpec constraint, AtomSpec atom, OperandSpec operand, EventIndex index) => new(
        TemporalText.Label(atom, operand),
        EquatableArray.From(index.EventsOf(operand)),
        operand.Type,
        atom.Succeeded,
        atom.Guard,
        constraint.Same.Length > 0 ? Correlation.Find(operand, constraint.Same) : null);

    private static OperandSpec? Operand(TemporalSpec constraint, AtomSpec atom, EventIndex index, Action<DiagnosticDescriptor, object[]>? report)
    {
        var operand = atom.Operand ?? Named(constraint, atom, index, report);
        if (operand is null)
            return null;
        if (!index.EventsOf(operand).Any())
        {
            report?.Invoke(TemporalRules.UnimplementedInterface, [operand.Name, constraint.Id]);
            return null;
        }

        if (atom.Operand is not null || atom.Guard is not { } guard || GuardParser.Fits(guard, operand))
            return operand;
        report?.Invoke(TemporalRules.WhenMisfit, [guard.Method, constraint.Id, $"it takes a {guard.Takes.Replace("global::", "")}, which '{operand.Name}' is not"]);
        return null;
    }

    private static OperandSpec? Named(TemporalSpec constraint, AtomSpec atom, EventIndex index, Action<DiagnosticDescriptor, object[]>? report)
    {
        var named = index.Named(atom.Written);
        if (named.Length == 1)
            return named[0];
        report?.Invoke(TemporalRules.FormulaName, [atom.Written, constraint.Id, named.Length == 0
            ? "no tool, signal or interface of one has that name"
            : $"it can mean {string.Join(" or ", named.Select(n => n.Type.Replace("global::", "")))}; write more of the name"]);
        return null;
    }
}
