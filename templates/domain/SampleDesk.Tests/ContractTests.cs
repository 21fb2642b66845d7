using System.Reflection;
using Dreaming.Contracts;
using Dreaming.Gates;

namespace SampleDesk.Tests;

public sealed class ContractTests
{
    [Fact]
    public void Every_tool_keeps_its_contract()
    {
        var declared = typeof(Bookings).Assembly.GetCustomAttribute<DomainManifestAttribute>()!.Type;
        var cases = ToolContractTests.Run((DomainManifest)Activator.CreateInstance(declared)!);

        Assert.NotEmpty(cases);
        Assert.Empty(cases.Where(c => !c.Held).Select(c => $"{c.Tool}, {c.Probe}: {c.Detail}"));
    }
}
