extern alias generators;

using generators::Dreaming.Generators.Automata;

namespace Dreaming.Policies.Tests;

/// <summary>Constraints from the templates, as the compiler builds them.</summary>
internal static class Templates
{
    public const int Count = 23;

    public static int Atoms(int template) => TemplateAutomaton.Atoms((Template)template);

    public static bool TakesLimit(int template) => TemplateAutomaton.TakesLimit((Template)template);

    public static string Name(int template) => ((Template)template).ToString();

    /// <param name="template">The number of the template.</param>
    /// <param name="count">How often.</param>
    /// <param name="limit">The limit; -1 for none.</param>
    public static Automaton Build(int template, int count, int limit)
    {
        var built = TemplateAutomaton.Build((Template)template, count, limit < 0 ? Limit.None : Limit.Of(limit), out _)!;
        return new(built.Letters, built.Next, built.Accepting);
    }

    /// <summary>A constraint of a template by its name.</summary>
    public static ConstraintModel Model(string name, AtomModel first, AtomModel? second = null, int count = 1, int calls = -1, int turns = -1, string? key = null)
    {
        var template = (int)Enum.Parse<Template>(name);
        var atoms = second is null ? new[] { first } : [first, second];
        var limit = Math.Max(calls, turns);
        var id = $"{name}-{string.Join('-', atoms.Select(a => string.Join('+', a.Events)))}{(key is null ? "" : "-per-" + key)}";
        return new(id, Build(template, count, limit), atoms, Scope(atoms, turns >= 0), (byte)(turns >= 0 ? 1 : calls >= 0 ? 2 : 0), key);
    }

    public static byte Scope(AtomModel[] atoms, bool turns)
    {
        var names = atoms.SelectMany(a => a.Events).ToList();
        if (turns || names.Exists(n => n is EventNames.Reply or EventNames.UserTurn))
            return 2;
        return names.Exists(n => n.StartsWith("signal", StringComparison.Ordinal)) ? (byte)1 : (byte)0;
    }

    /// <summary>The contract of a model, over records of <see cref="Happening"/>.</summary>
    public static ConstraintContract Contract(ConstraintModel model) => new()
    {
        Id = model.Id,
        Text = model.Id,
        Scope = (ConstraintScope)model.Scope,
        Tick = (ConstraintTick)model.Tick,
        Key = model.Key,
        Atoms = [.. model.Atoms.Select(a => new AtomContract(string.Join('+', a.Events), [.. a.Events])
        {
            Succeeded = a.Succeeded,
            Guard = a.Guard,
            Holds = a.Guard is { } guard ? value => ((Happening)value).Guards.Contains(guard) : null,
            KeyOf = model.Key is null ? null : value => ((Happening)value).Key is { } key ? CorrelationKey.Of(key) : CorrelationKey.None,
        })],
        Automaton = new(model.Automaton.Letters, [.. model.Automaton.Next], [.. model.Automaton.Verdicts.Select(v => (RvVerdict)v)]),
    };

    public static PolicyProgram Program(PolicyModel model) => PolicyProgram.Of([.. model.Constraints.Select(Contract)], [.. model.Tools], [.. model.Signals]);
}

/// <summary>The record of an event.</summary>
internal sealed record Happening(string? Key, ImmutableArray<string> Guards)
{
    public static Happening Of(string? key = null, params string[] guards) => new(key, [.. guards]);
}
