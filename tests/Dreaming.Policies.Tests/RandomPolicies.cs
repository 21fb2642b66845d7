namespace Dreaming.Policies.Tests;

/// <summary>Small policies at random.</summary>
internal static class RandomPolicies
{
    /// <param name="random">The source.</param>
    /// <param name="correlated">How probable it is that a constraint is correlated.</param>
    /// <param name="signals">Whether there may be a signal.</param>
    public static PolicyModel Next(Random random, double correlated, bool signals = true)
    {
        var tools = Enumerable.Range(0, random.Next(2, 5)).Select(i => "tool" + i).ToArray();
        var raised = signals && random.Next(4) == 0 ? new[] { "signal0" } : [];
        var constraints = new ConstraintModel[random.Next(2, 6)];
        for (var at = 0; at < constraints.Length; at++)
            constraints[at] = Constraint(random, at, tools, raised, random.NextDouble() < correlated ? "key" : null);
        return new(tools, raised, constraints);
    }

    private static ConstraintModel Constraint(Random random, int number, string[] tools, string[] signals, string? key)
    {
        var template = random.Next(Templates.Count);
        var limit = Templates.TakesLimit(template) && random.Next(3) == 0 ? random.Next(3) : -1;
        var tick = (byte)(limit < 0 ? 0 : random.Next(1, 3));
        var first = Event(random, tools, signals, key is null, "");
        var atoms = Templates.Atoms(template) == 1
            ? new[] { Atom(random, first) }
            : [Atom(random, first), Atom(random, Event(random, tools, signals, key is null, first))];
        return new($"{Templates.Name(template)}-{number}", Templates.Build(template, random.Next(1, 3), limit), atoms, Templates.Scope(atoms, tick == 1), tick, key);
    }

    private static AtomModel Atom(Random random, string name) =>
        new(random.Next(10) == 0 && name.StartsWith("tool", StringComparison.Ordinal) ? [name, "tool0"] : [name], random.Next(5) == 0, random.Next(12) == 0 && name[0] != '<' ? "Guard" : null);

    private static string Event(Random random, string[] tools, string[] signals, bool any, string not)
    {
        while (true)
        {
            var at = random.Next(any ? tools.Length + 4 : tools.Length + 1);
            var name = at < tools.Length ? tools[at]
                : at == tools.Length ? signals is [var signal] ? signal : tools[0]
                : at == tools.Length + 1 ? EventNames.Reply : at == tools.Length + 2 ? EventNames.UserTurn : EventNames.AnyCall;
            if (name != not)
                return name;
        }
    }
}
