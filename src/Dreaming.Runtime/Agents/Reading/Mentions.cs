using System.Text.Json;
using Dreaming.Agents.Language;
using Dreaming.Contracts;

namespace Dreaming.Agents.Reading;

/// <summary>Which of the objects that tools have shown the user speaks of. Later words count more, and what is said not to be meant counts against.</summary>
internal sealed class Mentions
{
    private readonly Dictionary<string, int> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _denied = new(StringComparer.Ordinal);
    private readonly Dictionary<SeenRow, (double Score, string? By)> _scores = [];
    private readonly HashSet<(int Text, DateOnly Date)> _dates = [];

    public Mentions(ConversationState state)
    {
        for (var i = 0; i < state.User.Count; i++)
        {
            foreach (var word in state.User[i].Text.Words)
                (word.Denied ? _denied : _said)[word.Stem] = i;
            foreach (var (date, _, denied) in state.User[i].Text.Dates)
                if (!denied)
                    _dates.Add((i, date));
        }

        foreach (var call in state.Calls)
            if (call.Reply is { } reply && call.Succeeded)
                foreach (var row in reply.Rows)
                    _scores.TryAdd(row, ScoreOf(row));
    }

    /// <summary>0 when the user does not speak of it, negative when the user says that it is not meant; greater for later and for fuller mentions.</summary>
    public double Of(SeenRow row) => _scores.GetValueOrDefault(row).Score;

    /// <summary>The value by which the user speaks of it; null when the user does not.</summary>
    public string? By(SeenRow row) => _scores.GetValueOrDefault(row).By;

    private (double Score, string? By) ScoreOf(SeenRow row)
    {
        var best = 0.0;
        string? by = null;
        var further = -1;
        foreach (var value in row.Values)
        {
            if (value.Sensitive || value.Kind != JsonValueKind.String || value.Contract is { Kind: ValueKind.Enum } || value.Text.Length > 80)
                continue;
            var score = ScoreOf(value.Text);
            if (score < 0)
                return (-1, null);
            if (score >= 1)
                further++;
            if (score > best)
                (best, by) = (score, value.Text);
        }

        return (further > 0 ? best + (0.25 * further) : best, by);
    }

    private double ScoreOf(string value)
    {
        if (value.Length == 10 && DateOnly.TryParseExact(value, "yyyy-MM-dd", out var date))
        {
            var latest = -1;
            foreach (var (text, said) in _dates)
                if (said == date)
                    latest = Math.Max(latest, text);
            return latest + 1;
        }

        int stems = 0, found = 0, denied = 0, earliest = int.MaxValue, latestDenial = -1;
        foreach (var word in Words.Of(value))
        {
            if (Words.IsStop(word.Stem) && word.Stem.Length < 2)
                continue;
            stems++;
            var said = _said.GetValueOrDefault(word.Stem, -1);
            var no = _denied.GetValueOrDefault(word.Stem, -1);
            if (no >= 0 && no >= said)
            {
                denied++;
                latestDenial = Math.Max(latestDenial, no);
            }
            else if (said >= 0)
            {
                found++;
                earliest = Math.Min(earliest, said);
            }
        }

        if (stems == 0)
            return 0;
        if (denied == stems)
            return -1;
        if (found == stems)
            return earliest + 1;
        return found * 2 >= stems ? 0.5 * found / stems : 0;
    }
}
