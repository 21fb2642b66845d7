using Dreaming.Automata;
using Dreaming.Generators.Automata;

namespace Dreaming.Generators.Tests.Automata;

public class TemplateAutomatonTests
{
    [Fact]
    public void Every_template_means_on_all_traces_up_to_length_6_what_its_quantifiers_say()
    {
        long judged = 0;
        foreach (var template in TemplateCase.All(mostTicks: 3))
        {
            var traces = new Traces(template.Letters, length: 6);
            traces.AssertAgree(traces.Judge(template.Holds), template.Automaton, template.ToString());
            judged += traces.Count;
        }

        TestContext.Current.SendDiagnosticMessage("{0} traces", judged);
        Assert.True(judged > 9_000_000, $"{judged} traces");
    }

    [Fact]
    public void A_trace_tells_every_changed_table_from_the_right_one()
    {
        int killed = 0, equivalent = 0;
        var unnoticed = new List<string>();
        foreach (var template in TemplateCase.All(mostTicks: 2))
        {
            var automaton = template.Automaton;
            // A wrong step shows only after all that leads to it, and all that then tells the states apart.
            var traces = new Traces(template.Letters, length: template switch
            {
                { Letters: 2 } => 12,
                { Letters: 4 } => 8,
                { Template: Template.CoExistence or Template.Succession, Ticks: 2 } => 7,
                _ => 6,
            });
            var expected = traces.Judge(template.Holds);
            foreach (var mutant in Mutants(automaton))
            {
                if (traces.FirstDifference(expected, mutant.Next, mutant.Accepting) is not null)
                {
                    killed++;
                    continue;
                }

                equivalent++;
                if (PairSearch.Distinguish(automaton, 0, mutant, 0) is { } word)
                    unnoticed.Add($"{template}: only [{string.Join(' ', word)}] tells a changed table from the right one");
            }
        }

        Assert.Empty(unnoticed);
        TestContext.Current.SendDiagnosticMessage("{0} changed tables told apart, {1} equivalent", killed, equivalent);
        Assert.True(killed > 2_000, $"{killed} changed tables");
        // In a minimal automaton no two states have one future, so that no change is without effect.
        Assert.Equal(0, equivalent);
    }

    [Fact]
    public void Conjunctions_of_templates_over_three_events_mean_what_all_of_them_mean()
    {
        var random = new Random(20261120);
        var drawn = TemplateCase.All(mostTicks: 2).ToArray();
        int held = 0, judged = 0;
        for (var round = 0; round < 120; round++)
        {
            // Three events and, above them, the tick.
            var ticking = round % 2 == 1;
            var traces = new Traces(ticking ? 16 : 8, ticking ? 4 : 5);
            var meanings = new List<Func<int[], bool>>();
            Automaton? all = null;
            for (var part = random.Next(2, 5); part > 0; part--)
            {
                var template = drawn[random.Next(drawn.Length)];
                if (template.Ticks is not null && !ticking)
                    template = template with { Ticks = null };
                var (a, b) = (1 << random.Next(3), 1 << random.Next(3));
                meanings.Add(trace => new TraceMeaning(trace, a, b, 8, template.Ticks).Holds(template.Template, template.Count));
                var lifted = Lifted(template, a, b, traces.Letters);
                all = all is null ? lifted : Exploration.Both(all, lifted);
                Assert.NotNull(all);
            }

            var expected = traces.Judge(trace => meanings.TrueForAll(holds => holds(trace)));
            traces.AssertAgree(expected, all!, $"round {round}");
            held += expected.Count(holds => holds);
            judged += traces.Count;
        }

        Assert.InRange(held, judged / 100, judged / 2);
    }

    [Theory]
    [InlineData(Template.ChainResponse, 0, 1)]
    [InlineData(Template.Absence, 0, 1)]
    [InlineData(Template.NotSuccession, 0, 0)]
    [InlineData(Template.Response, 0, -1)]
    [InlineData(Template.AtLeast, -1, null)]
    [InlineData(Template.AtMost, int.MinValue, null)]
    internal void A_limit_or_count_that_a_template_does_not_take_is_said_to_be_unsupported(Template template, int count, int? ticks)
    {
        Assert.Null(TemplateAutomaton.Build(template, count, new(ticks), out var failure));
        Assert.Equal(AutomatonFailure.NotSupported, failure);
    }

    [Theory]
    [InlineData(Template.AtLeast, 5_000, null)]
    [InlineData(Template.AtMost, int.MaxValue, null)]
    [InlineData(Template.Exactly, int.MaxValue, null)]
    [InlineData(Template.Response, 0, 5_000)]
    [InlineData(Template.Existence, 0, int.MaxValue)]
    [InlineData(Template.RespondedExistence, 0, int.MaxValue)]
    [InlineData(Template.Succession, 0, 1_000)]
    [InlineData(Template.CoExistence, 0, 4_000)]
    internal void What_needs_too_many_states_is_said_to_be_too_large(Template template, int count, int? ticks)
    {
        Assert.Null(TemplateAutomaton.Build(template, count, new(ticks), out var failure));
        Assert.Equal(AutomatonFailure.TooLarge, failure);
    }

    [Fact]
    public void An_automaton_may_have_as_many_states_as_the_bound_says()
    {
        var automaton = new TemplateCase(Template.AtLeast, Exploration.MostStates - 2, null).Automaton;

        // What counts one more than it needs is one state too many for the table, and none too many for the minimal one.
        Assert.Equal(Exploration.MostStates - 1, automaton.States);
    }

    // Each step to another state, and each acceptance the other way.
    private static IEnumerable<Automaton> Mutants(Automaton automaton)
    {
        for (var at = 0; at < automaton.Next.Length; at++)
            for (var state = 0; state < automaton.States; state++)
                if (state != automaton.Next[at])
                {
                    var next = (ushort[])automaton.Next.Clone();
                    next[at] = (ushort)state;
                    yield return new(automaton.Letters, next, automaton.Accepting);
                }

        for (var state = 0; state < automaton.States; state++)
        {
            var accepting = (bool[])automaton.Accepting.Clone();
            accepting[state] = !accepting[state];
            yield return new(automaton.Letters, automaton.Next, accepting);
        }
    }

    // The template's automaton over letters of which it sees some bits.
    private static Automaton Lifted(TemplateCase template, int a, int b, int letters)
    {
        var own = template.Automaton;
        var next = new ushort[own.States * letters];
        for (var at = 0; at < next.Length; at++)
        {
            var letter = at % letters;
            var seen = (letter & a) != 0 ? 1 : 0;
            if (TemplateAutomaton.Atoms(template.Template) == 2)
                seen |= (letter & b) != 0 ? 2 : 0;
            if (template.Ticks is not null)
                seen |= (letter & 8) != 0 ? own.Letters >> 1 : 0;
            next[at] = own.Next[(at / letters * own.Letters) + seen];
        }

        return new(letters, next, own.Accepting);
    }
}
