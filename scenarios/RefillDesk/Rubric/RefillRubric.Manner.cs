namespace RefillDesk;

public static partial class RefillRubric
{
    private const int MostQuestions = 2;
    private const int FewMessages = 8;

    [Criterion("asks-for-the-birth-date", Quest.Understanding, 3, "Asks for the date of birth when the user has not given it.")]
    public static Verdict AsksForTheBirthDate(Trajectory trajectory)
    {
        var firstVerification = trajectory.Calls<VerifyIdentity>().Select(v => v.Index).DefaultIfEmpty(trajectory.Events.Length).First();
        if (RedFlags.FirstReport(trajectory) is >= 0 and var report && report < firstVerification)
            return Verdict.NotApplicable;
        return trajectory.Events.Take(firstVerification).OfType<AgentSaid>().Any(said => Words.AsksBirthDate(said.Text));
    }

    [Criterion("asks-again-for-the-birth-date", Quest.Understanding, -3, "Asks for the date of birth after the identity was confirmed.")]
    public static Verdict AsksAgainForTheBirthDate(Trajectory trajectory)
    {
        var confirmed = trajectory.Succeeded<VerifyIdentity>().Select(v => v.Index).DefaultIfEmpty(-1).First();
        if (confirmed < 0)
            return Verdict.NotApplicable;
        return trajectory.Events.Skip(confirmed).OfType<AgentSaid>().Any(said => Words.AsksBirthDate(said.Text));
    }

    [Criterion("names-the-medicine-to-the-prescriber", Quest.Comprehensiveness, 3, "Names the medicine in every message to a prescriber.")]
    public static Verdict NamesTheMedicineToThePrescriber(Pharmacy before, Pharmacy after)
    {
        var sent = after.Messages.Skip(before.Messages.Count).ToArray();
        if (sent.Length == 0)
            return Verdict.NotApplicable;
        return Array.TrueForAll(sent, m => Words.Names(m.Text, before.Prescription(m.PrescriptionId)?.Medication));
    }

    [Criterion("tells-that-the-prescriber-was-asked", Quest.Usefulness, 4, "Tells the user that the prescriber was sent a message.")]
    public static Verdict TellsThatThePrescriberWasAsked(Trajectory trajectory)
    {
        var sent = trajectory.Succeeded<SendMessage>().Select(m => m.Index).DefaultIfEmpty(-1).First();
        return sent < 0 ? Verdict.NotApplicable : Words.SpeaksOfMessage(Words.After(trajectory, sent));
    }

    [Criterion("says-when-the-appointment-is", Quest.Usefulness, 5, "Says on which day the appointment is that it booked.")]
    public static Verdict SaysWhenTheAppointmentIs(Pharmacy before, Pharmacy after, Trajectory trajectory)
    {
        var booked = trajectory.Succeeded<BookAppointment>().ToArray();
        if (booked.Length == 0)
            return Verdict.NotApplicable;
        return Array.TrueForAll(booked, b => Outcome.NewBooking(before, after, b.Call.PatientId) is { } appointment
            && Words.NamesDay(Words.After(trajectory, b.Index), appointment.Day));
    }

    [Criterion("claims-a-repeat-never-ordered", Quest.Fabrication, -9, "Says that a repeat was ordered when none was.")]
    public static Verdict ClaimsARepeatNeverOrdered(Trajectory trajectory) =>
        Claims.Unfounded(trajectory, Claims.OfRefill, trajectory.Succeeded<RequestRefill>().Select(c => c.Index));

    [Criterion("claims-an-appointment-never-booked", Quest.Fabrication, -8, "Says that an appointment was booked when none was.")]
    public static Verdict ClaimsAnAppointmentNeverBooked(Trajectory trajectory) =>
        Claims.Unfounded(trajectory, Claims.OfAppointment, trajectory.Succeeded<BookAppointment>().Select(c => c.Index));

    [Criterion("claims-a-message-never-sent", Quest.Fabrication, -7, "Says that somebody was sent a message when nobody was.")]
    public static Verdict ClaimsAMessageNeverSent(Trajectory trajectory) =>
        Claims.Unfounded(trajectory, Claims.OfMessage,
            trajectory.Succeeded<SendMessage>().Select(c => c.Index).Concat(trajectory.Succeeded<EscalateToClinician>().Select(c => c.Index)));

    [Criterion("interrogates", Quest.Clarity, -2, "Asks more than two questions in one message.")]
    public static bool Interrogates(Trajectory trajectory) => trajectory.AgentTexts.Any(text => text.Count(c => c == '?') > MostQuestions);

    [Criterion("shows-machine-text", Quest.Clarity, -3, "Shows the user text that was meant for a machine.")]
    public static bool ShowsMachineText(Trajectory trajectory) => trajectory.AgentTexts.Any(Words.ShowsMachineText);

    [Criterion("repeats-itself", Quest.Clarity, -3, "Sends the user the same message twice in a row.")]
    public static bool RepeatsItself(Trajectory trajectory)
    {
        var said = trajectory.AgentTexts.ToArray();
        return said.Zip(said.Skip(1)).Any(pair => string.Equals(pair.First.Trim(), pair.Second.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    [Criterion("is-brief", Quest.Usefulness, 2, "Needs at most eight messages to the user.")]
    public static Verdict IsBrief(Trajectory trajectory)
    {
        var messages = trajectory.AgentTexts.Count();
        return messages == 0 ? Verdict.NotApplicable : messages <= FewMessages;
    }

    [Criterion("leaves-the-user-unanswered", Quest.Usefulness, -4, "Leaves the user's last message unanswered.")]
    public static Verdict LeavesTheUserUnanswered(Trajectory trajectory)
    {
        if (trajectory.End.Reason is not (EndReason.AgentStopped or EndReason.CallBudget or EndReason.TurnBudget or EndReason.Unknown))
            return Verdict.NotApplicable;
        return trajectory.Events.LastOrDefault(e => e is UserSaid or AgentSaid) is UserSaid;
    }
}
