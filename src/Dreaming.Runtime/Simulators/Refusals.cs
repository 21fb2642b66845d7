using System.Collections.Frozen;
using Dreaming.Contracts;

namespace Dreaming.Simulators;

/// <summary>
/// Tells when an id or a search term is of a form that was only ever turned down: calls that succeeded had arguments of few forms, each met again and again, and whatever had
/// another form was refused in the same words.
/// </summary>
internal sealed class Refusals
{
    private const int LeastSuccesses = 8;
    private readonly FrozenDictionary<string, (FrozenSet<string> Forms, RefusalText Text)> _byTool;

    private Refusals(Dictionary<string, (FrozenSet<string>, RefusalText)> byTool) => _byTool = byTool.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The refusal of a call whose arguments have a form that never succeeded; null when the form says nothing.</summary>
    public Answered? Of(Asked call) =>
        _byTool.TryGetValue(call.Tool.Name, out var known) && Form(call) is { } form && !known.Forms.Contains(form) && known.Text.Say(call.Arguments, null) is { } text ? new(true, text) : null;

    public static Refusals Learn(DomainManifest domain, ILookup<string, Step> byTool)
    {
        var learnt = new Dictionary<string, (FrozenSet<string>, RefusalText)>(StringComparer.Ordinal);
        foreach (var tool in domain.Tools.Where(t => t.Effect == Effect.Read))
        {
            // A call counts once, however often it was made.
            var calls = byTool[tool.Name].Where(s => s.Answer is not null && Form(s.Call) is not null).DistinctBy(s => s.Call.Signature).ToList();
            var forms = calls.Where(s => !s.Answer!.Refused).GroupBy(s => Form(s.Call)!, StringComparer.Ordinal).ToList();
            var succeeded = forms.Select(f => f.Key).ToFrozenSet(StringComparer.Ordinal);
            var texts = calls.Where(s => s.Answer!.Refused && !succeeded.Contains(Form(s.Call)!)).Select(s => RefusalText.Of(s.Answer!.Content, s.Call.Arguments, null)).Distinct().ToList();
            if (texts.Count == 1 && forms.Sum(f => f.Count()) >= LeastSuccesses && forms.All(f => f.Count() > 1))
                learnt.Add(tool.Name, (succeeded, texts[0]));
        }

        return new(learnt);
    }

    private static string? Form(Asked call)
    {
        var texts = call.Tool.Parameters.Select(p => Json.Text(call.Arguments, p.Name)).ToList();
        return texts.Count == 0 || texts.Contains(null) ? null : string.Join('\n', texts.Select(t => Json.Shape(t!)));
    }
}
