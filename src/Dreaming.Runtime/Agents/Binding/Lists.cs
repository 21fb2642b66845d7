using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Binding;

/// <summary>Finds values for slots that are lists of scalars.</summary>
internal static class Lists
{
    private const int Longest = 8;

    /// <summary>All elements that the user speaks of, then the likeliest one alone, then each of the next by itself.</summary>
    public static void Collect(Slot slot, Binder binder, List<Bound> found)
    {
        var elements = binder.For(slot.Element!);
        if (elements.Count == 0)
            return;
        var meant = elements.Where(e => e.Source is Source.Said or Source.Answered or Source.Focus).Take(Longest).ToList();
        if (meant.Count > 1)
            found.Add(Of(meant, meant[0].Score + 0.01));
        for (var i = 0; i < elements.Count; i++)
            found.Add(Of([elements[i]], elements[i].Score));
    }

    private static Bound Of(List<Bound> elements, double score) => new(
        $"[{string.Join(',', elements.Select(e => e.Json))}]",
        string.Join(", ", elements.Select(e => e.Text)),
        elements[0].Source,
        score,
        elements[0].Row,
        elements.Exists(e => e.Unchecked));
}
