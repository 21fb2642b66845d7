using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Incremental;

/// <summary>
/// Reads what a compilation declares, and reads again only files whose declarations an edit can have changed. The answer is that of a reader without a memory:
/// the memory decides on the time alone. It holds values, no syntax and no symbols.
/// </summary>
internal sealed class DeclarationReader
{
    private readonly ConditionalWeakTable<SyntaxTree, TreeFacts> _facts = new();
    private readonly ConditionalWeakTable<MetadataReference, object> _references = new();
    private DeclarationMemory? _last;

    public DeclarationSet Read(Compilation compilation, CancellationToken ct)
    {
        var facts = ImmutableArray.CreateBuilder<TreeFacts>();
        var trees = new List<SyntaxTree>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            ct.ThrowIfCancellationRequested();
            trees.Add(tree);
            facts.Add(_facts.GetValue(tree, TreeReader.Read));
        }

        var room = new CompilationRoom(compilation.AssemblyName, compilation.Options, [.. compilation.ExternalReferences.Select(r => _references.GetOrCreateValue(r))]);
        var last = Volatile.Read(ref _last);
        var stale = StaleFiles.After(last, room, facts);
        if (last is not null && stale.IsNone)
        {
            Volatile.Write(ref _last, last with { Facts = facts.ToImmutable() });
            return last.Whole;
        }

        var globals = facts.SelectMany(f => f.GlobalAliases).ToImmutableHashSet(StringComparer.Ordinal);
        var sets = new DeclarationSet[trees.Count];
        var changed = last is null || last.Sets.Length != sets.Length;
        for (var i = 0; i < sets.Length; i++)
        {
            var known = stale.Known(i, last);
            sets[i] = known ?? Parse(compilation, trees[i], facts[i], globals, ct);
            changed = changed || !(ReferenceEquals(sets[i], last!.Sets[i]) || sets[i].Equals(last.Sets[i]));
        }

        var whole = changed ? DeclarationSet.Join(sets) : last!.Whole;
        Volatile.Write(ref _last, new DeclarationMemory(room, facts.ToImmutable(), [.. sets], whole));
        return whole;
    }

    private static DeclarationSet Parse(Compilation compilation, SyntaxTree tree, TreeFacts facts, ImmutableHashSet<string> globals, CancellationToken ct) =>
        facts.HasAttributes ? DeclarationParser.Parse(compilation, tree, globals.Union(facts.Aliases), ct) : DeclarationSet.Empty;
}
