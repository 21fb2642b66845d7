using Dreaming.Automata;

namespace Dreaming.Generators.Tests.Automata;

public class AutomatonTests
{
    [Fact]
    public void A_verdict_says_which_states_can_still_be_reached()
    {
        var seen = new HashSet<byte>();
        foreach (var automaton in Samples())
            for (var state = 0; state < automaton.States; state++)
            {
                var reached = Reached(automaton, state);
                var (met, broken) = (reached.Any(at => automaton.Accepting[at]), reached.Any(at => !automaton.Accepting[at]));
                var expected = (automaton.Accepting[state], met, broken) switch
                {
                    (true, _, false) => RvVerdictOf("PermanentlySatisfied"),
                    (true, _, true) => RvVerdictOf("TemporarilySatisfied"),
                    (false, true, _) => RvVerdictOf("TemporarilyViolated"),
                    (false, false, _) => RvVerdictOf("PermanentlyViolated"),
                };
                Assert.Equal(expected, automaton.Verdicts[state]);
                seen.Add(expected);
            }

        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public void A_minimal_automaton_has_the_same_language_and_no_two_states_of_one_future()
    {
        var smaller = 0;
        foreach (var automaton in Samples())
        {
            var minimal = automaton.Minimized();
            Assert.Null(PairSearch.Distinguish(automaton, 0, minimal, 0));
            Assert.Equal(minimal.States, Reached(minimal, 0).Count);
            for (var one = 0; one < minimal.States; one++)
                for (var other = one + 1; other < minimal.States; other++)
                    Assert.NotNull(PairSearch.Distinguish(minimal, one, minimal, other));
            smaller += minimal.States < automaton.States ? 1 : 0;
        }

        Assert.True(smaller > 500, $"{smaller} automata became smaller");
    }

    [Fact]
    public void Equal_languages_have_equal_tables()
    {
        var random = new Random(20261121);
        foreach (var automaton in Samples())
        {
            var (minimal, other) = (automaton.Minimized(), Renumbered(automaton, random).Minimized());
            Assert.Equal(minimal.Next, other.Next);
            Assert.Equal(minimal.Accepting, other.Accepting);
            var again = minimal.Minimized();
            Assert.Equal(minimal.Next, again.Next);
            Assert.Equal(minimal.Accepting, again.Accepting);
        }
    }

    [Fact]
    public void The_complement_accepts_what_the_automaton_does_not()
    {
        var traces = new Traces(4, length: 6);
        foreach (var automaton in Samples().Where(sample => sample.Letters == 4))
        {
            var complement = automaton.Complement();
            var refused = new bool[traces.Count];
            for (var number = 0; number < traces.Count; number++)
                refused[number] = !automaton.Accepting[traces[number].Aggregate(0, (state, letter) => automaton.Next[(state * 4) + letter])];
            traces.AssertAgree(refused, complement, "complement");
            Assert.True(PairSearch.AreEquivalent(automaton, complement.Complement()));
        }
    }

    [Fact]
    public void A_table_that_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Automaton(2, [0, 0, 0], [true]));
        Assert.Throws<ArgumentException>(() => new Automaton(2, [0, 1], [true]));
        Assert.Throws<ArgumentException>(() => new Automaton(0, [], [true]));
        Assert.Throws<ArgumentException>(() => new Automaton(2, [], []));
    }

    // The templates', and random tables: many of the latter have states that nothing leads to, and states of one future.
    private static IEnumerable<Automaton> Samples()
    {
        foreach (var template in TemplateCase.All(mostTicks: 3))
            yield return template.Automaton;
        var random = new Random(20261120);
        for (var round = 0; round < 1_000; round++)
        {
            var (letters, states) = (1 << random.Next(3), random.Next(1, 12));
            // With few targets, few states are reached.
            var targets = random.Next(1, states + 1);
            var next = Enumerable.Range(0, letters * states).Select(_ => (ushort)random.Next(targets)).ToArray();
            yield return new(letters, next, [.. Enumerable.Range(0, states).Select(_ => random.Next(4) == 0)]);
        }
    }

    private static byte RvVerdictOf(string name) => (byte)Enum.Parse<Dreaming.Contracts.RvVerdict>(name);

    private static HashSet<int> Reached(Automaton automaton, int from)
    {
        var reached = new HashSet<int> { from };
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            foreach (var state in reached.ToArray())
                for (var letter = 0; letter < automaton.Letters; letter++)
                    reached.Add(automaton.Next[(state * automaton.Letters) + letter]);
        }

        return reached;
    }

    // The same automaton, with all states but the initial one in another order.
    private static Automaton Renumbered(Automaton automaton, Random random)
    {
        var order = Enumerable.Range(1, automaton.States - 1).ToArray();
        random.Shuffle(order);
        int[] old = [0, .. order];
        var next = old.SelectMany(state => Enumerable.Range(0, automaton.Letters).Select(letter => (ushort)Array.IndexOf(old, automaton.Next[(state * automaton.Letters) + letter])));
        return new(automaton.Letters, [.. next], [.. old.Select(state => automaton.Accepting[state])]);
    }
}
