using Xunit.Sdk;
using Xunit.v3;

namespace Dreaming.Xunit;

/// <summary>Makes each dream a test case of its own, whatever the runner thinks of theories: only then can a filter find one row. For <see cref="DreamTheoryAttribute{TDomain}"/>.</summary>
public sealed class DreamTheoryDiscoverer : TheoryDiscoverer
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        ArgumentNullException.ThrowIfNull(discoveryOptions);
        return base.Discover(new RowByRow(discoveryOptions), testMethod, factAttribute);
    }

    // The options are those of all tests, so that they are overlaid and not changed.
    private sealed class RowByRow(ITestFrameworkDiscoveryOptions options) : ITestFrameworkDiscoveryOptions
    {
        public TValue? GetValue<TValue>(string name) => name == TestOptionsNames.Discovery.PreEnumerateTheories && true is TValue yes ? yes : options.GetValue<TValue>(name);

        public void SetValue<TValue>(string name, TValue value) => options.SetValue(name, value);

        public string ToJson() => options.ToJson();
    }
}
