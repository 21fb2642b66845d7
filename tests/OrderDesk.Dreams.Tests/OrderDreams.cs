using Dreaming;
using Dreaming.Xunit;
using Xunit;

namespace OrderDesk.Dreams.Tests;

/// <summary>What a clerk that cancels orders has to stand, dreamed. Each row is a dream; a failure shows the smallest one.</summary>
public sealed class OrderDreams
{
    private readonly CarefulClerk _agent = new();

    [DreamTheory<OrderDeskDomain>(Scenarios = ["cancel-order"], Family = Family.FailureInjection, Count = 12, Seed = 3)]
    public Task An_order_is_cancelled_while_tools_fail(DreamCase dream) => dream.AssertPassesAsync(_agent, TestContext.Current.CancellationToken);

    [DreamTheory<OrderDeskDomain>(Scenarios = ["cancel-order"], Family = Family.CounterfactualOutcome, Count = 8, Seed = 3)]
    public Task An_order_that_was_sent_is_left_alone(DreamCase dream) => dream.AssertPassesAsync(_agent, TestContext.Current.CancellationToken);

    [Theory]
    [FrozenDream<OrderDeskDomain>("cancel-order.dream.json")]
    public Task What_once_failed_passes(DreamCase dream) => dream.AssertPassesAsync(_agent, TestContext.Current.CancellationToken);
}
