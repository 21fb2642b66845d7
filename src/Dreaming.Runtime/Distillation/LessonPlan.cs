using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Dreaming.Agents;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Episodes;

namespace Dreaming.Distillation;

/// <summary>What becomes a lesson.</summary>
public sealed record LessonOptions
{
    /// <summary>The most lessons from dreams for each lesson from a real episode: what was dreamed stays tied to what was real.</summary>
    /// <value>The default is 4.</value>
    [Range(0, 1_000)]
    public double MaxDreamShare { get; init; } = 4;

    /// <summary>The most lessons from dreams when there is no real episode at all, so that a new domain can be tried before it has recordings.</summary>
    /// <value>The default is 2,000.</value>
    [Range(0, 1_000_000)]
    public int MaxWithoutEpisodes { get; init; } = 2_000;
}

/// <summary>
/// Composes a night's lessons: the steps of successful real episodes as anchors, and the repairs of dreams, capped by them. The order does not depend on the order of the input.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="options">The caps.</param>
public sealed class LessonPlan(DomainManifest domain, LessonOptions options)
{
    /// <summary>Composes the lessons.</summary>
    /// <param name="train">Episodes that may be learnt from.</param>
    /// <param name="repairs">The repairs of the night.</param>
    /// <param name="passed">Dreams that passed, at once or after a repair: what the agent did in them stays right while it learns something else. Optional.</param>
    /// <returns>Lessons from episodes first, by episode and step; then from dreams: repairs by their id, and what passed dreams demonstrate. One a state and action.</returns>
    public ImmutableArray<Lesson> Compose(
        IReadOnlyList<ScrubbedEpisode> train, IReadOnlyList<Repair> repairs, IReadOnlyList<Demonstration>? passed = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(repairs);
        var lexicon = DomainLexicon.Of(domain);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lessons = ImmutableArray.CreateBuilder<Lesson>();
        foreach (var episode in train.Where(e => e.Successful).OrderBy(e => e.Id, StringComparer.Ordinal))
            foreach (var decision in Decision.In(episode.Trajectory))
                if (new Lesson(episode.Trajectory.Before(decision.Index), decision.Action, null, LessonOrigin.Episode, episode.Id) is var lesson
                    && IsExpressible(lesson, lexicon) && seen.Add(KeyOf(lesson)))
                    lessons.Add(lesson);

        var cap = lessons.Count == 0 ? options.MaxWithoutEpisodes : (int)Math.Min(int.MaxValue, options.MaxDreamShare * lessons.Count);
        var dreamed = 0;
        foreach (var lesson in FromDreams(repairs, passed ?? []))
        {
            if (dreamed == cap)
                break;
            if (!seen.Add(KeyOf(lesson)))
                continue;
            lessons.Add(lesson);
            dreamed++;
        }

        return lessons.DrainToImmutable();
    }

    // Repairs first: when the cap cuts, it cuts demonstrations.
    private static IEnumerable<Lesson> FromDreams(IReadOnlyList<Repair> repairs, IReadOnlyList<Demonstration> passed)
    {
        foreach (var repair in repairs.DistinctBy(r => r.Id).OrderBy(r => r.Id, StringComparer.Ordinal))
            yield return new(repair.State, repair.Corrected, repair.Attempted, LessonOrigin.Dream, repair.Id);
        foreach (var dream in passed.DistinctBy(p => p.Id).OrderBy(p => p.Id, StringComparer.Ordinal))
            foreach (var decision in Decision.In(dream.Trajectory))
                yield return new(dream.Trajectory.Before(decision.Index), decision.Action, null, LessonOrigin.Dream, dream.Id);
    }

    private static bool IsExpressible(Lesson lesson, DomainLexicon lexicon)
    {
        var state = ConversationState.Of(lexicon, lesson.State);
        return state.User.Count > 0 && CandidateMatch.IndexOf(lesson.Right, state, CandidateList.Of(state)) >= 0;
    }

    private static string KeyOf(Lesson lesson) => ContentId.Of([ActionText.Of(lesson.Right), .. lesson.State.Events.Select(EventText)]);

    private static string EventText(TrajectoryEvent happened) => happened switch
    {
        UserSaid user => $"user {user.Text}",
        AgentSaid agent => $"agent {agent.Text}",
        ToolCalled called => $"call {called.Tool} {called.Arguments.Text}",
        ToolReplied replied => $"reply {replied.Tool} {replied.Outcome} {replied.Content}",
        _ => "end",
    };
}
