using System.Text.RegularExpressions;

namespace OrderDesk;

/// <summary>What can be told from words alone, kept to phrases that mean the same thing in any sentence.</summary>
public static partial class Phrases
{
    /// <summary>The user agrees: a yes-word, and no refusal or change of mind before it that was not settled afterwards.</summary>
    public static bool Agrees(string text)
    {
        var no = No().Match(text);
        if (no.Success && Settled().IsMatch(text, no.Index))
            return true;
        var yes = Yes().Match(text);
        return yes.Success && (!no.Success || no.Index > yes.Index);
    }

    /// <summary>The user refuses, or asks to wait.</summary>
    public static bool Refuses(string text) => No().IsMatch(text);

    /// <summary>The user tells the desk to do it: agreement without a yes-word, when a confirmation was asked for.</summary>
    public static bool Instructs(string text) => Instruction().IsMatch(text) && !Refuses(text);

    public static bool NamesPaymentMethod(string text) => PaymentMethod().IsMatch(text);

    /// <summary>The words name one of the two reasons for which the shop cancels, or mean it.</summary>
    public static bool NamesReasonForCancelling(string text) => Reason().IsMatch(text);

    /// <summary>The words ask whether all items are on the list, or say that there is one chance only.</summary>
    public static bool RemindsOfAllItems(string text) => AllItems().IsMatch(text);

    /// <summary>The words tell the customer that a human takes over now.</summary>
    public static bool AnnouncesTransfer(string text) => Mentions(text, "being transferred to a human");

    public static bool Mentions(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    public static bool MentionsAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Mentions(text, word))
                return true;
        return false;
    }

    /// <summary>The e-mail addresses in a text.</summary>
    public static IEnumerable<string> Emails(string text) => Email().Matches(text).Select(m => m.Value.TrimEnd('.'));

    [GeneratedRegex(@"\b(yes|yep|yeah|yup|sure|confirm|confirmed|correct|absolutely|definitely|go ahead|please proceed|proceed|ok|okay|sounds good|looks good|that works|works for me|that is right|that's right|that’s right|please do|do it|i agree|let['’]s (go|do|just do))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^\W*(no|nope|wait|stop|hold on|actually no|not yet)\b|\b(do not|don't|don’t) (cancel|return|exchange|change|modify|proceed|do)\b|\bnot yet\b(?! (processed|shipped|sent|delivered))|\bcan(not|'t|’t) confirm\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex No();

    // What somebody says who has thought it over: "Wait, so ...? Fine, let's just do it."
    [GeneratedRegex(@"\b(let['’]s (just )?do it|please (submit|proceed)|(fine|okay|ok|yes),? (go ahead|please))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Settled();

    [GeneratedRegex(@"\bplease (cancel|return|exchange|swap|change|update|modify|submit|process|make)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"\b(card|visa|mastercard|amex|paypal|gift[ _-]?card|payment method|(same|original|that|this) (payment|method)|how I paid)\b|\b((gift_|credit_)?card|paypal)_\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PaymentMethod();

    [GeneratedRegex(@"\b(no longer (need|want)\w*|do(n['’]t| not) (need|want)|not needed|mistake\w*|accident\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();

    [GeneratedRegex("""
        \b( all\ (of\ )?(the\ |your\ )?items | every\ item | only\ items? | single[- ]item\ (swap|change|modification|exchange) | everything\ you | complete\ list | (is|are|be)\ final
        | (any|no)\ (other|further|additional|more)\ (items?|changes?|modifications?) | (other|more)\ items | all\ (of\ )?the\ changes | the\ only\ change | (exchang|swap|modify|chang)\w*\ only
        | anything\ else\ (in|on|from|to) | (only\ (be\ )?(done\ )?|just\ )once | one[- ]time
        | items?\ you\ (want|would\ like|['’]d\ like)\ to\ (change|modify|exchange|swap)
        | can(not|['’]t)\ (be\ )?(made?\ )?(any\ )?(further\ )?(change|modif)\w* )\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AllItems();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
