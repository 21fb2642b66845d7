namespace Dreaming.Policies.Tests;

/// <summary>Doom next to the whole graph of what can follow.</summary>
public class DoomTests
{
    [Fact]
    public void A_conversation_is_doomed_when_and_only_when_nothing_that_can_follow_meets_all()
    {
        var tally = Compare(seed: 21, correlated: 0, keys: 1, sets: 1_000);
        Assert.True(tally.Doomed > 100 && tally.Fine > 1_000 && tally.NotProven == 0, $"{tally}");
    }

    [Fact]
    public void It_is_so_where_constraints_are_correlated()
    {
        var tally = Compare(seed: 22, correlated: 0.5, keys: 2, sets: 500);
        Assert.True(tally.Doomed > 20 && tally.Fine > 300 && tally.NotProven <= tally.Fine / 50, $"{tally}");
    }

    [Fact]
    public void Two_constraints_that_can_each_be_met_are_to_blame_together()
    {
        var (a, b, c) = (new AtomModel(["tool0"]), new AtomModel(["tool1"]), new AtomModel(["tool2"]));
        var model = new PolicyModel(["tool0", "tool1", "tool2"], [],
            [Templates.Model("Response", a, b), Templates.Model("NotCoExistence", b, c), Templates.Model("Response", b, a)]);
        var monitor = Templates.Program(new(model.Tools, [], model.Constraints[..2])).Start();
        monitor.Observe(PolicyEvent.OfUserTurn("Hello"));
        Assert.Equal(Doom.No, monitor.FindDoom().Answer);
        monitor.Observe(PolicyEvent.OfCall("tool2", Happening.Of(), true));
        Assert.Equal(Doom.No, monitor.FindDoom().Answer);
        var peek = monitor.Peek(PolicyEvent.OfCall("tool0", Happening.Of(), true));
        Assert.True(peek.IsRefused);
        Assert.Empty(peek.Violated);
        Assert.Equal(Doom.No, monitor.FindDoom().Answer);
        monitor.Observe(PolicyEvent.OfCall("tool0", Happening.Of(), true));
        Assert.Equal(RvVerdict.TemporarilyViolated, monitor.Verdict);
        var doom = monitor.FindDoom();
        Assert.Equal(Doom.Yes, doom.Answer);
        Assert.Equal(["NotCoExistence-tool1-tool2", "Response-tool0-tool1"], doom.Blame.Select(x => x.Id).Order());
    }

    [Fact]
    public void A_violation_is_named_by_a_peek_once()
    {
        var monitor = Templates.Program(new(["tool0"], [], [Templates.Model("Absence", new(["tool0"]))])).Start();
        var call = PolicyEvent.OfCall("tool0", Happening.Of(), true);
        Assert.Equal("Absence-tool0", Assert.Single(monitor.Peek(call).Violated).Id);
        Assert.Equal(RvVerdict.TemporarilySatisfied, monitor.Verdict);
        monitor.Observe(call);
        Assert.False(monitor.Peek(call).IsRefused);
        Assert.Equal(Doom.Yes, monitor.FindDoom().Answer);
    }

    private sealed record Tally(int Doomed, int Fine, int NotProven);

    private static Tally Compare(int seed, double correlated, int keys, int sets)
    {
        var random = new Random(seed);
        var tally = new Tally(0, 0, 0);
        for (var set = 0; set < sets; set++)
        {
            var model = RandomPolicies.Next(random, correlated, signals: false);
            var graph = new BruteForce(model, keys);
            if (graph.IsTooLarge)
                continue;
            var monitor = Templates.Program(model).Start();
            var events = ConcreteEvent.All(model, keys);
            var at = graph.Beginning();
            for (var length = 0; length < 5 && monitor.Violated().IsEmpty; length++)
            {
                var follows = new BruteForce(model, keys, at).IsSatisfiable;
                var doom = monitor.FindDoom();
                var where = $"policy {set} of seed {seed} after {length} events: {string.Join(", ", model.Constraints.Select(c => c.Id + c.Key))}";
                Assert.False(follows && doom.Answer == Doom.Yes, where);
                // More values than the graph has may help where constraints are correlated.
                Assert.True(follows || doom.Answer != Doom.No || correlated > 0, where);
                tally = doom.Answer switch
                {
                    Doom.Yes => tally with { Doomed = tally.Doomed + 1 },
                    Doom.No => tally with { Fine = tally.Fine + 1 },
                    _ => tally with { NotProven = tally.NotProven + 1 },
                };
                var next = length == 0 ? events[0] : events[random.Next(events.Count)];
                at = graph.After(at, next)!;
                monitor.Observe(next.AsEvent());
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{tally}");
        return tally;
    }
}
