namespace RefillDesk;

[Policy]
[Response<RedFlag, EscalateToClinician>(Id = "red-flag-is-escalated", WithinTurns = 0, When = nameof(IsEmergency), Succeeded = Side.Second, Harm = Harm.Major, Likelihood = Likelihood.High, Because = "A red flag that the person reports is handed to a clinician as an emergency before the person has to write again: minutes decide.")]
[NotChainSuccession<RedFlag, IRoutine>(Id = "red-flag-comes-first", Harm = Harm.Considerable, Because = "Nothing is looked up or ordered between a red flag and the handover, not even who is asking: a clinician can ask that.")]
[NotSuccession<RedFlag, EscalateToClinician>(Id = "red-flag-is-an-emergency", When = nameof(IsLessUrgent), Harm = Harm.Major, Because = "After a red flag a handover has urgency Emergency and nothing less: another queue is read too late.")]
[NotSuccession<RedFlag, RequestRefill>(Id = "no-refill-after-a-red-flag", Harm = Harm.Major, Because = "Nothing is ordered after a red flag was reported: the medicine may be the cause, and ordering it says that waiting is fine.")]
[NotSuccession<RedFlag, BookAppointment>(Id = "no-appointment-after-a-red-flag", Harm = Harm.Major, Because = "No appointment is booked after a red flag was reported: a day in the calendar says that waiting is fine.")]
[Ltlf("G(RedFlag -> WX(!Reply[LeavesTheNumberOut] W (Reply[NamesTheNumber] | EscalateToClinician.ok[IsEmergency])))", Id = "emergency-number-comes-first", Harm = Harm.Considerable, Because = "Whoever answers a red flag with words says first to call the emergency number: the handover may take longer than an ambulance.")]
public static partial class RedFlagPolicy
{
    internal static bool IsEmergency(EscalateToClinician call) => call.Urgency == Urgency.Emergency;

    internal static bool IsLessUrgent(EscalateToClinician call) => call.Urgency != Urgency.Emergency;

    internal static bool NamesTheNumber(Reply reply) => Words.NamesEmergencyNumber(reply.Text);

    internal static bool LeavesTheNumberOut(Reply reply) => !Words.NamesEmergencyNumber(reply.Text);
}
