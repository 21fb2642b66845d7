using Dreaming.Contracts;
using Dreaming.Dsl.Tests.Domain;

namespace Dreaming.Dsl.Tests;

public class ManifestTests
{
    private static readonly DomainManifest Manifest = SampleDeskDomain.Instance;

    [Fact]
    public void Everything_that_is_declared_is_there_in_a_fixed_order()
    {
        Assert.Equal("sample-desk", Manifest.Name);
        Assert.Equal(MedHelm.PatientProviderMessaging, Manifest.Task);
        Assert.Equal("You work at a desk.", Manifest.Instructions);
        Assert.Equal(["book_room", "everything", "list_all", "look_up", "place_order"], Manifest.Tools.Select(t => t.Name));
        Assert.Equal(["few-orders", "in-stock"], Manifest.Invariants.Select(i => i.Id));
        Assert.Equal(["order-one"], Manifest.Scenarios.Select(s => s.Id));
        Assert.Equal(["asked", "clear", "ordered", "polite"], Manifest.Criteria.Select(c => c.Id));
    }

    [Fact]
    public void The_assembly_names_its_manifest()
    {
        var attribute = (DomainManifestAttribute)Assert.Single(typeof(Desk).Assembly.GetCustomAttributes(typeof(DomainManifestAttribute), false));
        Assert.Equal(typeof(SampleDeskDomain), attribute.Type);
    }

    [Fact]
    public void The_manifest_opens_the_world() => Assert.IsType<Desk>(Manifest.OpenWorld(WorldOptions.Default));
}
