using Dreaming.Xunit.Tests.Agents;
using RefillDesk;
using RefillDesk.Dreams.Tests;

namespace Dreaming.Xunit.Tests;

/// <summary>Rows that other tests run in a process of their own; the failing ones only when they are asked for.</summary>
public sealed class Rows
{
    [DreamTheory<RefillDeskDomain>(Scenarios = ["repeat-prescription"], Family = Family.FailureInjection, Count = 8, Seed = 11)]
    public Task Careful(DreamCase dream) => dream.AssertPassesAsync(new CarefulDesk(), TestContext.Current.CancellationToken);

    [DreamTheory<RefillDeskDomain>(Explicit = true, Scenarios = ["repeat-prescription"], Family = Family.FailureInjection, Count = 8, Seed = 11)]
    public Task Hasty(DreamCase dream) => dream.AssertPassesAsync(new HastyDesk(), TestContext.Current.CancellationToken);
}
