using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Dreaming.Determinism;
using Dreaming.Dreams;
using Dreaming.Nights;
using Dreaming.Shrinking;

namespace Dreaming.Hunting;

/// <summary>
/// Searches for dreams in which an agent fails; nothing is learnt. The search goes in rounds of a fixed size. The first runs scenarios as they were, recorded failures before others; each later one
/// chooses from fresh dreams and from the neighbours of what failed, in turn what was exercised least and what is neither always passed nor always failed. Failures that break the same
/// rule in the same step are one, and each is told in the smallest dream that was found for it.
/// Results are taken in the order of the dreams, so that the same parts and options give the same report at any concurrency.
/// </summary>
public sealed class Hunter
{
    private const int Candidates = 4;
    private const int Origins = 8;
    private const int Kept = 2;
    private const int MostOperators = 2;

    private readonly HuntParts _parts;
    private readonly HuntOptions _options;
    private readonly Rehearsals _rehearsals;
    private readonly Shrinker _shrinker;
    private readonly DreamWriter _writer;
    private readonly Seed _seed;

    /// <summary>Prepares a hunt.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <param name="options">How long and how widely it searches.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public Hunter(HuntParts parts, HuntOptions options)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        if (options.TimeLimit <= TimeSpan.Zero)
            throw new ValidationException("The time limit of a hunt is longer than nothing.");
        (_parts, _options, _seed) = (parts, options, new Seed(options.Seed));
        _rehearsals = new Rehearsals(parts);
        _shrinker = new Shrinker(parts.Domain, parts.World, new ShrinkOptions { MostRollouts = options.ShrinkRollouts });
        _writer = new DreamWriter(parts.Domain);
    }

    /// <summary>Searches, and makes what was found as small as it gets.</summary>
    /// <param name="progress">Told how far the hunt is.</param>
    /// <param name="cancellationToken">Gives the hunt up.</param>
    /// <exception cref="OperationCanceledException">The hunt was given up.</exception>
    public async Task<HuntReport> HuntAsync(IProgress<HuntProgress>? progress, CancellationToken cancellationToken)
    {
        using var limit = _options.TimeLimit is { } time ? new CancellationTokenSource(time, _parts.Time) : new CancellationTokenSource();
        var ground = new HuntingGround(_parts.Domain, _parts.World, _parts.Episodes);
        var state = new HuntState(_parts.Domain, _shrinker.SizeOf, _options.Criteria);
        foreach (var (scenario, successful) in ground.Recorded)
            state.Difficulty.Count(DreamCells.AsItWas(scenario), !successful);

        string? ended = null;
        for (var round = 0; ended is null; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chosen = Choose(ground, state, round, Math.Min(_options.RoundSize, _options.Dreams - state.Dreams));
            if (chosen.IsEmpty)
            {
                ended = "Nothing new was left to dream.";
                break;
            }

            var dreams = chosen.Select(s => _writer.Write(s, _seed.Derive("dreams"))).ToImmutableArray();
            var results = await _rehearsals.RunAsync(dreams, _options.Concurrency, limit.Token, cancellationToken).ConfigureAwait(false);
            ended = Take(results, state) ?? (limit.IsCancellationRequested ? "The time was over." : null);
            progress?.Report(new HuntProgress("hunt", state.Dreams, _options.Dreams, state.Clusters.Count));
        }

        var shrinking = new ShrinkBatch(_shrinker, _rehearsals, _options);
        var failures = await shrinking.RunAsync(state.Clusters.All, progress, cancellationToken).ConfigureAwait(false);
        return HuntReportBuilder.Of(_parts, _options, ground, state, failures, ended);
    }

    private ImmutableArray<Skeleton> Choose(HuntingGround ground, HuntState state, int round, int count)
    {
        var seed = _seed.Derive("round", round);
        // What was passed over again and again is given up, the oldest first.
        state.Pool.RemoveRange(0, Math.Max(0, state.Pool.Count - (Kept * Candidates * count)));
        if (round == 0)
            state.Pool.AddRange(ground.AsItWas(count));
        else
            state.Pool.AddRange(ground.Near(Origin(ground, state, seed), Candidates * count / 2, seed.Derive("near")));
        state.Pool.AddRange(ground.Fresh(Candidates * count - Math.Min(Candidates * count, state.Pool.Count), seed.Derive("fresh")));
        return DreamChoice.Take(state.Pool, count, state.Coverage, state.Difficulty.Draw(seed.Derive("difficulty")));
    }

    // Failures as they are known so far and as they were recorded, then what lies in the most middling neighbourhoods.
    private static List<Skeleton> Origin(HuntingGround ground, HuntState state, Seed seed)
    {
        var difficulty = state.Difficulty.Draw(seed.Derive("origins"));
        var failed = state.Clusters.All.Select(c => c.Smallest.Rollout.Dream.Skeleton).ToList();
        var recorded = ground.Failed.ToArray();
        seed.Derive("recorded").ToRandom().Shuffle<Skeleton>(recorded);
        return
        [
            .. failed.Concat(recorded.Take(Origins / 2))
                .Concat(state.Run.OrderByDescending(difficulty).Take(Origins))
                .Where(s => s.Operators.Length <= MostOperators)
                .DistinctBy(s => s.Id),
        ];
    }

    /// <summary>Takes the results of a round in their order.</summary>
    /// <returns>Why the search ends; null when it goes on.</returns>
    private string? Take(ImmutableArray<JudgedRollout?> results, HuntState state)
    {
        foreach (var judged in results.OfType<JudgedRollout>())
        {
            state.Take(judged);
            if (state.Clusters.Count >= _options.StopAfter)
                return string.Create(CultureInfo.InvariantCulture, $"{state.Clusters.Count} different failures were found, as many as were asked for.");
        }

        if (state.IsAllAlike && state.Dreams >= Math.Min(_options.RoundSize, _options.Dreams))
            return "Every dream so far ended in the same breakdown: more of them would say nothing more.";
        return state.Dreams >= _options.Dreams ? "The budget of dreams is spent." : null;
    }
}
