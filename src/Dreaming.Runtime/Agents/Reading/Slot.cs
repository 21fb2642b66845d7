using System.Collections.Immutable;
using Dreaming.Agents.Language;
using Dreaming.Contracts;

namespace Dreaming.Agents.Reading;

/// <summary>A parameter that one or several tools take under the same name and contract: something that the conversation may yield a value for.</summary>
internal sealed class Slot
{
    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal)
    {
        "text", "messag", "mess", "not", "note", "summary", "reason", "comment", "detail", "body", "content", "question", "description", "thought", "explanation",
    };

    private Slot[][]? _cases;

    public Slot(int index, MemberContract member)
    {
        Index = index;
        Member = member;
        Words = Language.Words.OfName(member.Name);
        NameStems = Language.Words.Content(Words);
        if (NameStems.Count == 0)
            NameStems = [Language.Words.Stem(Words)];
        AllStems = [.. NameStems.Union(Language.Words.Content(member.Description), StringComparer.Ordinal)];
        var text = member.Kind == ValueKind.String && member.Allowed.IsEmpty;
        Shape = text ? Shape.Of(member.Pattern, member.Examples) : null;
        // Several examples in words are a choice, whatever the contract would also take.
        Choices = !text ? member.Allowed : Shape is null && member.Examples.Length > 1 ? member.Examples : [];
        IsProse = text && Shape is null && Choices.IsEmpty && NameStems.Any(Prose.Contains);
        if (member is { Kind: ValueKind.Array, Element: { } element })
            Element = new Slot(-1, element with { Name = Language.Words.Singular(member.Name), Description = member.Description });
        Asking = Phrasing.Ask(this);
    }

    public int Index { get; }
    public MemberContract Member { get; }
    public string Name => Member.Name;
    /// <summary>The name as words: "date of birth".</summary>
    public string Words { get; }
    public List<string> NameStems { get; }
    /// <summary>The words of name and description.</summary>
    public List<string> AllStems { get; }
    public Shape? Shape { get; }
    /// <summary>The values to choose from; empty when there is no such list.</summary>
    public ImmutableArray<string> Choices { get; }
    /// <summary>Free text that the agent words itself.</summary>
    public bool IsProse { get; }
    /// <summary>For a list: what one of its elements is.</summary>
    public Slot? Element { get; }
    /// <summary>For an object: its members, once. For a union: the members of each case. Made when first asked for.</summary>
    public Slot[][] Cases => _cases ??= Member.Kind == ValueKind.Union ? [.. Member.Cases.Select(Slots)] : [Slots(Member)];
    /// <summary>The question for it.</summary>
    public string Asking { get; }

    /// <summary>Two parameters with this text are the same slot.</summary>
    public static string KeyOf(MemberContract m) =>
        $"{m.Name}|{m.Kind}|{m.Pattern}|{string.Join(',', m.Allowed)}|{m.Sensitive}|{m.Element?.Kind}{string.Concat(m.Members.Concat(m.Cases).Select(inner => "{" + KeyOf(inner) + "}"))}{m.Reference}";

    private static Slot[] Slots(MemberContract contract) => [.. contract.Members.Select(m => new Slot(-1, m))];
}
