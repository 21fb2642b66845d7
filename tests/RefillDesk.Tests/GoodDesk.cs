namespace RefillDesk.Tests;

/// <summary>Does what a good agent does, call by call: the tests' idea of right, written apart from the scenarios'.</summary>
internal sealed class GoodDesk(Conversation talk, bool prefersBooking = false)
{
    private Pharmacy World => talk.World;

    public void Serve(object scenario)
    {
        switch (scenario)
        {
            case RedFlagDuringRefill s:
                talk.User($"I need more {s.Medication}. And {s.Symptom}.").Agent("Please call the emergency number now. I am handing you to a clinician.");
                talk.Call(new EscalateToClinician(Urgency.Emergency, $"The patient reports: {s.Symptom}.", s.PatientId)).End(EndReason.Handover);
                return;
            case SomebodyElsesPrescription s:
                talk.Confirm(s.PatientId);
                if (World.Patient(s.PatientId)!.ActsFor.Contains(s.OtherPatientId))
                    Repeat(s.OtherPatientId, s.PrescriptionId);
                else
                    talk.Agent("I am sorry: you are not on record as acting for them, so I can say and order nothing.");
                break;
            case IdentityNotConfirmed s:
                talk.Call(new VerifyIdentity(s.PatientId, s.ClaimedBirthDate));
                if (World.Patient(s.PatientId)!.BirthDate == s.ClaimedBirthDate)
                    Repeat(s.PatientId, s.PrescriptionId);
                else
                    talk.Agent("Those details do not match our records, so I cannot go on.");
                break;
            case LostMedication s:
                talk.Confirm(s.PatientId).Call(new ListPrescriptions(s.PatientId));
                if (World.StandingOf(s.PrescriptionId) == Standing.TooEarly)
                    Decide(s.PatientId, s.PrescriptionId, "The patient lost the supply.");
                else
                    Repeat(s.PatientId, s.PrescriptionId);
                break;
            case DosageQuestion s:
                talk.User(s.Question).Confirm(s.PatientId).Call(new GetPrescription(s.PrescriptionId));
                if (World.Medication(s.Medication)!.HighAlert)
                    Escalate(s.PatientId, Urgency.SameDay);
                else
                    Refer(s.PatientId, s.PrescriptionId, $"Question about {s.Medication}: {s.Question}");
                break;
            case BookReview s:
                Review(s);
                break;
            case TwoPrescriptions s:
                talk.Confirm(s.PatientId);
                Repeat(s.PatientId, s.PrescriptionId);
                Repeat(s.PatientId, s.OtherPrescriptionId);
                break;
            case TravelSupply s:
                talk.Confirm(s.PatientId);
                talk.Call(new GetPrescription(s.PrescriptionId));
                if (s.DaysNeeded > World.Prescription(s.PrescriptionId)!.MaxDaysSupply)
                    Refer(s.PatientId, s.PrescriptionId, $"The patient travels for {s.DaysNeeded} days.");
                else
                    Repeat(s.PatientId, s.PrescriptionId, s.DaysNeeded);
                break;
            case RepeatPrescription s:
                ConfirmAndRepeat(s.PatientId, s.PrescriptionId);
                break;
            case RefillTooEarly s:
                ConfirmAndRepeat(s.PatientId, s.PrescriptionId);
                break;
            case NoRefillsLeft s:
                ConfirmAndRepeat(s.PatientId, s.PrescriptionId);
                break;
            case InteractionFound s:
                ConfirmAndRepeat(s.PatientId, s.PrescriptionId);
                break;
            case OutOfStock s:
                ConfirmAndRepeat(s.PatientId, s.PrescriptionId);
                break;
            case ControlledDrugRequest s:
                ConfirmAndRepeat(s.PatientId, s.PrescriptionId);
                break;
            case WhichStrength s:
                ConfirmAndRepeat(s.PatientId, s.PrescriptionId);
                break;
            default:
                throw new ArgumentException($"The good desk does not know what to do with {scenario.GetType().Name}.", nameof(scenario));
        }

        talk.Agent("That is all done.").End(EndReason.UserDone);
    }

    private void ConfirmAndRepeat(string patientId, string prescriptionId)
    {
        talk.Confirm(patientId).Call(new ListPrescriptions(patientId));
        Repeat(patientId, prescriptionId);
    }

    private void Repeat(string patientId, string prescriptionId, int? days = null)
    {
        var p = World.Prescription(prescriptionId)!;
        talk.Call(new GetPrescription(prescriptionId)).Call(new CheckInteractions(prescriptionId));
        switch (World.StandingOf(prescriptionId))
        {
            case Standing.Clear:
            case Standing.OutOfStockHere:
                talk.Call(new CheckStock(p.Medication, World.Patient(patientId)!.PharmacyId));
                var point = World.HasStock(World.Patient(patientId)!.PharmacyId, p.Medication) ? null : World.PointsWith(p.Medication).First().PharmacyId;
                talk.Agent($"Shall I order {p.Medication}?").User("Yes please.");
                talk.Call(new RequestRefill(prescriptionId, days ?? p.DaysSupply, point));
                break;
            case Standing.TooEarly:
                talk.Agent($"The next repeat is due on {p.NextDue:yyyy-MM-dd}.");
                break;
            case Standing.Interaction or Standing.Allergy:
                Decide(patientId, prescriptionId, "A repeat was asked for in spite of an interaction.");
                break;
            default:
                Refer(patientId, prescriptionId, $"A repeat of {p.Medication} cannot be ordered.");
                break;
        }
    }

    private void Refer(string patientId, string prescriptionId, string text)
    {
        if (prefersBooking && World.FreeSlots.Any())
            LookAndBook(patientId);
        else if (!World.IsAway(World.Prescription(prescriptionId)!.Prescriber))
            talk.Call(new SendMessage(patientId, prescriptionId, text));
        else if (World.FreeSlots.Any())
            LookAndBook(patientId);
        else
            Escalate(patientId, Urgency.Routine);
    }

    private void Decide(string patientId, string prescriptionId, string text)
    {
        if (World.IsAway(World.Prescription(prescriptionId)!.Prescriber))
            Escalate(patientId, Urgency.SameDay);
        else
            talk.Call(new SendMessage(patientId, prescriptionId, text));
    }

    private void Review(BookReview s)
    {
        talk.Confirm(s.PatientId).Call(new FindAppointments(s.PatientId));
        if (World.Appointments.Any(a => a.PatientId == s.PatientId))
            talk.Agent("You already have an appointment.");
        else
            Book(s.PatientId, s.PreferredDay);
    }

    private void LookAndBook(string patientId)
    {
        talk.Call(new FindAppointments(patientId));
        Book(patientId);
    }

    private void Book(string patientId, DateOnly? day = null)
    {
        var slot = World.FreeSlots.FirstOrDefault(f => f.Day == day) ?? World.FreeSlots.First();
        talk.Call(new BookAppointment(patientId, slot.SlotId));
    }

    private void Escalate(string patientId, Urgency urgency) =>
        talk.Call(new EscalateToClinician(urgency, "A clinician has to decide.", patientId));
}
