using Dreaming.Benchmarks.Documents;
using Dreaming.Contracts;
using RefillDesk;

namespace OrderDesk.Tests;

public class FuzzTests
{
    public static TheoryData<string> Domains => ["order-desk", "refill-desk"];

    [Theory]
    [MemberData(nameof(Domains))]
    public void Damaged_documents_are_judged_and_nothing_is_thrown(string name)
    {
        var targets = FuzzTarget.Of(Domain(name)).ToArray();
        var random = new Random(5);
        var mutator = new DocumentMutator(random);
        var (accepted, rejected) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var target = targets[i % targets.Length];
            var document = mutator.Mutate(target.Seeds[random.Next(target.Seeds.Count)]);
            var fits = false;
            var thrown = Record.Exception(() => fits = target.Check(document));
            Assert.True(thrown is null, $"{target.Name}: {thrown} on {Convert.ToBase64String(document)}");
            _ = fits ? accepted++ : rejected++;
        }

        Assert.NotEqual(0, accepted);
        Assert.NotEqual(0, rejected);
    }

    [Theory]
    [MemberData(nameof(Domains))]
    public void Arguments_made_from_contracts_are_accepted(string name) => Assert.All(
        FuzzTarget.Of(Domain(name)).Where(t => t.Name.EndsWith("arguments", StringComparison.Ordinal)),
        target => Assert.Contains(target.Seeds, seed => target.Check(seed)));

    private static DomainManifest Domain(string name) => name == "order-desk" ? OrderDeskDomain.Instance : RefillDeskDomain.Instance;
}
