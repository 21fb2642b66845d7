using System.Collections.Immutable;
using Dreaming.Determinism;
using Dreaming.Shrinking;

namespace Dreaming.Xunit.Tests;

public sealed class DeltaDebuggingTests
{
    [Fact]
    public async Task Exactly_the_items_that_are_needed_are_left_wherever_they_lie()
    {
        var random = new Seed(1).ToRandom();
        for (var round = 0; round < 200; round++)
        {
            var items = Enumerable.Range(0, 1 + random.Next(12)).ToImmutableArray();
            var needed = items.Where(_ => random.Chance(0.3)).ToImmutableArray();
            Assert.Equal(needed, await DeltaDebugging.MinimizeAsync(items, subset => Task.FromResult(needed.All(n => subset.Contains(n)))));
        }
    }

    [Fact]
    public async Task Where_no_cause_is_alone_no_single_item_of_what_is_left_can_go()
    {
        var random = new Seed(2).ToRandom();
        for (var round = 0; round < 200; round++)
        {
            var items = Enumerable.Range(0, 9).ToImmutableArray();
            var causes = Enumerable.Range(0, 3).Select(_ => items.Where(_ => random.Chance(0.4)).ToArray()).ToArray();
            bool Fails(ImmutableArray<int> subset) => subset.Length == items.Length || causes.Any(c => c.All(subset.Contains));
            var left = await DeltaDebugging.MinimizeAsync(items, subset => Task.FromResult(Fails(subset)));
            Assert.True(Fails(left));
            Assert.DoesNotContain(left, item => Fails(left.Remove(item)));
        }
    }
}
