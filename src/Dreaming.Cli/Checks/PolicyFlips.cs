using System.Collections.Immutable;
using Dreaming.Cli.Hosting;
using Dreaming.Contracts;
using Dreaming.Episodes;

namespace Dreaming.Cli.Checks;

/// <summary>An episode that two policies judge otherwise.</summary>
/// <param name="Episode">Its id.</param>
/// <param name="Task">Its task.</param>
/// <param name="NoLonger">Constraints that the old policy saw broken and that the new one does not.</param>
/// <param name="Now">The reverse.</param>
internal sealed record PolicyFlip(string Episode, string Task, ImmutableArray<string> NoLonger, ImmutableArray<string> Now);

/// <summary>What two policies make of the recorded episodes.</summary>
/// <param name="Episodes">How many both judged.</param>
/// <param name="Unread">How many one of them could not.</param>
/// <param name="Flipped">Those that they judge otherwise.</param>
internal sealed record PolicyFlips(int Episodes, int Unread, ImmutableArray<PolicyFlip> Flipped)
{
    /// <summary>Holds the recordings to both. They may be of either's contract version: what is judged is what happened.</summary>
    public static async Task<PolicyFlips> OfAsync(LoadedDomain old, LoadedDomain now, string? path, CancellationToken cancellationToken)
    {
        var episodes = new SortedDictionary<string, Episode>(StringComparer.Ordinal);
        foreach (var domain in (LoadedDomain[])[old, now])
            foreach (var read in await EpisodeSource.ReadAsync(domain, path, cancellationToken).ConfigureAwait(false))
                if (read.Episode is { } episode)
                    episodes.TryAdd(episode.Id, episode);
        var (oldProgram, newProgram) = (PolicyProgram.Of(old.Manifest), PolicyProgram.Of(now.Manifest));
        var flipped = ImmutableArray.CreateBuilder<PolicyFlip>();
        var unread = 0;
        foreach (var episode in episodes.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Broken(old.Manifest, oldProgram, episode.Trajectory) is not { } before || Broken(now.Manifest, newProgram, episode.Trajectory) is not { } after)
                unread++;
            else if (!before.SetEquals(after))
                flipped.Add(new(episode.Id, episode.TaskId, [.. before.Except(after)], [.. after.Except(before)]));
        }

        return new(episodes.Count - unread, unread, flipped.ToImmutable());
    }

    // A guard or a signal that throws has no verdict.
    private static ImmutableSortedSet<string>? Broken(DomainManifest domain, PolicyProgram program, Trajectory trajectory)
    {
        try
        {
            var monitor = program.Start();
            foreach (var (happened, _) in PolicyTrace.Of(domain, trajectory))
                monitor.Observe(happened);
            return [.. monitor.ViolatedAtEnd(trajectory.End).Select(o => o.Constraint.Id)];
        }
        catch (Exception e) when (e is PolicyGuardException or PolicySignalException)
        {
            return null;
        }
    }
}
