using System.Text;
using System.Text.Json;

namespace Dreaming.Rubrics;

internal static class Identifiers
{
    // The texts under names such as patient_id, order_number or item_ids, at any depth.
    public static IEnumerable<string> InArguments(string json)
    {
        var found = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement, isIdentifier: false, found);
        }
        catch (JsonException)
        {
            // Arguments that are no JSON hold no identifier; another criterion speaks about them.
        }

        return found;
    }

    public static bool WasGiven(Trajectory trajectory, int before, string id)
    {
        // As a rule it stands there letter by letter, which is the cheaper question.
        var earlier = trajectory.Events.AsSpan()[..before];
        foreach (var e in earlier)
            if (TextOf(e)?.Contains(id, StringComparison.Ordinal) == true)
                return true;
        var wanted = Core(id);
        foreach (var e in earlier)
            if (TextOf(e) is { } text && Core(text).Contains(wanted, StringComparison.Ordinal))
                return true;
        return false;
    }

    // The receipt of a change names something that did not exist before; a repeated look-up names nothing new.
    public static bool EachNamesANewOne(Trajectory trajectory, IEnumerable<ToolCallView> calls) => calls.All(call =>
    {
        var replyAt = trajectory.Events.IndexOf(call.Reply!);
        return InArguments(call.Reply!.Content).Any(id => !Core(call.Called.Arguments.Text).Contains(Core(id), StringComparison.Ordinal)
            && !WasGiven(trajectory, replyAt, id));
    });

    private static void Collect(JsonElement element, bool isIdentifier, List<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Collect(member.Value, IsIdentifierName(member.Name), found);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Collect(item, isIdentifier, found);
                break;
            case JsonValueKind.String when isIdentifier && Core(element.GetString()!) is { Length: > 0 }:
                found.Add(element.GetString()!);
                break;
        }
    }

    private static bool IsIdentifierName(string name) =>
        name is "id" or "ids"
        || name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("_ids", StringComparison.Ordinal)
        || name.EndsWith("_number", StringComparison.Ordinal);

    private static string? TextOf(TrajectoryEvent e) => e switch
    {
        UserSaid user => user.Text,
        ToolReplied { Outcome: ReplyOutcome.Result or ReplyOutcome.Refused } reply => reply.Content,
        _ => null,
    };

    // "rx 100001" and "RX-100001" are the same identifier to a person.
    private static string Core(string text)
    {
        var core = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                core.Append(char.ToLowerInvariant(c));
        return core.ToString();
    }
}
