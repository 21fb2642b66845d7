using Dreaming.Nights;
using Dreaming.Overlays;
using Dreaming.Regressions;

namespace Dreaming.Cli.Hosting;

/// <summary>Runs the agent of a frozen dream in it again. There is no rollout to compare it with: what counts is whether it passes now.</summary>
internal static class FrozenReplay
{
    /// <exception cref="CliException">The file is no frozen dream of the domain, its ground has changed, or its agent is gone.</exception>
    public static async Task<JudgedRollout> RunAsync(LoadedDomain domain, string given, string? worldFile, string? journal, string file, CancellationToken cancellationToken)
    {
        var world = domain.OpenWorld(worldFile);
        FrozenDream frozen;
        try
        {
            frozen = await FrozenDreamFile.ReadAsync(file, domain.Manifest, world, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException wrong)
        {
            throw new CliException(wrong.Message, ExitCode.BadInput, wrong);
        }

        if (FrozenGround.Change(frozen, domain.Manifest, world) is { } change)
            throw new CliException($"The ground of the frozen dream has changed: {change} Freeze it again, or undo the change.");
        var overlay = frozen.Agent.Contains('+', StringComparison.Ordinal) ? await OverlayAsync(domain, given, journal, frozen.Agent, cancellationToken).ConfigureAwait(false) : null;
        using var rehearsal = EmbeddedRehearsal.Of(domain, world, frozen.Agent, _ => overlay);
        return await rehearsal.RunAsync(frozen.Dream, 0, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Overlay?> OverlayAsync(LoadedDomain domain, string given, string? journal, string agent, CancellationToken cancellationToken)
    {
        var id = agent[(agent.IndexOf('+', StringComparison.Ordinal) + 1)..];
        var opened = await JournalAccess.OpenAsync(given, domain.Manifest.Name, journal, cancellationToken).ConfigureAwait(false);
        await using var closing = opened.ConfigureAwait(false);
        return opened.Nights().Select(night => NightReplay.FindOverlay(opened, night, id)).FirstOrDefault(o => o is not null);
    }
}
