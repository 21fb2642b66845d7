using System.Text;
using Dreaming.Agents.Binding;
using Dreaming.Agents.Reading;

namespace Dreaming.Agents.Candidates;

/// <summary>Something that the agent could do next.</summary>
internal sealed class Candidate
{
    private readonly Func<string>? _wording;
    private AgentAction? _action;
    private string? _content;

    private Candidate(ActKind kind, string subject, string? content, Func<string>? wording = null)
    {
        Kind = kind;
        Subject = subject;
        _content = content;
        _wording = wording;
    }

    /// <summary><see cref="ActKind.None"/> for a call.</summary>
    public ActKind Kind { get; }
    /// <summary>The slot or tool that it is about, in words.</summary>
    public string Subject { get; }
    /// <summary>The tool that is called, confirmed or reported on.</summary>
    public ToolEntry? Tool { get; private init; }
    public Slot? Slot { get; private init; }
    /// <summary>The values that a call binds, by parameter; null where the parameter is left out.</summary>
    public Bound?[] Values { get; private init; } = [];
    /// <summary>How many of the values are not the likeliest ones.</summary>
    public int Deviations { get; private init; }
    /// <summary>The arguments of a call as canonical JSON; the text of words.</summary>
    public string Content => _content ??= _wording!();

    public bool IsCall => Kind == ActKind.None;

    public AgentAction Action => _action ??= IsCall ? new CallTool(Tool!.Contract.Name, new RawJson(Content)) : new Say(Content);

    public static Candidate Call(ToolEntry tool, Bound?[] values, int deviations)
    {
        var arguments = new StringBuilder("{");
        for (var i = 0; i < values.Length; i++)
            if (values[i] is { } value)
                CanonicalJson.Append(arguments, tool.Parameters[i].Name, value.Json);
        return new(ActKind.None, tool.Words, arguments.Append('}').ToString()) { Tool = tool, Values = values, Deviations = deviations };
    }

    // Words are put together only when somebody wants to read them: of all candidates one is taken.
    public static Candidate Confirm(Candidate call) => new(ActKind.Confirm, call.Subject, null, () => Phrasing.Confirm(call.Tool!, Said(call)))
    {
        Tool = call.Tool,
        Values = call.Values,
        Deviations = call.Deviations,
    };

    public static Candidate Ask(Slot slot) => new(ActKind.Ask, slot.Words, slot.Asking) { Slot = slot };

    public static Candidate Which(string memberWords, IReadOnlyList<string> values) => new(ActKind.Which, memberWords, null, () => Phrasing.Which(memberWords, values));

    public static Candidate Words(ActKind kind, Func<string> wording, ToolEntry? tool = null) => new(kind, tool?.Words ?? "", null, wording) { Tool = tool };

    private static IEnumerable<(string, string)> Said(Candidate call)
    {
        for (var i = 0; i < call.Values.Length; i++)
            if (call.Values[i] is { } value && !call.Tool!.Parameters[i].Member.Sensitive)
                yield return (call.Tool.Parameters[i].Name, value.Text);
    }
}
