using System;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Incremental;

/// <summary>
/// The files whose declarations an edit can have changed: those that were edited outside of bodies, those that mention a name that such a file declares or declared, and so on from those.
/// A name is enough, whatever it is bound to, so that a new type that hides another one counts as well.
/// </summary>
internal sealed class StaleFiles
{
    private readonly bool[] _stale;
    private readonly int _head;
    private readonly int _before;

    private StaleFiles(int files, int head, int before) => (_stale, _head, _before) = (new bool[files], head, before);

    public bool IsNone { get; private set; }

    /// <param name="last">What was read last; null when nothing was.</param>
    /// <param name="room">What is around the files now.</param>
    /// <param name="now">The files now.</param>
    public static StaleFiles After(DeclarationMemory? last, CompilationRoom room, IReadOnlyList<TreeFacts> now)
    {
        if (last is null || !room.IsSame(last.Room))
            return All(now.Count, last);
        var before = last.Facts;
        var (head, tail) = Alike(before, now);
        if (head == now.Count && now.Count == before.Length)
            return new StaleFiles(now.Count, head, before.Length) { IsNone = true };
        var stale = new StaleFiles(now.Count, head, before.Length);
        var edited = new List<TreeFacts>();
        for (var i = head; i < Math.Max(now.Count, before.Length) - tail; i++)
        {
            // With as many files as before each stands where it stood; else all between the first and the last edit count as edited.
            if (now.Count == before.Length && before[i].HasSameSurface(now[i]))
                continue;
            if (i < before.Length - tail)
                edited.Add(before[i]);
            if (i >= now.Count - tail)
                continue;
            edited.Add(now[i]);
            stale._stale[i] = true;
        }

        return edited.Any(e => e.HasGlobalUsings) || !stale.Spread(edited, before, now) ? All(now.Count, last) : stale;
    }

    /// <summary>What a file declares, when that is known still.</summary>
    public DeclarationSet? Known(int file, DeclarationMemory? last) =>
        last is null || _stale[file] ? null : last.Sets[file < _head ? file : file + _before - _stale.Length];

    private static StaleFiles All(int files, DeclarationMemory? last)
    {
        var all = new StaleFiles(files, 0, last?.Facts.Length ?? 0);
        for (var i = 0; i < files; i++)
            all._stale[i] = true;
        return all;
    }

    private static (int Head, int Tail) Alike(IReadOnlyList<TreeFacts> before, IReadOnlyList<TreeFacts> now)
    {
        var (head, tail, shorter) = (0, 0, Math.Min(before.Count, now.Count));
        while (head < shorter && before[head].HasSameSurface(now[head]))
            head++;
        while (tail < shorter - head && before[before.Count - 1 - tail].HasSameSurface(now[now.Count - 1 - tail]))
            tail++;
        return (head, tail);
    }

    // False when a name that is in force everywhere is among them.
    private bool Spread(List<TreeFacts> edited, IReadOnlyList<TreeFacts> before, IReadOnlyList<TreeFacts> now)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        var everywhere = new HashSet<string>(now.SelectMany(f => f.GloballyMentioned), StringComparer.Ordinal);
        void Open(IEnumerable<string> names)
        {
            foreach (var name in names)
                if (seen.Add(name))
                    open.Enqueue(name);
        }

        foreach (var facts in edited)
            Open(facts.Declared);
        Open(MovedNamespaces(edited, before, now));
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (everywhere.Contains(name))
                return false;
            for (var i = 0; i < now.Count; i++)
            {
                if (_stale[i] || !now[i].DependsOn(name))
                    continue;
                _stale[i] = true;
                Open(now[i].Declared);
            }
        }

        return true;
    }

    // A namespace counts only when it is the first or was the last of its name: most edits stay in one that is there anyway.
    private static IEnumerable<string> MovedNamespaces(List<TreeFacts> edited, IReadOnlyList<TreeFacts> before, IReadOnlyList<TreeFacts> now) =>
        from name in edited.SelectMany(e => e.Namespaces).Distinct(StringComparer.Ordinal)
        where before.Any(f => f.Namespaces.Contains(name)) != now.Any(f => f.Namespaces.Contains(name))
        select name.Substring(name.LastIndexOf('.') + 1);
}
