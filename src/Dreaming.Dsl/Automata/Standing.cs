using System;
using System.Collections.Generic;
using System.Text;

namespace Dreaming.Automata;

/// <summary>Where a conversation stands in a policy's strands.</summary>
/// <param name="place">0 before the first message; else 1 more than the place of the first signal that may still follow the last message.</param>
/// <param name="states">The state of each constraint's strand; of a correlated one, that of a value that has not occurred.</param>
/// <param name="vectors">For each correlating member, the states of its constraints for each value that has occurred, indexed as <paramref name="states"/>.</param>
/// <param name="isExact">Each value has its vector; else equal vectors may stand there once.</param>
internal sealed class Standing(ushort place, ushort[] states, List<ushort[]>[] vectors, bool isExact)
{
    public bool IsExact { get; } = isExact;

    public ushort Place { get; } = place;

    /// <summary>The number of values of a member that have occurred.</summary>
    public int Values(int group) => vectors[group].Count;

    /// <summary>The state of a constraint; of a correlated one, for the value of that number.</summary>
    public int State(Strand strand, int value) => strand.Group >= 0 && value < vectors[strand.Group].Count ? vectors[strand.Group][value][strand.Constraint] : states[strand.Constraint];

    /// <summary>Tells standings apart from which different things can follow.</summary>
    public string Key
    {
        get
        {
            var key = new StringBuilder().Append((char)Place);
            foreach (var state in states)
                key.Append((char)state);
            foreach (var values in vectors)
            {
                var texts = values.ConvertAll(vector => new string(Array.ConvertAll(vector, state => (char)state)));
                texts.Sort(StringComparer.Ordinal);
                key.Append((char)values.Count);
                foreach (var text in texts)
                    key.Append(text);
            }

            return key.ToString();
        }
    }

    /// <summary>Whether a constraint is violated for good; a correlated one, for some value.</summary>
    public bool IsViolated(Strand strand) =>
        strand.Group < 0 ? strand.IsViolated(states[strand.Constraint]) : vectors[strand.Group].Exists(vector => strand.IsViolated(vector[strand.Constraint]));

    /// <summary>The different vectors that matter to a selection of strands of a member; as many of each as the values that have it.</summary>
    public List<ushort[]> Vectors(int group, Strand[] strands)
    {
        var chosen = new List<ushort[]>();
        foreach (var all in vectors[group])
        {
            var vector = Array.ConvertAll(strands, s => s.Goal ? (ushort)0 : all[s.Constraint]);
            var (settled, virgin) = (true, true);
            for (var at = 0; at < strands.Length; at++)
            {
                settled &= strands[at].Goal || strands[at].Settled[vector[at]];
                virgin &= strands[at].Goal || vector[at] == states[strands[at].Constraint];
            }

            if (!settled && !virgin)
                chosen.Add(vector);
        }

        chosen.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return chosen;
    }

    /// <summary>Writes it as the row that a search begins from.</summary>
    public void Write(ushort[] row, Strand[] free, KeySpace[] keyed, ushort noSignals, bool ordered)
    {
        row[0] = Place == 0 ? (ushort)0 : !ordered ? (ushort)1 : Math.Min(Place, noSignals);
        for (var at = 0; at < free.Length; at++)
            row[1 + at] = free[at].Goal ? (ushort)0 : states[free[at].Constraint];
        foreach (var space in keyed)
            space.Write(row, HasSettled(space), Array.ConvertAll(space.Strands, s => s.Goal ? (ushort)0 : states[s.Constraint]), Vectors(space.Group, space.Strands));
    }

    private bool HasSettled(KeySpace space) =>
        vectors[space.Group].Exists(all => Array.TrueForAll(space.Strands, s => s.Goal || s.Settled[all[s.Constraint]]));
}
