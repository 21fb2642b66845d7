using Dreaming.Generators.Parsing;
using Dreaming.Generators.Tests.Harness;

namespace Dreaming.Generators.Tests.Pipeline;

public class KnownNamesTests
{
    public static TheoryData<string> Names => [.. typeof(KnownNames).GetFields().Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_that_the_generator_looks_for_exists(string name)
    {
        var generic = name.IndexOf('<', StringComparison.Ordinal);
        var metadata = generic < 0 ? name : $"{name[..generic]}`{name.Count(c => c == ',') + 1}";
        var type = SourceFiles.Of("").Compile().GetTypeByMetadataName(metadata);
        Assert.NotNull(type);
        Assert.Equal(name, type.ToDisplayString());
    }
}
