using System.Text.RegularExpressions;
using Dreaming.Curation;
using Dreaming.Episodes;
using OrderDesk;

namespace Dreaming.Benchmarks.Recordings;

/// <summary>The recordings as a night gets them: with pseudonyms that mean something only in their own simulation.</summary>
public static partial class ScrubbedRecordings
{
    private static readonly Scrubber Scrubber = new(OrderDeskDomain.Instance);

    /// <summary>The simulation as a scrubbed episode.</summary>
    public static ScrubbedEpisode Scrub(RecordedSimulation simulation) =>
        Scrubber.Scrub(new Episode { Id = simulation.Id, Domain = OrderDeskDomain.Instance.Name, TaskId = simulation.Task, Trajectory = simulation.Trajectory });

    /// <summary>The simulation with the calls and answers of its scrubbed episode.</summary>
    public static RecordedSimulation WithPseudonyms(RecordedSimulation simulation)
    {
        var trajectory = Scrub(simulation).Trajectory;
        var calls = trajectory.Calls().Where(c => c.Reply is not null).Select((c, i) =>
            new RecordedCall(i, c.Called.Tool, c.Called.Arguments, c.Reply!.Content, c.Reply.Outcome == ReplyOutcome.Refused));
        return simulation with { Trajectory = trajectory, Calls = [.. calls] };
    }

    /// <summary>A text in which pseudonyms of the same member are the same.</summary>
    public static string Unnumbered(string text) => Pseudonym().Replace(text, "[$1]");

    [GeneratedRegex(@"\[([a-z0-9_]+)-\d+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Pseudonym();
}
