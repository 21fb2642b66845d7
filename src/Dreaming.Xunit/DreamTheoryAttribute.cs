using System.Reflection;
using System.Runtime.CompilerServices;
using Dreaming.Contracts;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Dreaming.Xunit;

/// <summary>
/// Makes a test method a theory whose rows are dreams of a domain. The method takes one <see cref="DreamCase"/>. A row is named
/// <c>scenario/family/operators/number</c>, has the traits <c>Scenario</c>, <c>Family</c>, <c>Fault</c> and <c>Dream</c>, and is the same as long as the domain, its world, the
/// episodes and this attribute are.
/// </summary>
/// <typeparam name="TDomain">The domain's generated manifest.</typeparam>
/// <param name="sourceFilePath">Filled in by the compiler.</param>
/// <param name="sourceLineNumber">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(DreamTheoryDiscoverer))]
public sealed class DreamTheoryAttribute<TDomain>([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber), IDataAttribute
    where TDomain : DomainManifest, new()
{
    private Family? _family;

    /// <summary>The one family that is dreamed. Without it all five take turns.</summary>
    public Family Family
    {
        get => _family ?? default;
        set => _family = value;
    }

    /// <summary>The ids of the scenarios that are dreamed of. Without any, all of the domain's.</summary>
    public string[] Scenarios { get; set; } = [];

    /// <summary>How many dreams are wanted. There are fewer when the domain has no more to offer.</summary>
    /// <value>The default is 20.</value>
    public int Count { get; set; } = 20;

    /// <summary>Decides the dreams, their words and the agent's sampling.</summary>
    /// <value>The default is 1.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>A file or folder of recorded episodes to depart from, relative to the test assembly or to the source file. Without it dreams depart from the scenarios' own instances.</summary>
    public string? Episodes { get; set; }

    /// <summary>The file that holds the data of the domain's world, relative to the test assembly or to the source file. Without it the world is the one that the domain ships.</summary>
    public string? World { get; set; }

    /// <summary>The most rollouts that the search for a smaller failing dream takes; 0 shows a failure as it was met.</summary>
    /// <value>The default is 200.</value>
    public int ShrinkRollouts { get; set; } = 200;

    bool? IDataAttribute.Explicit => null;

    string? IDataAttribute.Label => null;

    string? IDataAttribute.Skip => null;

    Type? IDataAttribute.SkipType => null;

    string? IDataAttribute.SkipUnless => null;

    string? IDataAttribute.SkipWhen => null;

    string? IDataAttribute.TestDisplayName => null;

    int? IDataAttribute.Timeout => null;

    string[]? IDataAttribute.Traits => null;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var stage = DreamStage.Of(typeof(TDomain), World is null ? null : NearbyFile.Find(World, SourceFilePath));
        var wish = new DreamWish(_family, [.. Scenarios], Count, Seed, Episodes is null ? null : NearbyFile.Find(Episodes, SourceFilePath));
        var cases = await DreamRows.MakeAsync(stage, wish, ShrinkRollouts).ConfigureAwait(false);
        return [.. cases.Select(c => c.ToRow())];
    }

    /// <inheritdoc/>
    public bool SupportsDiscoveryEnumeration() => true;
}
