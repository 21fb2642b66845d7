using System.Collections.Immutable;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Episodes;

namespace Dreaming.Curation;

/// <summary>
/// Replaces what identifies people: the only maker of <see cref="ScrubbedEpisode"/>. Values of members that are declared <see cref="SensitiveAttribute">sensitive</see>, in the arguments and
/// replies of calls, are replaced everywhere in the episode by pseudonyms such as <c>[birth_date-1]</c>, numbered by first appearance in that episode: the same value always has the
/// same one, and no hash leads back to it.
/// Letter case makes no difference. In free text a value is replaced where it stands as a whole word, longer values first; a date in any common spelling, a full name also by its parts,
/// a telephone number also without separators; values shorter than 3 characters only in their own member. A reply that does not fit its contract, for example one that is cut or
/// garbled, is searched by the names of the sensitive members. What a contract does not declare sensitive, and what never stood in a sensitive member, is not recognised.
/// Ids of episode, task, run and calls stay as they are.
/// </summary>
/// <param name="domain">The domain whose contracts say what identifies a person.</param>
public sealed class Scrubber(DomainManifest domain)
{
    /// <summary>Makes the episode fit to be dreamed of.</summary>
    public ScrubbedEpisode Scrub(Episode episode)
    {
        var events = episode.Trajectory.Events;
        var members = Members(events);
        var pseudonyms = new Pseudonyms();
        for (var i = 0; i < events.Length; i++)
            foreach (var (member, value) in Found(Json(events[i]), members[i]))
                pseudonyms.Add(member, value);

        var scrubbed = ImmutableArray.CreateBuilder<TrajectoryEvent>(events.Length);
        for (var i = 0; i < events.Length; i++)
            scrubbed.Add(Scrub(events[i], new ScrubbedJson(members[i], pseudonyms), pseudonyms));
        return new ScrubbedEpisode(episode with { Trajectory = new Trajectory(scrubbed.MoveToImmutable()) }, pseudonyms.Replaced);
    }

    private SensitiveMembers[] Members(ImmutableArray<TrajectoryEvent> events)
    {
        var tools = new Dictionary<string, ToolContract>(StringComparer.Ordinal);
        var members = new SensitiveMembers[events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            members[i] = SensitiveMembers.None;
            if (events[i] is ToolCalled called && domain.FindTool(called.Tool) is { } tool)
            {
                tools[called.CallId] = tool;
                members[i] = SensitiveMembers.Of(tool, called);
            }
            else if (events[i] is ToolReplied replied && tools.TryGetValue(replied.CallId, out var asked))
            {
                members[i] = SensitiveMembers.Of(asked, replied);
            }
        }

        return members;
    }

    private static string? Json(TrajectoryEvent happened) => happened switch
    {
        ToolCalled called => called.Arguments.Text,
        ToolReplied replied => replied.Content,
        _ => null,
    };

    private static IEnumerable<(string Member, string Value)> Found(string? json, SensitiveMembers members)
    {
        if (json is null)
            return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. members.In(document.RootElement)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return GarbledJson.In(json, members);
        }
    }

    private static TrajectoryEvent Scrub(TrajectoryEvent happened, ScrubbedJson json, Pseudonyms pseudonyms) => happened switch
    {
        UserSaid said => said with { Text = pseudonyms.Replace(said.Text) },
        AgentSaid said => said with { Text = pseudonyms.Replace(said.Text) },
        ToolCalled called => called with
        {
            Arguments = new RawJson(json.Of(called.Arguments.Text)),
            Violations = called.Violations.IsDefaultOrEmpty ? called.Violations : [.. called.Violations.Select(v => v with { Found = pseudonyms.Replace(v.Found) })],
            Typed = null,
        },
        ToolReplied replied => replied with { Content = json.Of(replied.Content) },
        Ended { Detail: { } detail } ended => ended with { Detail = pseudonyms.Replace(detail) },
        _ => happened,
    };
}
