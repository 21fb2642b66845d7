using Dreaming.Automata;
using Dreaming.Generators.Automata;

namespace Dreaming.Generators.Tests.Automata;

/// <summary>A template with its count and limit.</summary>
internal sealed record TemplateCase(Template Template, int Count, int? Ticks)
{
    public Automaton Automaton
    {
        get
        {
            var automaton = TemplateAutomaton.Build(Template, Count, Ticks is { } ticks ? Limit.Of(ticks) : Limit.None, out var failure);
            Assert.Equal(AutomatonFailure.None, failure);
            return Assert.IsType<Automaton>(automaton);
        }
    }

    public int Letters => 1 << (TemplateAutomaton.Atoms(Template) + (Ticks is null ? 0 : 1));

    /// <summary>Every template with every count from 1 to 3, without a limit and with every limit up to one.</summary>
    public static IEnumerable<TemplateCase> All(int mostTicks) =>
        from template in Enum.GetValues<Template>()
        from count in TemplateAutomaton.TakesCount(template) ? [1, 2, 3] : new[] { 0 }
        from ticks in TemplateAutomaton.TakesLimit(template) ? Enumerable.Range(-1, mostTicks + 2) : [-1]
        select new TemplateCase(template, count, ticks < 0 ? null : ticks);

    public bool Holds(int[] trace) => TraceMeaning.Holds(Template, Count, Ticks, trace);

    public override string ToString() => $"{Template}({Count}) within {Ticks?.ToString() ?? "no limit"}";
}
