using System.Collections.Immutable;
using Dreaming.Automata;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>Where a monitor keeps the states of each constraint: those that hold for the conversation as one, and a space for each correlating member.</summary>
internal sealed class PolicyLayout
{
    public PolicyLayout(ImmutableArray<ConstraintContract> constraints, PolicyModel model, string[] keys)
    {
        Free = [.. Places(model, null)];
        FreeTable = Table(model, Free);
        Spaces = [.. keys.Select(key => (int[])[.. Places(model, key)])];
        SpaceTables = [.. Spaces.Select(places => Table(model, places))];
        SpaceOf = [.. constraints.Select(c => c.Key is null ? -1 : Array.IndexOf(keys, c.Key))];
        SlotOf = new int[constraints.Length];
        foreach (var places in Spaces.Append(Free))
            for (var slot = 0; slot < places.Length; slot++)
                SlotOf[places[slot]] = slot;
    }

    /// <summary>The places of the constraints that are not correlated.</summary>
    public int[] Free { get; }

    public PolicyTable FreeTable { get; }

    /// <summary>By member: the places of its constraints.</summary>
    public int[][] Spaces { get; }

    public PolicyTable[] SpaceTables { get; }

    /// <summary>By constraint: its member; -1 without one.</summary>
    public int[] SpaceOf { get; }

    /// <summary>By constraint: where it stands in its space, or among the free.</summary>
    public int[] SlotOf { get; }

    private static IEnumerable<int> Places(PolicyModel model, string? key) =>
        Enumerable.Range(0, model.Constraints.Length).Where(c => model.Constraints[c].Key == key);

    private static PolicyTable Table(PolicyModel model, int[] places) => PolicyTable.Of(Array.ConvertAll(places, place =>
    {
        var constraint = model.Constraints[place];
        return (constraint.Key is null ? constraint.Automaton : Strand.PerValue(constraint.Automaton, constraint.Atoms.Length), constraint);
    }));
}
