namespace RefillDesk;

[Policy]
[Precedence<IPrescriptionReading, SendMessage>(Id = "prescription-known-before-message", Succeeded = Side.First, Harm = Harm.Significant, Because = "Prescriptions are looked at before the prescriber is written to: a message about the wrong one changes the wrong treatment.")]
[NotSuccession<SendMessage, SendMessage>(Id = "one-message-per-prescription", Same = nameof(SendMessage.PrescriptionId), Succeeded = Side.First, Harm = Harm.Minor, Because = "The prescriber gets one message about a prescription: two are answered twice, and not always alike.")]
[NotSuccession<SendMessage, RequestRefill>(Id = "no-refill-while-the-prescriber-decides", Same = nameof(SendMessage.PrescriptionId), When = nameof(AsksForADecision), Succeeded = Side.First, Harm = Harm.Considerable, Because = "What the prescriber was asked about is not ordered before they have answered: the answer may be no, or a second supply.")]
[Response<DoseQuestion, IReferral>(Id = "dose-question-is-passed-on", Succeeded = Side.Second, Harm = Harm.Considerable, Because = "A question about a dose is brought before somebody who may answer it: the desk may not, and a person left alone with it guesses.")]
[Ltlf("G(IRecordChange.ok -> X F (Reply | EscalateToClinician.ok))", Id = "what-was-done-is-told", Harm = Harm.Minor, Because = "What was ordered, booked, sent or noted is told to the person, or to the clinician who takes over: who does not know of it does it again elsewhere.")]
public static partial class ReferralPolicy
{
    [Invariant("message-about-own-prescription", Harm.Significant, Because = "A message names a prescription of the very patient it is sent for: the prescriber would otherwise change somebody else's treatment.")]
    public static bool MessageAboutOwnPrescription(SendMessage call, Pharmacy world) =>
        world.Prescription(call.PrescriptionId) is not { } p || p.PatientId == call.PatientId;

    // The usual supply does not have to wait for the answer to a larger one.
    internal static bool AsksForADecision(SendMessage call) => call.Topic != MessageTopic.LargerSupply;
}
