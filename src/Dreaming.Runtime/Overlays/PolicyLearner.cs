using System.Collections.Immutable;
using Dreaming.Agents;
using Dreaming.Agents.Reading;
using Dreaming.Agents.Scoring;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Distillation;

namespace Dreaming.Overlays;

/// <summary>
/// Teaches the policy agent: a low-rank change of its scores, by cross-entropy on the right actions and a pairwise preference against the attempted ones. The factor on the side of
/// actions begins at zero, so that learning begins from the base or the parent exactly. Single-threaded; the same lessons, parent and seed give the same bytes.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="options">How it learns.</param>
public sealed class PolicyLearner(DomainManifest domain, LearningOptions options) : IOverlayLearner
{
    private const int FewestAside = 12;

    /// <inheritdoc/>
    public string Agent => PolicyAgent.ModelId;

    /// <inheritdoc/>
    public Task<Overlay?> LearnAsync(ImmutableArray<Lesson> lessons, Overlay? parent, Seed seed, CancellationToken cancellationToken) =>
        Task.Run(() => Learn(lessons, parent, seed, cancellationToken).Overlay, cancellationToken);

    /// <summary>Learns, and says how it went.</summary>
    /// <inheritdoc cref="LearnAsync"/>
    public (Overlay? Overlay, LearningReport Report) Learn(ImmutableArray<Lesson> lessons, Overlay? parent, Seed seed, CancellationToken cancellationToken = default)
    {
        var (change, known) = Begin(parent, seed);
        var lexicon = DomainLexicon.Of(domain);
        var prepared = new List<PreparedLesson>(lessons.Length);
        int episodes = 0, dreams = 0;
        foreach (var lesson in lessons)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PreparedLesson.Of(lesson, lexicon, change.StateDimensions, change.ActionDimensions) is not { } one)
                continue;
            prepared.Add(one);
            if (lesson.Origin == LessonOrigin.Episode)
                episodes++;
            else
                dreams++;
        }

        if (prepared.Count == 0)
            return (null, new LearningReport(lessons.Length, 0, lessons.Length, 0, 0, 0, 0, 0, 0));
        var report = Train(change, known, prepared, seed, cancellationToken) with { Lessons = lessons.Length, Skipped = lessons.Length - prepared.Count };
        return (PolicyAdapter.Write(change, domain, parent, episodes, dreams), report);
    }

    private (LowRankChange Change, bool[] Known) Begin(Overlay? parent, Seed seed)
    {
        var change = parent is null
            ? new LowRankChange(LowRankChange.DefaultStateDimensions, LowRankChange.DefaultActionDimensions, options.Rank, options.Alpha)
            : PolicyAdapter.Read(parent, domain);
        var known = new bool[change.StateDimensions];
        var random = seed.Derive("adapter").ToRandom();
        for (var feature = 0; feature < change.StateDimensions; feature++)
        {
            var row = change.A.AsSpan(feature * change.Rank, change.Rank);
            known[feature] = row.ContainsAnyExcept(0f);
            for (var i = 0; i < row.Length; i++)
            {
                var small = (float)(random.NextDouble() - 0.5);
                if (!known[feature])
                    row[i] = small;
            }
        }

        return (change, known);
    }

    private LearningReport Train(LowRankChange change, bool[] known, List<PreparedLesson> lessons, Seed seed, CancellationToken cancellationToken)
    {
        var (taught, aside) = Split(lessons, seed);
        var loss = new LessonLoss(change, options.Preference);
        var steps = new AdaGrad(change, (float)options.LearningRate, (float)options.L2);
        var (firstLoss, firstRight) = Mean(loss, lessons);
        var bestAside = aside.Count > 0 ? Mean(loss, aside).Loss : double.MaxValue;
        (float[] A, float[] B)? best = null;
        var random = seed.Derive("order").ToRandom();
        var order = Enumerable.Range(0, taught.Count).ToArray();
        int epoch = 0, updates = 0, worse = 0;
        while (epoch < options.Epochs && worse < options.Patience)
        {
            cancellationToken.ThrowIfCancellationRequested();
            epoch++;
            random.Shuffle<int>(order);
            foreach (var index in order)
            {
                var lesson = Thin(taught[index], random);
                loss.Differentiate(lesson);
                steps.Step(lesson, loss);
                updates++;
            }

            if (aside.Count == 0)
                continue;
            var now = Mean(loss, aside).Loss;
            if (Environment.GetEnvironmentVariable("CURVE") is not null) Console.WriteLine($"    epoch {epoch} train {Mean(loss, taught)} aside {Mean(loss, aside)}");
            worse = now < bestAside ? 0 : worse + 1;
            if (worse > 0)
                continue;
            bestAside = now;
            best = ((float[])change.A.Clone(), (float[])change.B.Clone());
        }

        if (best is { } kept)
        {
            kept.A.CopyTo(change.A, 0);
            kept.B.CopyTo(change.B, 0);
        }

        Forget(change, steps.Changed, known);
        var (lastLoss, lastRight) = Mean(loss, lessons);
        return new LearningReport(lessons.Count, lessons.Count, 0, epoch, updates, firstLoss, lastLoss, firstRight, lastRight);
    }

    private PreparedLesson Thin(PreparedLesson lesson, SeededRandom random)
    {
        if (options.Dropout == 0)
            return lesson;
        var kept = new List<int>(lesson.State.Count);
        for (var i = 0; i < lesson.State.Count; i++)
            // The first feature is the one that is always there.
            if (i == 0 || !random.Chance(options.Dropout))
                kept.Add(lesson.State[i]);
        return lesson with { State = kept };
    }

    // A state feature that no lesson ever showed has nothing to say.
    private static void Forget(LowRankChange change, bool[] changed, bool[] known)
    {
        for (var feature = 0; feature < changed.Length; feature++)
            if (!changed[feature] && !known[feature])
                change.A.AsSpan(feature * change.Rank, change.Rank).Clear();
    }

    private (List<PreparedLesson> Taught, List<PreparedLesson> Aside) Split(List<PreparedLesson> lessons, Seed seed)
    {
        var split = seed.Derive("aside");
        var limit = (ulong)(options.Aside * ulong.MaxValue);
        var aside = lessons.FindAll(l => split.Derive(l.Source).Value < limit);
        return aside.Count < FewestAside || aside.Count > lessons.Count / 2 ? (lessons, []) : (lessons.FindAll(l => split.Derive(l.Source).Value >= limit), aside);
    }

    private static (double Loss, double Right) Mean(LessonLoss loss, List<PreparedLesson> lessons)
    {
        double sum = 0;
        var right = 0;
        foreach (var lesson in lessons)
        {
            var (one, isRight) = loss.Evaluate(lesson);
            sum += one;
            right += isRight ? 1 : 0;
        }

        return (sum / lessons.Count, right / (double)lessons.Count);
    }
}
