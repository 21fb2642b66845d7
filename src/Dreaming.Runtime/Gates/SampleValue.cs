using System.Globalization;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Episodes;

namespace Dreaming.Gates;

/// <summary>A value made from nothing but its contract, as JSON. Records that hold themselves end where they may.</summary>
internal static class SampleValue
{
    private const int Deepest = 8;
    private static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>The examples that a contract gives.</summary>
    public static IEnumerable<string> Examples(MemberContract member) => member.Examples.Select(e => Literal(member.Kind, e));

    /// <summary>A value; where patterns or lists of what is denied stand in the way, one that the validator may still refuse.</summary>
    public static string Of(MemberContract member) => Of(member, 0, 0);

    // The index tells the elements of a list apart.
    private static string Of(MemberContract member, int index, int depth) => member switch
    {
        { Examples: [var example, ..] } when index == 0 => Literal(member.Kind, example),
        { Allowed.IsEmpty: false } => Literal(member.Kind, member.Allowed[index % member.Allowed.Length]),
        { Target: not null } => depth < Deepest ? Of(member.Resolved(), index, depth + 1) : "null",
        { Kind: ValueKind.String } => Quote(Text(member, index)),
        { Kind: ValueKind.Integer } => (Whole(member) + index).ToString(CultureInfo.InvariantCulture),
        { Kind: ValueKind.Number } => (Real(member) + (index / 1000m)).ToString(CultureInfo.InvariantCulture),
        { Kind: ValueKind.Boolean } => index % 2 == 0 ? "true" : "false",
        { Kind: ValueKind.Date } => Quote(Day.AddDays(index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        { Kind: ValueKind.Time } => Quote(new TimeOnly(9, 0).AddMinutes(index).ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        { Kind: ValueKind.Instant } => Quote(Day.AddDays(index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T09:00:00+00:00"),
        { Kind: ValueKind.Duration } => Quote(JsonDuration.Text(TimeSpan.FromHours(index + 1))),
        { Kind: ValueKind.Uri } => Quote(Page(index)),
        { Kind: ValueKind.Guid } => $"\"4b4f3e0a-5a3c-4d6e-9f3a-{index:x12}\"",
        { Kind: ValueKind.Array, Element: { } element } => $"[{string.Join(',', Enumerable.Range(0, Length(member, element)).Select(i => Of(element, i, depth)))}]",
        { Kind: ValueKind.Map, Element: { } element } => element.Target is null ? $"{{\"key\":{Of(element, index, depth)}}}" : "{}",
        { Kind: ValueKind.Object } => Record(member, index, depth),
        { Kind: ValueKind.Union, Cases: [var first, ..] } => Record(member.Cases.FirstOrDefault(c => c.Members.All(EndsAtOnce)) ?? first, index, depth),
        _ => "{}",
    };

    // What holds the record itself again is left out, or null, or empty, where the contract lets it.
    private static string Record(MemberContract record, int index, int depth) => $"{{{string.Join(',', record.Members
        .Where(m => m.Required || EndsAtOnce(m))
        .Select(m => Quote(m.Name) + ":" + (!EndsAtOnce(m) && m.Nullable ? "null" : Of(m, index, depth))))}}}";

    private static bool EndsAtOnce(MemberContract member) => member.Target is null && (member.Element is not { Target: not null } || member.Kind == ValueKind.Map || (member.MinLength ?? 0) == 0);

    private static int Length(MemberContract list, MemberContract element) => element.Target is null ? Math.Max(1, list.MinLength ?? 1) : list.MinLength ?? 0;

    private static string Text(MemberContract member, int index)
    {
        var text = member.Format switch
        {
            JsonTextFormat.Email => $"{(char)('a' + (index % 26))}@example.org",
            JsonTextFormat.Url => Page(index),
            JsonTextFormat.Base64 => Convert.ToBase64String([(byte)index, 0, 0]),
            _ => index == 0 ? "" : index.ToString(CultureInfo.InvariantCulture),
        };
        var least = member.Format == JsonTextFormat.None ? Math.Max(1, member.MinLength ?? 1) : text.Length;
        text = text.PadLeft(least, 'a');
        return member.Format == JsonTextFormat.None && member.MaxLength is { } most && text.Length > most ? text[^most..] : text;
    }

    private static string Page(int index) => index == 0 ? "https://example.org/" : $"https://example.org/{index}";

    private static decimal Whole(MemberContract member) => member.Minimum is { } least ? Math.Ceiling(least) : member.Maximum is { } greatest ? Math.Min(1, Math.Floor(greatest)) : 1;

    // Between two bounds where one of them is itself not allowed.
    private static decimal Real(MemberContract member) => member switch
    {
        { Minimum: { } least, Maximum: { } most } when member.ExclusiveMinimum || member.ExclusiveMaximum => least + ((most - least) / 2),
        { Minimum: { } least } => member.ExclusiveMinimum ? least + 1 : least,
        { Maximum: { } most } => member.ExclusiveMaximum ? most - 1 : most,
        _ => 1,
    };

    private static string Literal(ValueKind kind, string text) => kind is ValueKind.Integer or ValueKind.Number or ValueKind.Boolean or ValueKind.Array or ValueKind.Map or ValueKind.Object or ValueKind.Any or ValueKind.Union
        ? text
        : Quote(text);

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
