extern alias generators;

using Dreaming.Automata;
using Dreaming.Contracts;
using generators::Dreaming.Generators.Automata;

namespace Dreaming.Benchmarks.RandomPolicies;

/// <summary>Policies drawn at random from the templates.</summary>
/// <param name="Model">The policy.</param>
/// <param name="Templates">The template of each constraint, with its count.</param>
internal sealed record RandomPolicy(PolicyModel Model, (string Name, int Count)[] Templates)
{
    private static readonly Template[] Demanding = [Template.Existence, Template.AtLeast, Template.Exactly, Template.Choice, Template.ExclusiveChoice, Template.Absence, Template.ChainSuccession];

    /// <param name="random">The source.</param>
    /// <param name="tools">How many tools.</param>
    /// <param name="constraints">How many constraints.</param>
    /// <param name="mild">No Init and End, and two of three constraints that demand or forbid an event are drawn again: most uniform draws contradict themselves.</param>
    /// <param name="plain">Without limits, guards and demands of success, as the plain predicates are.</param>
    /// <param name="key">The member that correlates all; null for none.</param>
    public static RandomPolicy Next(Random random, int tools, int constraints, bool mild = false, bool plain = false, string? key = null)
    {
        var names = Enumerable.Range(0, tools).Select(i => "tool_" + i).ToArray();
        var (models, templates) = (new ConstraintModel[constraints], new (string, int)[constraints]);
        for (var at = 0; at < constraints; at++)
        {
            var template = Draw(random, mild);
            var limit = !plain && TemplateAutomaton.TakesLimit(template) && random.Next(4) == 0 ? Limit.Of(random.Next(4)) : Limit.None;
            var tick = (byte)(limit.Ticks is null ? 0 : random.Next(1, 3));
            var count = random.Next(1, 4);
            var automaton = TemplateAutomaton.Build(template, count, limit, out _)!;
            var first = random.Next(tools);
            var second = (first + 1 + random.Next(tools - 1)) % tools;
            AtomModel[] atoms = TemplateAutomaton.Atoms(template) == 1 ? [Atom(names[first])] : [Atom(names[first]), Atom(names[second])];
            models[at] = new($"{template}-{at}", new(automaton.Letters, automaton.Next, automaton.Accepting), atoms, (byte)(tick == 1 ? 2 : 0), tick, key);
            templates[at] = (template.ToString(), count);
        }

        return new(new(names, [], models), templates);

        AtomModel Atom(string name) => plain ? new([name]) : new([name], random.Next(4) == 0, random.Next(8) == 0 ? "Guard" + random.Next(2) : null);
    }

    /// <summary>The program; the record of each event is its key, a text.</summary>
    public PolicyProgram Program() => PolicyProgram.Of([.. Model.Constraints.Select(Contract)], [.. Model.Tools], []);

    private static ConstraintContract Contract(ConstraintModel model) => new()
    {
        Id = model.Id,
        Text = model.Id,
        Scope = (ConstraintScope)model.Scope,
        Tick = (ConstraintTick)model.Tick,
        Key = model.Key,
        Atoms = [.. model.Atoms.Select(a => new AtomContract(a.Events[0], [.. a.Events])
        {
            Succeeded = a.Succeeded,
            Guard = a.Guard,
            Holds = a.Guard is null ? null : value => ((string)value).Length % 2 == 0,
            KeyOf = model.Key is null ? null : value => CorrelationKey.Of((string)value),
        })],
        Automaton = new(model.Automaton.Letters, [.. model.Automaton.Next], [.. model.Automaton.Verdicts.Select(v => (RvVerdict)v)]),
    };

    private static Template Draw(Random random, bool mild)
    {
        while (true)
        {
            var template = (Template)random.Next((int)Template.ExclusiveChoice + 1);
            if (!mild || (template is not (Template.Init or Template.End) && (!Demanding.Contains(template) || random.Next(3) == 0)))
                return template;
        }
    }
}
