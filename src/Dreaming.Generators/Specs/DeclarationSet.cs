using System;
using System.Collections.Generic;
using System.Linq;

namespace Dreaming.Generators.Specs;

/// <summary>What a file, or all files together, declare.</summary>
internal sealed record DeclarationSet(
    EquatableArray<RecordSpec> Data,
    EquatableArray<ToolSpec> Tools,
    EquatableArray<SandboxSpec> Sandboxes,
    EquatableArray<PolicySpec> Policies,
    EquatableArray<SignalSpec> Signals,
    EquatableArray<ScenarioSpec> Scenarios,
    EquatableArray<RubricSpec> Rubrics,
    EquatableArray<DomainSpec> Domains)
{
    public static DeclarationSet Empty { get; } = new([], [], [], [], [], [], [], []);

    /// <summary>The types whose files would have the same name where a file system does not tell cases apart.</summary>
    private EquatableArray<string> Twins { get; init; }

    /// <summary>All that several files declare, in their order.</summary>
    public static DeclarationSet Join(IReadOnlyList<DeclarationSet> sets)
    {
        var all = new DeclarationSet(
            Once(sets.SelectMany(s => s.Data), s => s.Type),
            Once(sets.SelectMany(s => s.Tools), s => s.Record.Type),
            Once(sets.SelectMany(s => s.Sandboxes), s => s.Type),
            Once(sets.SelectMany(s => s.Policies), s => s.Type),
            EquatableArray.From(sets.SelectMany(s => s.Signals).GroupBy(s => s.Event.Operand.Type, StringComparer.Ordinal).Select(g => g.First())),
            Once(sets.SelectMany(s => s.Scenarios), s => s.Record.Type),
            Once(sets.SelectMany(s => s.Rubrics), s => s.Type),
            EquatableArray.From(sets.SelectMany(s => s.Domains)));
        return all with
        {
            Twins = EquatableArray.From(all.Types()
                .Select(t => t.HintName)
                .Distinct(StringComparer.Ordinal)
                .GroupBy(n => n, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Skip(1).Any())
                .SelectMany(g => g)
                .OrderBy(n => n, StringComparer.Ordinal)),
        };
    }

    /// <summary>The name of a type's file, up to its last part; no other type's is the same, even where cases are not told apart.</summary>
    public string FileName(TypeSpec type) => Twins.Contains(type.HintName) ? type.HintName + "-" + Cases(type.HintName) : type.HintName;

    // An attribute that stands on two parts of a type, which the compiler reports, declares it twice.
    private static EquatableArray<T> Once<T>(IEnumerable<T> specs, Func<T, TypeSpec> type)
        where T : IEquatable<T>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return EquatableArray.From(specs.Where(s => seen.Add(type(s).FullName)));
    }

    private IEnumerable<TypeSpec> Types() => Data.Select(d => d.Type)
        .Concat(Tools.Select(t => t.Record.Type))
        .Concat(Sandboxes.Select(s => s.Type))
        .Concat(Policies.Select(p => p.Type))
        .Concat(Scenarios.Select(s => s.Record.Type))
        .Concat(Rubrics.Select(r => r.Type));

    // One digit a letter: which of them are capitals.
    private static string Cases(string name) => string.Concat(name.Where(char.IsLetter).Select(c => char.IsUpper(c) ? '1' : '0'));
}

/// <summary>A declaration and the file that is written for it.</summary>
/// <param name="FileName">The name of its file, up to its last part.</param>
internal sealed record Declared<T>(T Spec, string FileName)
    where T : class;
