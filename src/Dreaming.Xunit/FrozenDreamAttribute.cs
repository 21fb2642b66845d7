using System.Reflection;
using System.Runtime.CompilerServices;
using Dreaming.Contracts;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Dreaming.Xunit;

/// <summary>Gives a theory one row: a dream that was frozen into a file by <c>dreaming freeze</c> or by a failing row of <see cref="DreamTheoryAttribute{TDomain}"/>.</summary>
/// <typeparam name="TDomain">The domain's generated manifest.</typeparam>
/// <param name="file">The file, relative to the test assembly or to the source file.</param>
/// <param name="sourceFilePath">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FrozenDreamAttribute<TDomain>(string file, [CallerFilePath] string? sourceFilePath = null) : global::Xunit.v3.DataAttribute
    where TDomain : DomainManifest, new()
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The file that holds the data of the domain's world, relative to the test assembly or to the source file. Without it the world is the one that the domain ships.</summary>
    public string? World { get; set; }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var stage = DreamStage.Of(typeof(TDomain), World is null ? null : NearbyFile.Find(World, sourceFilePath));
        var opened = await DreamCase.OpenAsync(stage, NearbyFile.Find(File, sourceFilePath), CancellationToken.None).ConfigureAwait(false);
        return [opened.ToRow()];
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
