using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Parsing;

/// <summary>All tools and signals of a domain, ordered by the names of their events.</summary>
internal sealed record EventIndex(EquatableArray<EventSpec> Events)
{
    public static EventIndex Of(IEnumerable<EventSpec> tools, IEnumerable<EventSpec> signals) =>
        new(EquatableArray.From(tools.Concat(signals).OrderBy(e => e.Operand.Event, StringComparer.Ordinal).ThenBy(e => e.Operand.Type, StringComparer.Ordinal)));

    /// <summary>The names of the events of a type, in ordinal order.</summary>
    public IEnumerable<string> EventsOf(OperandSpec operand) => operand.Kind == OperandKind.Interface
        ? Events.Where(e => e.Interfaces.Any(i => i.Type == operand.Type)).Select(e => e.Operand.Event).Distinct()
        : [operand.Event];

    /// <summary>Whether any event of a type is a signal.</summary>
    public bool HasSignals(OperandSpec operand) =>
        operand.Kind == OperandKind.Signal
        || (operand.Kind == OperandKind.Interface && Events.Any(e => e.Operand.Kind == OperandKind.Signal && e.Interfaces.Any(i => i.Type == operand.Type)));

    /// <summary>Whether a name in a formula can mean a type: it is the last part of its full name, or more of it.</summary>
    public static bool IsNamed(string type, string name) => ("." + type.Substring("global::".Length)).EndsWith("." + name, StringComparison.Ordinal);

    /// <summary>The types that a name in a formula can mean.</summary>
    public ImmutableArray<OperandSpec> Named(string name) =>
    [
        .. EventParser.BuiltIn
            .Concat(Events.Select(e => e.Operand))
            .Concat(Events.SelectMany(e => e.Interfaces))
            .Where(o => IsNamed(o.Type, name))
            .GroupBy(o => o.Type)
            .Select(g => g.First()),
    ];
}
