using System.Reflection;
using Dreaming.Contracts;
using Dreaming.Gates;
using RefillDesk;
using Xunit;

namespace Dreaming.Gates.Tests.Gates;

public class RefillDeskContractTests
{
    [Fact]
    public void Every_contract_of_the_refill_desk_holds()
    {
        var type = typeof(RequestRefill).Assembly.GetCustomAttribute<DomainManifestAttribute>()!.Type;
        var domain = (DomainManifest)Activator.CreateInstance(type)!;

        var cases = ToolContractTests.Run(domain);

        Assert.Empty(cases.Where(c => !c.Held).Select(c => $"{c.Tool}, {c.Probe}: {c.Detail}"));
        Assert.All(domain.Tools, tool => Assert.True(cases.Count(c => c.Tool == tool.Name) > 10, tool.Name));
        Assert.Equal(cases.Length, cases.Select(c => (c.Tool, c.Probe)).Distinct().Count());
    }
}
