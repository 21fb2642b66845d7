using System.Text.Json;
using Dreaming.Cli.Display;

namespace Dreaming.Cli.Checks;

/// <summary>The difference of two policies for programs.</summary>
internal static class PolicyDiffJson
{
    public static void Write(Utf8JsonWriter writer, PolicyDifference difference, PolicyFlips flips)
    {
        writer.WriteBoolean("same", difference.IsNone);
        Changes(writer, "forbidden", difference.Forbidden);
        Changes(writer, "allowed", difference.Allowed);
        writer.WriteStrings("rewritten", difference.Rewritten.Select(c => c.Id));
        writer.WriteStrings("notProven", difference.NotProven.Select(c => c.Id));
        writer.WriteNumber("episodes", flips.Episodes);
        writer.WriteNumber("episodesUnread", flips.Unread);
        writer.WriteStartArray("flipped");
        foreach (var flip in flips.Flipped)
        {
            writer.WriteStartObject();
            writer.WriteString("episode", flip.Episode);
            writer.WriteString("task", flip.Task);
            writer.WriteStrings("noLonger", flip.NoLonger);
            writer.WriteStrings("now", flip.Now);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Changes(Utf8JsonWriter writer, string name, IEnumerable<PolicyChange> changes)
    {
        writer.WriteStartArray(name);
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("constraint", change.Constraint.Id);
            writer.WriteString("text", change.Constraint.Text);
            writer.WriteStrings("example", change.Example);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
