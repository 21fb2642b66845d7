using Dreaming.Journals;
using Dreaming.Nights;
using Dreaming.Regressions;
using Dreaming.Shrinking;

namespace Dreaming.Cli.Hosting;

/// <summary>A journaled dream that was made smaller, if an agent fails in it, and frozen.</summary>
/// <param name="Frozen">The frozen dream.</param>
/// <param name="Shrunk">How it was made smaller; null when it was not.</param>
internal sealed record Freezing(FrozenDream Frozen, ShrinkResult? Shrunk)
{
    /// <param name="domain">The domain.</param>
    /// <param name="worldFile">The world's data; null for what the domain ships.</param>
    /// <param name="journal">Where the dream is.</param>
    /// <param name="id">The id of a rollout or of a dream, or the beginning of it.</param>
    /// <param name="options">What making it smaller may cost.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="CliException">There is nothing of that id, or it was run with something that is gone.</exception>
    public static async Task<Freezing> RunAsync(LoadedDomain domain, string? worldFile, Journal journal, string id, ShrinkOptions options, CancellationToken cancellationToken)
    {
        var then = await FindAsync(journal, id, cancellationToken).ConfigureAwait(false);
        var world = domain.OpenWorld(worldFile);
        using var rehearsal = EmbeddedRehearsal.Of(domain, world, journal, then);
        var now = await rehearsal.RunAsync(then.Judged.Rollout.Dream, then.Judged.Rollout.Trial, cancellationToken).ConfigureAwait(false);
        if (now.Scorecard.Passed is null)
            throw new CliException($"The dream {now.Rollout.Dream.Id} cannot be judged now, so there is nothing to freeze: {now.Scorecard.Unscored ?? now.Scorecard.Owner.ToString()}");
        if (FailedRule.Of(now, domain.Manifest) is not { } rule)
            return new Freezing(FrozenDream.Of(now, domain.Manifest, null), null);
        if (options.MostRollouts == 0)
            return new Freezing(FrozenDream.Of(now, domain.Manifest, rule), null);
        var shrunk = await new Shrinker(domain.Manifest, world, options).ShrinkAsync(now, rule, rehearsal.RunAsync, cancellationToken).ConfigureAwait(false);
        return new Freezing(FrozenDream.Of(shrunk, domain.Manifest), shrunk);
    }

    private static async Task<ReplayableRollout> FindAsync(Journal journal, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await NightReplay.FindAsync(journal, id, cancellationToken).ConfigureAwait(false)
                ?? await NightReplay.FindDreamAsync(journal, id, cancellationToken).ConfigureAwait(false)
                ?? throw new CliException($"There is no rollout and no dream {id} in {DomainBuild.Shown(journal.FilePath)}. The report of a night lists its failures with their ids.");
        }
        catch (ArgumentException several)
        {
            throw new CliException($"Several rollouts or dreams begin with {id}. Give more of the id.", ExitCode.BadInput, several);
        }
    }
}
