using Dreaming.Agents.Reading;
using Dreaming.Contracts;

namespace Dreaming.Agents.Binding;

/// <summary>Puts values together for slots that are objects, or one of the cases of a union.</summary>
internal static class Composites
{
    /// <summary>An object for each case whose required members all have a value. It is as likely as its least likely member.</summary>
    public static void Collect(Slot slot, Binder binder, List<Bound> found)
    {
        foreach (var members in slot.Cases)
            if (Of(members, binder) is { } bound)
                found.Add(bound);
    }

    private static Bound? Of(Slot[] members, Binder binder)
    {
        var json = new List<string>();
        var (spoken, uncheckedValue) = (0.0, false);
        Bound? least = null;
        foreach (var member in members)
        {
            if (IsItself(member.Member))
            {
                if (Without(member.Member) is not { } none)
                    return null;
                if (member.Member.Required)
                    json.Add($"{CanonicalJson.Text(member.Name)}:{none}");
                continue;
            }

            var best = binder.For(member).FirstOrDefault();
            if (member.Member is { Kind: ValueKind.Enum, Allowed: [var only] })
            {
                json.Add($"{CanonicalJson.Text(member.Name)}:{CanonicalJson.Text(only)}");
                spoken += best is { Source: Source.Said } ? 1 : 0;
                continue;
            }

            if (best is null || (!member.Member.Required && best.Source is not (Source.Said or Source.Answered or Source.Focus)))
            {
                if (!member.Member.Required)
                    continue;
                if (!member.Member.Nullable)
                    return null;
                json.Add($"{CanonicalJson.Text(member.Name)}:null");
                continue;
            }

            json.Add($"{CanonicalJson.Text(member.Name)}:{best.Json}");
            uncheckedValue |= best.Unchecked;
            if (least is null || best.Score < least.Score)
                least = best;
        }

        var text = $"{{{string.Join(',', json.Order(StringComparer.Ordinal))}}}";
        // A case that the user names is meant rather than one that merely can be filled in.
        return new Bound(text, text, least?.Source ?? Source.Guess, (least?.Score ?? 0.2) + spoken, least?.Row, uncheckedValue);
    }

    // What was told once is told of the outer record alone: one that holds itself is put together without another one inside.
    private static bool IsItself(MemberContract member) => member.Target is not null || member.Element is { Target: not null };

    // What stands for no further record; null where there must be one.
    private static string? Without(MemberContract member) => member switch
    {
        { Required: false } => "",
        { Nullable: true } => "null",
        { Kind: ValueKind.Array } when (member.MinLength ?? 0) == 0 => "[]",
        { Kind: ValueKind.Map } => "{}",
        _ => null,
    };
}
