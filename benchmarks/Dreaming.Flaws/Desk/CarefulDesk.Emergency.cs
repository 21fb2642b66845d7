namespace Dreaming.Flaws.Desk;

// A red flag comes before everything else.
public partial class CarefulDesk
{
    /// <summary>What is done about an emergency; null when there is none.</summary>
    /// <param name="talk">The conversation so far.</param>
    protected virtual Move? Emergency(Talk talk)
    {
        var report = talk.Said.FirstOrDefault(Reader.IsRedFlag);
        if (report is null)
            return null;
        // The number is left out: nobody has confirmed it, and a clinician can ask.
        var handover = Look(talk, ToolCall.Of(new EscalateToClinician(EmergencyUrgency, $"Red flag, in the person's words: {Short(report, 400)}"))).Next
            ?? Move.Say("A clinician has taken over. Please call the emergency number, 999, now.");
        return handover.Words is null && talk.TimesSpoken("999") == 0 ? handover with { Words = "Please call the emergency number, 999, now. I am handing you to a clinician at once." } : handover;
    }

    /// <summary>How urgent a handover after a red flag is.</summary>
    protected virtual Urgency EmergencyUrgency => Urgency.Emergency;

    private protected static string Short(string text, int length) => text.Length <= length ? text : text[..length];
}
