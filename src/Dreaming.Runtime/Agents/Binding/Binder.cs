using System.Globalization;
using System.Text.Json;
using Dreaming.Agents.Language;
using Dreaming.Agents.Reading;
using Dreaming.Contracts;

namespace Dreaming.Agents.Binding;

/// <summary>Finds values for slots in a conversation: in the user's words, in what tools have shown, in earlier calls. Domain-free: it knows contracts and nothing else.</summary>
internal sealed class Binder(ConversationState state)
{
    private const int Most = 6;
    private const double Later = 0.1;

    private readonly Dictionary<int, IReadOnlyList<Bound>> _bySlot = [];

    /// <summary>The values for a slot, most likely first, without repetition.</summary>
    public IReadOnlyList<Bound> For(Slot slot)
    {
        if (slot.Index >= 0 && _bySlot.TryGetValue(slot.Index, out var known))
            return known;
        var found = new List<Bound>();
        Collect(slot, found);
        var values = new List<Bound>();
        foreach (var bound in found.OrderByDescending(b => b.Score))
            if (values.Count < Most && !values.Any(v => v.Json == bound.Json))
                values.Add(bound);
        if (slot.Index >= 0)
            _bySlot[slot.Index] = values;
        return values;
    }

    /// <summary>The best two values are equally likely: only the user can tell.</summary>
    public bool IsOpen(Slot slot)
    {
        var values = For(slot);
        if (values.Count == 0 || values[0].Source is Source.Listed or Source.Example)
            return true;
        return values.Count > 1 && values[0].Source is Source.Said or Source.Focus && values[0].Score - values[1].Score < Later / 2;
    }

    private void Collect(Slot slot, List<Bound> found)
    {
        Pseudonyms(slot, found);
        if (slot.IsProse)
        {
            if (Prose.From(state, slot.Member) is { } prose)
                found.Add(new Bound(CanonicalJson.Text(prose), prose, Source.Worded, 0.5));
            return;
        }

        switch (slot.Member.Kind)
        {
            case ValueKind.String when !slot.Choices.IsEmpty:
            case ValueKind.Enum:
                Choices(slot, found);
                break;
            case ValueKind.String:
            case ValueKind.Guid:
                Texts(slot, found);
                Said(slot, found, text => Addresses.In(text.Text, slot.Member.Format));
                Seen(slot, found, JsonValueKind.String);
                break;
            case ValueKind.Date:
                DatesSaid(slot, found);
                Seen(slot, found, JsonValueKind.String);
                break;
            case ValueKind.Time:
            case ValueKind.Instant:
                Seen(slot, found, JsonValueKind.String);
                break;
            case ValueKind.Duration:
                Said(slot, found, text => Durations.In(text).Select(d => (JsonDuration.Text(d.Length), d.Start)));
                Seen(slot, found, JsonValueKind.String);
                break;
            case ValueKind.Uri:
                Said(slot, found, text => Addresses.UrisIn(text.Text));
                Seen(slot, found, JsonValueKind.String);
                break;
            case ValueKind.Integer:
            case ValueKind.Number:
                NumbersSaid(slot, found);
                Seen(slot, found, JsonValueKind.Number);
                foreach (var example in slot.Member.Examples)
                    if (decimal.TryParse(example, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                        found.Add(new Bound(Number(number), example, Source.Example, 0.4));
                break;
            case ValueKind.Boolean:
                found.Add(new Bound("true", "true", Source.Guess, 0.2));
                found.Add(new Bound("false", "false", Source.Guess, 0.1));
                break;
            case ValueKind.Array when slot.Element is not null:
                Lists.Collect(slot, this, found);
                break;
            case ValueKind.Object or ValueKind.Union:
                Composites.Collect(slot, this, found);
                break;
        }
    }

    private void Pseudonyms(Slot slot, List<Bound> found)
    {
        for (var i = 0; i < state.User.Count; i++)
            foreach (var (member, text, start) in state.User[i].Text.Pseudonyms)
                if (member == slot.Name && !TextReading.DeniedAt(state.User[i].Text.Words, start))
                    found.Add(new Bound(CanonicalJson.Text(text), text, Source.Said, 3.5 + (Later * i), null, Unchecked: true));
    }

    private void Texts(Slot slot, List<Bound> found)
    {
        for (var i = 0; i < state.User.Count; i++)
        {
            var text = state.User[i].Text;
            if (slot.Shape is { } shape)
            {
                foreach (var chunk in text.Chunks)
                {
                    if (chunk.Denied || IsLabelledOtherwise(slot, text, chunk.Start) || chunk.Forms.FirstOrDefault(shape.Fits) is not { } form)
                        continue;
                    found.Add(new Bound(CanonicalJson.Text(form), form, Source.Said, 3 + About(slot, text, chunk.Start) + (Later * i)));
                }
            }
            else if (Told(slot, text) is { } told && Fits(slot.Member, told))
            {
                found.Add(new Bound(CanonicalJson.Text(told), told, Source.Answered, 3.2 + (Later * i)));
            }
            else if (IsAnswerFor(slot, i) && Answers.Bare(text) is { } answer && Fits(slot.Member, answer))
            {
                found.Add(new Bound(CanonicalJson.Text(answer), answer, Source.Answered, 3 + (Later * i)));
            }
        }
    }

    private static string? Told(Slot slot, TextReading text)
    {
        if (text.Told(slot.Words) is { } told)
            return told;
        return slot.NameStems.Contains("name") ? Answers.NameIn(text.Text, slot) : null;
    }

    private Act AskedBefore(int user)
    {
        var position = state.User[user].Position;
        for (var i = state.Agent.Count - 1; i >= 0; i--)
            if (state.Agent[i].Position < position)
                return state.Agent[i].Position == position - 1 ? state.Agent[i].Act : default;
        return default;
    }

    private void DatesSaid(Slot slot, List<Bound> found)
    {
        for (var i = 0; i < state.User.Count; i++)
        {
            var said = state.User[i].Text;
            foreach (var (date, start, denied) in said.Dates)
            {
                if (denied || IsLabelledOtherwise(slot, said, start))
                    continue;
                var about = About(slot, said, start);
                // A date that identifies a person is one only when it is called so or was asked for.
                if (about == 0 && slot.Member.Sensitive && !IsAnswerFor(slot, i))
                    continue;
                var text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                found.Add(new Bound($"\"{text}\"", text, Source.Said, 3 + about + (Later * i)));
            }
        }
    }

    // What can only be a value of this kind, wherever it stands.
    private void Said(Slot slot, List<Bound> found, Func<TextReading, IEnumerable<(string Text, int Start)>> values)
    {
        for (var i = 0; i < state.User.Count; i++)
        {
            var said = state.User[i].Text;
            foreach (var (text, start) in values(said))
                if (!TextReading.DeniedAt(said.Words, start) && !IsLabelledOtherwise(slot, said, start) && Fits(slot, text))
                    found.Add(new Bound(CanonicalJson.Text(text), text, Source.Said, 3.3 + About(slot, said, start) + (Later * i)));
        }
    }

    private bool IsAnswerFor(Slot slot, int user) => user > 0 && AskedBefore(user) is { Kind: ActKind.Ask } act && act.Subject == slot.Words;

    private void NumbersSaid(Slot slot, List<Bound> found)
    {
        for (var i = 0; i < state.User.Count; i++)
        {
            var text = state.User[i].Text;
            foreach (var number in text.Numbers)
            {
                if (number.Denied || (slot.Member.Minimum is { } least && number.Value < least) || (slot.Member.Maximum is { } most && number.Value > most))
                    continue;
                var about = About(slot, text, number.Start);
                if (about > 0 || IsAnswerFor(slot, i))
                    found.Add(new Bound(Number(number.Value), Number(number.Value), Source.Said, 3 + about + (Later * i)));
            }
        }
    }

    private void Choices(Slot slot, List<Bound> found)
    {
        var allowed = slot.Choices;
        var generic = slot.NameStems;
        for (var a = 0; a < allowed.Length; a++)
        {
            var stems = Words.Content(Words.OfName(allowed[a]));
            stems.RemoveAll(generic.Contains);
            var said = -1;
            for (var i = 0; i < state.User.Count && stems.Count > 0; i++)
                if (stems.TrueForAll(s => state.User[i].Text.Words.Exists(w => !w.Denied && w.Stem == s)))
                    said = i;
            found.Add(said >= 0
                ? new Bound(CanonicalJson.Text(allowed[a]), allowed[a], Source.Said, 3 + (Later * said))
                : new Bound(CanonicalJson.Text(allowed[a]), allowed[a], Source.Guess, (slot.Member.Examples.Contains(allowed[a]) ? 0.35 : 0.3) - (0.01 * a)));
        }
    }

    private void Seen(Slot slot, List<Bound> found, JsonValueKind kind)
    {
        var recency = 0.0;
        foreach (var call in state.Calls)
        {
            if (!call.Succeeded || call.Reply is null)
                continue;
            recency += 0.01;
            var order = 0.0;
            foreach (var row in call.Reply.Rows)
            {
                foreach (var value in row.Values)
                {
                    var match = Matching(slot, value, call);
                    if (match <= 0 || value.Kind != kind || !Fits(slot, value.Text))
                        continue;
                    order += 0.0001;
                    found.Add(FromRow(slot, value, match, recency - order));
                }
            }
        }

        foreach (var call in state.Calls)
            foreach (var (name, json) in call.Scalars)
                if (name == slot.Name && json != "null" && call.Answer is not (Answer.Refused or Answer.Invalid))
                    found.Add(new Bound(json, json.Trim('"'), Source.Before, 1.2 + (0.01 * call.Position)));
    }

    private Bound FromRow(Slot slot, SeenValue value, double match, double recency)
    {
        var mention = state.Mentions.Of(value.Row);
        var (source, score) = (mention, value.Row.Listed) switch
        {
            ( >= 1, _) => (Source.Focus, 3.2 + (Later * (mention - 1))),
            ( < 0, _) => (Source.Listed, 0.05),
            ( > 0, true) => (Source.Focus, 1.8 + mention),
            (_, true) => (Source.Listed, 1.0),
            _ => (Source.Shown, 2.5),
        };
        return new Bound(value.Json, value.Text, source, score - (1 - match) + recency, value.Row);
    }

    /// <summary>How well a value that was shown fits a slot by its name, from 0 to 1.</summary>
    public static double Matching(Slot slot, SeenValue value, CallSeen call)
    {
        if (value.Name == slot.Name)
            return 1;
        if (value.Name == "id" && value.Row.Container.Length > 0 && slot.Name == Words.Singular(value.Row.Container) + "_id")
            return 1;
        if (value.Name.Length + 3 == slot.Name.Length && slot.Name.EndsWith("_id", StringComparison.Ordinal) && slot.Name.StartsWith(value.Name, StringComparison.Ordinal))
            return 0.9;
        if (value.Name == call.Name && value.Row.Parent is null && call.Name.Contains(slot.Name, StringComparison.Ordinal))
            return 1;
        foreach (var prefix in (ReadOnlySpan<string>)["new_", "old_", "target_", "original_"])
            if (slot.Name.StartsWith(prefix, StringComparison.Ordinal) && value.Name.AsSpan().SequenceEqual(slot.Name.AsSpan(prefix.Length)))
                return 0.6;
        return 0;
    }

    private static double About(Slot slot, TextReading text, int start)
    {
        var shared = 0;
        foreach (var stem in text.Around(start))
            if (slot.NameStems.Contains(stem))
                shared++;
        return shared == 0 ? 0 : 0.3 + (0.2 * Math.Min(shared, slot.NameStems.Count) / slot.NameStems.Count);
    }

    // "My date of birth is ...": what is called by another slot's name is not this one's.
    private bool IsLabelledOtherwise(Slot slot, TextReading text, int start)
    {
        HashSet<string>? around = null;
        foreach (var other in state.Lexicon.Slots)
        {
            if (other == slot || other.Member.Kind != slot.Member.Kind || other.NameStems.Count < 2 || other.NameStems.TrueForAll(slot.NameStems.Contains))
                continue;
            around ??= [.. text.Around(start)];
            if (other.NameStems.TrueForAll(around.Contains) && !slot.NameStems.TrueForAll(around.Contains))
                return true;
        }

        return false;
    }

    private static bool Fits(Slot slot, string text) => slot.Shape is null ? Fits(slot.Member, text) : slot.Shape.Fits(text);

    private static bool Fits(MemberContract member, string text) =>
        text.Length > 0 && JsonTextFormats.Has(member.Format, text) && (member.Kind != ValueKind.Duration || JsonDuration.TryParse(text, out _)) && (member.Kind != ValueKind.Uri || JsonTextFormats.IsUri(text)) && (member.MaxLength is not { } most || text.Length <= most) && (member.MinLength is not { } least || text.Length >= least);

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
