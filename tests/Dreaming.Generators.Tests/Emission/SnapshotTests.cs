using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Emission;

public class SnapshotTests
{
    [Theory]
    [InlineData("Sample.Ship.Tool.g.cs", "Tool")]
    [InlineData("Sample.SendOne.Scenario.g.cs", "Scenario")]
    [InlineData("Domain.g.cs", "Manifest")]
    public void What_is_generated_is_what_was_reviewed(string hint, string name) =>
        Snapshot.Matches(GeneratorHarness.Run(Samples.All).Compiles().Sources[hint], name);
}
