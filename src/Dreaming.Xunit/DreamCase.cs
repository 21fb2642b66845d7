using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Gates;
using Dreaming.Regressions;
using Microsoft.Extensions.AI;
using Xunit;
using Xunit.Sdk;

namespace Dreaming.Xunit;

/// <summary>One dream as a row of a theory. xUnit can write it down and read it again, so that one row can be found, filtered and run by itself.</summary>
public sealed class DreamCase : IXunitSerializable
{
    private DreamStage? _stage;
    private Dream? _dream;

    /// <summary>For xUnit, which fills the case in.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DreamCase()
    {
    }

    internal DreamCase(DreamStage stage, Dream dream, string name, int shrinkRollouts, FrozenDream? frozen = null) =>
        (_stage, _dream, Name, ShrinkRollouts, Frozen) = (stage, dream, name, shrinkRollouts, frozen);

    /// <summary>The row's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The dream.</summary>
    public Dream Dream => _dream ?? throw Empty();

    /// <summary>The domain.</summary>
    public DomainManifest Domain => Stage.Domain;

    /// <summary>The frozen dream that this is; null when it was dreamed for this theory.</summary>
    public FrozenDream? Frozen { get; private set; }

    internal DreamStage Stage => _stage ?? throw Empty();

    internal int ShrinkRollouts { get; private set; }

    /// <summary>Opens a frozen dream.</summary>
    /// <typeparam name="TDomain">The domain's generated manifest.</typeparam>
    /// <param name="file">The file, relative to the test assembly or to the source file.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <param name="sourceFilePath">Filled in by the compiler.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no frozen dream of this domain.</exception>
    public static Task<DreamCase> OpenAsync<TDomain>(string file, CancellationToken cancellationToken = default, [CallerFilePath] string? sourceFilePath = null)
        where TDomain : DomainManifest, new() => OpenAsync(DreamStage.Of(typeof(TDomain), null), NearbyFile.Find(file, sourceFilePath), cancellationToken);

    /// <summary>Runs an agent in the dream and judges it. The conversation goes to the test's output.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public Task<DreamResult> RunAsync(IChatClient agent, CancellationToken cancellationToken = default) => RunAsync(agent, 0, cancellationToken);

    /// <summary>Runs an agent in the dream once more: the trial decides the agent's sampling together with the dream.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="trial">Which run it is, from 0.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    /// <exception cref="DreamFailedException">The dream is frozen and the sandbox answers otherwise than it did then.</exception>
    public async Task<DreamResult> RunAsync(IChatClient agent, int trial, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(agent);
        if (Frozen is { } frozen && FrozenGround.Change(frozen, Domain, Stage.World) is { } change)
            throw new DreamFailedException($"The ground of the frozen dream {Name} has changed, so it says nothing about the agent: {change}\nFreeze it again, or undo the change.");
        var judged = await Stage.RehearseAsync(Dream, agent, trial, cancellationToken).ConfigureAwait(false);
        var result = new DreamResult(this, agent, judged);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Name}, trial {trial}\n{ScenarioText.Of(Dream, Domain)}\n\n{TranscriptLines.Of(judged)}");
        return result;
    }

    /// <summary>Runs an agent in the dream and asserts that it passes.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    /// <exception cref="DreamFailedException">It does not pass.</exception>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public async Task<DreamResult> AssertPassesAsync(IChatClient agent, CancellationToken cancellationToken = default)
    {
        var result = await RunAsync(agent, cancellationToken).ConfigureAwait(false);
        await result.AssertPassedAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>
    /// Runs an agent in the dream n times and asserts pass^k: the chance that k runs all pass, estimated without bias as C(c,k)/C(n,k) where c of n runs passed (Yao et al., tau-bench, 2024).
    /// </summary>
    /// <param name="agent">The agent.</param>
    /// <param name="k">How many runs have to pass together.</param>
    /// <param name="n">How many runs are made, at least <paramref name="k"/>.</param>
    /// <param name="atLeast">The least estimate that is enough, from 0 to 1.</param>
    /// <param name="cancellationToken">Gives the runs up.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/>, <paramref name="n"/> or <paramref name="atLeast"/> is out of its range.</exception>
    /// <exception cref="DreamFailedException">The estimate is less, or a run could not be judged.</exception>
    /// <exception cref="OperationCanceledException">The runs were given up.</exception>
    public async Task<double> AssertPassKAsync(IChatClient agent, int k, int n, double atLeast = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        if (!(atLeast is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(atLeast), atLeast, "A chance lies between 0 and 1.");
        var passed = 0;
        DreamResult? failed = null;
        for (var trial = 0; trial < n; trial++)
        {
            var result = await RunAsync(agent, trial, cancellationToken).ConfigureAwait(false);
            if (result.Scorecard.Passed is null)
                throw new DreamFailedException(FailureReport.NotJudged(result));
            if (result.Passed)
                passed++;
            else
                failed ??= result;
        }

        var estimate = RepeatedRuns.PassHatK(n, passed, k);
        if (estimate >= atLeast)
            return estimate;
        var head = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pass^{k} is {estimate:0.###} and has to be at least {atLeast:0.###}: {passed} of {n} runs passed. The first that did not:");
        throw new DreamFailedException($"{head}\n\n{await FailureReport.WriteAsync(failed!, failed!.FailedRule!, cancellationToken).ConfigureAwait(false)}");
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        var type = Stage.DomainType;
        info.AddValue("domain", $"{type.FullName}, {type.Assembly.GetName().Name}");
        info.AddValue("world", Stage.WorldFile);
        info.AddValue("name", Name);
        info.AddValue("shrink", ShrinkRollouts);
        info.AddValue("dream", JsonSerializer.Serialize(Dream));
        info.AddValue("frozen", Frozen is null ? null : FrozenDreamFile.Text(Frozen));
    }

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        var name = info.GetValue<string>("domain")!;
        var type = Type.GetType(name) ?? throw new InvalidOperationException($"The domain {name} of a row cannot be found. Build the tests again.");
        _stage = DreamStage.Of(type, info.GetValue<string?>("world"));
        Name = info.GetValue<string>("name")!;
        ShrinkRollouts = info.GetValue<int>("shrink");
        _dream = JsonSerializer.Deserialize<Dream>(info.GetValue<string>("dream")!);
        Frozen = info.GetValue<string?>("frozen") is { } text ? FrozenDreamFile.Parse(text, Domain, Stage.World) : null;
    }

    internal static async Task<DreamCase> OpenAsync(DreamStage stage, string file, CancellationToken cancellationToken)
    {
        var frozen = await FrozenDreamFile.ReadAsync(file, stage.Domain, stage.World, cancellationToken).ConfigureAwait(false);
        return new DreamCase(stage, frozen.Dream, $"{DreamName.Of(frozen.Dream.Skeleton)}/frozen", 0, frozen);
    }

    internal ITheoryDataRow ToRow()
    {
        var row = new TheoryDataRow<DreamCase>(this)
            .WithTrait("Scenario", Dream.Skeleton.Scenario)
            .WithTrait("Family", Dream.Skeleton.Family?.ToString() ?? "Rehearsal")
            .WithTrait("Dream", Dream.Skeleton.Id);
        row.Label = Name;
        foreach (var fault in Dream.Skeleton.Operators.OfType<InjectFault>())
            row.WithTrait("Fault", $"{fault.Tool}:{fault.Fault}");
        return row;
    }

    private static InvalidOperationException Empty() => new("This dream is empty. Take dreams from [DreamTheory], [FrozenDream] or DreamCase.OpenAsync.");
}
