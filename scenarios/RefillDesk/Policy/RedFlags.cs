using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace RefillDesk;

internal static partial class RedFlags
{
    public static bool WereReported(Trajectory trajectory) => trajectory.UserTexts.Any(IsIn);

    public static bool IsIn(string text)
    {
        // Every pattern needs one of these words. Letters beyond ASCII may stand for plain ones, and are left to the patterns.
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAny(_alarming))
            return false;
        foreach (Match flag in Flag().Matches(text))
            if (!Negation().IsMatch(text[..flag.Index]))
                return true;
        return false;
    }

    // Where the first report stands; -1 when there is none.
    public static int FirstReport(Trajectory trajectory)
    {
        for (var i = 0; i < trajectory.Events.Length; i++)
            if (trajectory.Events[i] is UserSaid said && IsIn(said.Text))
                return i;
        return -1;
    }

    private static readonly SearchValues<string> _alarming = SearchValues.Create(
        [
            "chest", "breath", "droop", "sagg", "slur", "one", "swelling", "swollen", "closing", "overdos", "took", "myself", "life", "suicid", "blood", "bleeding", "passed", "collapsed",
            "unconscious",
        ],
        StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""
        chest\s+(pain|pressure|tightness|is\s+tight) | (pain|pressure|tightness)\s+in\s+my\s+chest
        | (ca?n['’]?t|can\s?not|hard\s+to|trouble|difficulty|struggling\s+to)\s+(breath|catch\s+my\s+breath) | short(ness)?\s+of\s+breath
        | (face|mouth)\s+(is\s+)?(droop|sagg) | slurr(ed|ing) | (weak|numb)\w*\s+(on|down)\s+one\s+side
        | (tongue|lips?|throat|face)\s+(is|are)\s+(swelling|swollen|closing)
        | overdos | took\s+(the\s+whole|too\s+many|all\s+of\s+(my|the))
        | (kill|harm|hurt)\s+myself | end\s+my\s+life | suicid
        | (vomit\w*|threw|thrown|throwing|cough\w*)\s+(up\s+)?blood | bleeding\s+(that\s+)?(wo?n['’]?t|will\s+not|does\s?n['’]?t)\s+stop
        | (passed\s+out|collapsed|unconscious)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Flag();

    // "no", "I don't have any", "no headache or": a denial that reaches right up to the words it denies. Anything looser would miss a report.
    [GeneratedRegex(@"\b(no|without|don['’]?t\s+have|do\s+not\s+have|haven['’]?t\s+had|not\s+had|never\s+had)\s+(any\s+)?((\w+\s+){1,3}(or|nor)\s+)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Negation();
}
