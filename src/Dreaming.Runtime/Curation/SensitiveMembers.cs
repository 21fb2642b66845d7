using System.Collections.Frozen;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Episodes;

namespace Dreaming.Curation;

/// <summary>Which values of a JSON document identify a person.</summary>
/// <param name="Contract">The contract that the document follows; null when there is none.</param>
/// <param name="Names">
/// Names of sensitive members, looked for at any depth: for a document that does not fit its contract, where the place of a member says nothing. Empty for one that does.
/// </param>
internal sealed record SensitiveMembers(MemberContract? Contract, FrozenSet<string> Names)
{
    /// <summary>For text that belongs to no contract.</summary>
    public static SensitiveMembers None { get; } = new(null, FrozenSet<string>.Empty);

    /// <summary>Of a call's arguments.</summary>
    public static SensitiveMembers Of(ToolContract tool, ToolCalled called)
    {
        var arguments = new MemberContract("", ValueKind.Object) { Members = tool.Parameters };
        return tool.Validate(called.Arguments.ToUtf8()) ? new(arguments, FrozenSet<string>.Empty) : new(arguments, All(arguments));
    }

    /// <summary>Of a reply.</summary>
    public static SensitiveMembers Of(ToolContract tool, ToolReplied replied) =>
        replied.Outcome == ReplyOutcome.Result && tool.TryReadResult(replied.Content, out _)
            ? new(tool.Result, FrozenSet<string>.Empty)
            : new(tool.Result, All(tool.Result));

    /// <summary>Every scalar under a sensitive member, with the member's name, in the order of the document.</summary>
    public IEnumerable<(string Member, string Value)> In(JsonElement json) => In(json, Contract, "", sensitive: false);

    /// <summary>Whether a member, or all that surrounds it, is sensitive.</summary>
    public bool IsSensitive(string name, MemberContract? contract) => contract?.Sensitive == true || Names.Contains(name);

    /// <summary>The contract of a member; null when there is none.</summary>
    public static MemberContract? Member(MemberContract? contract, string name) =>
        contract?.Kind == ValueKind.Map ? contract.Element : contract.Member(name);

    private static FrozenSet<string> All(MemberContract contract) => Sensitive(contract, false, []).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Sensitive(MemberContract contract, bool within, HashSet<(string, bool)> followed)
    {
        within |= contract.Sensitive;
        if (within && contract.Name.Length > 0)
            yield return contract.Name;
        // A record that holds itself is followed once.
        if (contract.Reference is { } reference && !followed.Add((reference, within)))
            yield break;
        var members = contract.Resolved().Members.Concat(contract.Cases.SelectMany(c => c.Resolved().Members));
        foreach (var inner in contract.Element is { } element ? members.Append(element) : members)
            foreach (var name in Sensitive(inner, within, followed))
                yield return name;
    }

    private IEnumerable<(string Member, string Value)> In(JsonElement json, MemberContract? contract, string name, bool sensitive)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    var inner = Member(contract, member.Name);
                    var own = IsSensitive(member.Name, inner);
                    foreach (var found in In(member.Value, inner, own || !sensitive ? member.Name : name, sensitive || own))
                        yield return found;
                }

                break;
            case JsonValueKind.Array:
                foreach (var element in json.EnumerateArray())
                    foreach (var found in In(element, contract?.Element, name, sensitive))
                        yield return found;
                break;
            case JsonValueKind.String when sensitive:
                yield return (name, json.GetString()!);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when sensitive:
                yield return (name, json.GetRawText());
                break;
        }
    }
}
