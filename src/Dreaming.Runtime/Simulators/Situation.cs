using System.Text.Json;

namespace Dreaming.Simulators;

/// <summary>What a write meets.</summary>
/// <param name="Arguments">The arguments.</param>
/// <param name="Thing">The thing that it is about, before it.</param>
/// <param name="Part">Finds the part of any known thing by its id; undefined when it is not known.</param>
/// <param name="At">The place in the lists of arguments that is looked at; the last one where none is.</param>
internal sealed record Situation(JsonElement Arguments, JsonElement Thing, Func<string, JsonElement> Part, int At = -1)
{
    /// <summary>An element of a list of texts among the arguments; null when there is none at the place.</summary>
    public string? Element(string argument, bool last = false)
    {
        var list = Json.Strings(Json.Member(Arguments, argument));
        if (list is null || list.Length == 0)
            return null;
        var at = last || At < 0 ? list.Length - 1 : At;
        return at < list.Length ? list[at] : null;
    }
}

/// <summary>One observation of how a member changed.</summary>
/// <param name="Met">What the write met.</param>
/// <param name="Before">The member before it.</param>
/// <param name="After">The member after it.</param>
internal readonly record struct Change(Situation Met, JsonElement Before, JsonElement After);
