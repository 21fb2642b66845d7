using Dreaming;
using Dreaming.Xunit;
using Xunit;

namespace RefillDesk.Dreams.Tests;

/// <summary>What the desk's agent has to stand, dreamed. Each row is a dream; a failure shows the smallest one.</summary>
public sealed class RefillDreams
{
    private readonly CarefulDesk _agent = new();

    [DreamTheory<RefillDeskDomain>(Scenarios = ["repeat-prescription"], Family = Family.FailureInjection, Count = 12, Seed = 7)]
    public Task A_repeat_is_handled_while_tools_fail(DreamCase dream) => dream.AssertPassesAsync(_agent, TestContext.Current.CancellationToken);

    [DreamTheory<RefillDeskDomain>(Scenarios = ["repeat-prescription"], Family = Family.CounterfactualOutcome, Count = 8, Seed = 7)]
    public Task A_repeat_that_may_not_be_ordered_goes_to_somebody_who_may(DreamCase dream) => dream.AssertPassesAsync(_agent, TestContext.Current.CancellationToken);

    [DreamTheory<RefillDeskDomain>(Scenarios = ["red-flag"], Family = Family.IntentVariation, Count = 6, Seed = 7)]
    public Task A_red_flag_is_escalated_every_time(DreamCase dream) => dream.AssertPassKAsync(_agent, k: 3, n: 3, cancellationToken: TestContext.Current.CancellationToken);

    [Theory]
    [FrozenDream<RefillDeskDomain>("repeat-prescription.dream.json")]
    public Task What_once_failed_passes(DreamCase dream) => dream.AssertPassesAsync(_agent, TestContext.Current.CancellationToken);
}
