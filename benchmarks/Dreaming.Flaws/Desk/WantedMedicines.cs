using System.Text.RegularExpressions;

namespace Dreaming.Flaws.Desk;

/// <summary>The medicines that somebody wants, read against those that they have.</summary>
/// <param name="Slots">One entry a medicine; several names while it is open which one is meant.</param>
/// <param name="Missing">Medicines that were spoken of and not named.</param>
/// <param name="OtherMissing">What is missing is the other one of two.</param>
public sealed partial record WantedMedicines(ImmutableArray<ImmutableArray<string>> Slots, int Missing, bool OtherMissing)
{
    /// <summary>Reads a conversation.</summary>
    /// <param name="talk">The conversation.</param>
    /// <param name="reader">Reads the words.</param>
    /// <param name="names">The medicines that the person has.</param>
    public static WantedMedicines Of(Talk talk, Reader reader, IReadOnlyCollection<string> names)
    {
        var opening = talk.Said is [var first, ..] ? first : "";
        var slots = Opening(opening, reader.Medicines(opening, names));
        var unnamed = Unnamed().Matches(opening);
        var missing = unnamed.Count;
        foreach (var text in talk.Said.Skip(1))
        {
            var mentions = reader.Medicines(text, names);
            for (var i = 0; i < mentions.Length; i++)
            {
                var (name, at, end) = mentions[i];
                if (reader.IsTakenBack(text, at))
                    continue;
                var next = i + 1 < mentions.Length ? mentions[i + 1] : default;
                var corrects = text.AsSpan(end).StartsWith(", not ", StringComparison.Ordinal);
                var wrong = corrects && next.Value is not null && next.At == end + ", not ".Length && reader.IsTakenBack(text, next.At) ? next.Value : null;
                Take(slots, name, corrects || Another().IsMatch(text.AsSpan(0, at)), wrong, ref missing);
            }
        }

        return new([.. slots], missing, unnamed.Any(m => m.Value.StartsWith("other", StringComparison.OrdinalIgnoreCase)));
    }

    // "A or B" is one medicine; everything else is one each.
    private static List<ImmutableArray<string>> Opening(string text, ImmutableArray<Mention<string>> mentions)
    {
        var slots = new List<ImmutableArray<string>>();
        for (var i = 0; i < mentions.Length; i++)
            if (i > 0 && text[mentions[i - 1].End..mentions[i].At].Trim().Equals("or", StringComparison.OrdinalIgnoreCase))
                slots[^1] = [.. slots[^1].Append(mentions[i].Value).Distinct(StringComparer.Ordinal)];
            else
                slots.Add([mentions[i].Value]);
        return slots;
    }

    private static void Take(List<ImmutableArray<string>> slots, string name, bool isNew, string? wrong, ref int missing)
    {
        var open = slots.FindIndex(s => s.Length > 1 && s.Contains(name));
        if (wrong is not null && slots.FindIndex(s => s.Contains(wrong)) is >= 0 and var corrected)
            slots[corrected] = [name];
        else if (open >= 0)
            slots[open] = [name];
        else if (slots.Exists(s => s is [var only] && only == name))
            return;
        else if (missing > 0)
        {
            slots.Add([name]);
            missing--;
        }
        else if (slots.Count == 0 || isNew)
            slots.Add([name]);
    }

    // "My medication is ...", "my other medication is ...", whatever the slips in it.
    [GeneratedRegex(@"\bmy (\w+ )?\w+ is $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    [GeneratedRegex(@"\b(other )?medication\b(?! review)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unnamed();
}
