using System;
using System.Collections.Generic;

namespace Dreaming.Automata;

/// <summary>A model made ready to be searched: its alphabet, and a strand for each constraint that can be told apart.</summary>
internal sealed class PolicySpace
{
    public PolicySpace(PolicyModel model, AnalysisLimits limits)
    {
        (Model, Limits) = (model, limits);
        Alphabet = new PolicyAlphabet(model, limits.Guards);
        var keys = new List<string>();
        Strands = new Strand?[model.Constraints.Length];
        for (var at = 0; at < Strands.Length; at++)
        {
            var constraint = model.Constraints[at];
            var group = constraint.Key is { } key ? keys.IndexOf(key) : -1;
            if (constraint.Key is not null && group < 0)
            {
                group = keys.Count;
                keys.Add(constraint.Key);
            }

            if (!Alphabet.IsOpaque(constraint))
                Strands[at] = Strand.Of(model, Alphabet, at, group);
        }

        Keys = keys.ToArray();
    }

    public PolicyModel Model { get; }

    public AnalysisLimits Limits { get; }

    public PolicyAlphabet Alphabet { get; }

    /// <summary>By constraint; null for one that is left out because its events have too many guards.</summary>
    public Strand?[] Strands { get; }

    /// <summary>The correlating members.</summary>
    public string[] Keys { get; }

    /// <summary>A trace for a reader.</summary>
    public WitnessEvent[] Describe(List<TraceStep> trace)
    {
        var events = new WitnessEvent[trace.Count];
        for (var at = 0; at < events.Length; at++)
        {
            var e = Alphabet.Events[trace[at].Event];
            var keys = new List<string>();
            for (var group = 0; group < Keys.Length; group++)
                if (Array.Exists(Strands, s => s is not null && s.Group == group && s.Acts[trace[at].Event]))
                    keys.Add(Keys[group] + " #" + (trace[at].KeyOf(group) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            events[at] = new(e.Name, e.Succeeded, Alphabet.GuardsOf(e), keys.ToArray());
        }

        return events;
    }
}
