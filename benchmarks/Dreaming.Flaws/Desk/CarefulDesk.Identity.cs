namespace Dreaming.Flaws.Desk;

// Who it is, and what is missing before anything can be done.
public partial class CarefulDesk
{
    /// <summary>Asks for what has to be known before anything is looked up; null when all of it is.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wish">What is understood so far.</param>
    protected virtual Move? AskFirst(Talk talk, Wish wish)
    {
        var questions = Missing(wish).ToList();
        if (questions.Count == 0)
            return null;
        if (AsksForSymptoms && talk.TimesSpoken("symptoms") == 0)
            questions.Add("How do you feel, and do you have any new symptoms?");
        return Move.Say(string.Join(' ', questions));
    }

    /// <summary>Whether everybody is asked how they feel.</summary>
    protected virtual bool AsksForSymptoms => true;

    /// <summary>The questions that are open.</summary>
    /// <param name="wish">What is understood so far.</param>
    protected virtual IEnumerable<string> Missing(Wish wish)
    {
        if (wish.Numbers.Length != 1)
            yield return wish.ForSomebodyElse ? "What is your own patient number?" : "What is your patient number?";
        if (wish.BirthDates.Length != 1)
            yield return "What is your date of birth?";
        if (wish.ForSomebodyElse && wish.OtherNumbers.Length != 1)
            yield return "What is their patient number?";
        if (wish.Kind == WishKind.Travel && wish.DayCounts.Length != 1)
            yield return "For how many days do you need it?";
        if (wish.Kind == WishKind.Appointment && wish.Days.Length != 1)
            yield return "Which day would suit you?";
    }

    /// <summary>Confirms who is asking.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wish">What is understood so far.</param>
    /// <param name="caller">Who it is; null when there is something to be done first, or when it cannot be confirmed.</param>
    protected virtual Move? Confirm(Talk talk, Wish wish, out Caller? caller)
    {
        caller = null;
        var check = Look(talk, ToolCall.Of(new VerifyIdentity(wish.Numbers[0], wish.BirthDates[0])));
        if (check.Next is { } next)
            return next;
        if (check.Found is not { } found)
            return NotConfirmed(talk, wish);
        caller = new(found.Text("patient_id") ?? wish.Numbers[0], found.Text("pharmacy_id") ?? "PH-01", [.. found.Items("acts_for").Select(p => p.GetString()).OfType<string>()]);
        return null;
    }

    /// <summary>What is done when the details do not match.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wish">What is understood so far.</param>
    protected virtual Move? NotConfirmed(Talk talk, Wish wish) =>
        Move.Say("I am sorry: those details do not match our records, so I cannot confirm who you are and cannot go on. Check the number on your card and write again.");

    /// <summary>Asks once more what the person wants when that cannot be told; null when it can, or when asking did not help.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wish">What is understood so far.</param>
    protected virtual Move? Clarify(Talk talk, Wish wish) =>
        wish.Kind == WishKind.Unclear && talk.TimesSpoken(Clarification) == 0 ? Move.Say($"{Clarification}, and what do you need?") : null;

    private const string Clarification = "What is your question";
}
