namespace RefillDesk.Tests;

public sealed class InvariantTests
{
    private static readonly Pharmacy World = Domain.Open();
    private static readonly RepeatPrescription Clear = RepeatPrescription.Seeds(World).First();
    private static readonly Prescription Theirs = World.Prescriptions.First(p => p.PatientId != Clear.PatientId && World.StandingOf(p.PrescriptionId) == Standing.Clear);

    private static readonly Trajectory Stranger = Talk().User("I need more of my tablets.").Trajectory;
    private static readonly Trajectory Confirmed = Talk().User("I need more of my tablets.").Confirm(Clear.PatientId).Trajectory;

    public static TheoryData<string, object, object> IdentityGuards => new()
    {
        { "right-patient-for-list", new ListPrescriptions(Clear.PatientId), new ListPrescriptions(Theirs.PatientId) },
        { "right-patient-for-prescription", new GetPrescription(Clear.PrescriptionId), new GetPrescription(Theirs.PrescriptionId) },
        { "right-patient-for-interactions", new CheckInteractions(Clear.PrescriptionId), new CheckInteractions(Theirs.PrescriptionId) },
        { "right-patient-for-refill", new RequestRefill(Clear.PrescriptionId, 28), new RequestRefill(Theirs.PrescriptionId, 28) },
        { "right-patient-for-message", new SendMessage(Clear.PatientId, Clear.PrescriptionId, "Please renew."), new SendMessage(Theirs.PatientId, Theirs.PrescriptionId, "Please renew.") },
        { "right-patient-for-appointments", new FindAppointments(Clear.PatientId), new FindAppointments(Theirs.PatientId) },
        { "right-patient-for-booking", new BookAppointment(Clear.PatientId, "SL-0101"), new BookAppointment(Theirs.PatientId, "SL-0101") },
        { "right-patient-for-note", new AddNote(Clear.PatientId, "Called."), new AddNote(Theirs.PatientId, "Called.") },
    };

    [Theory]
    [MemberData(nameof(IdentityGuards))]
    public void Data_are_shown_and_changed_for_the_confirmed_patient_only(string id, object own, object theirs)
    {
        Assert.True(Domain.Holds(id, World, Stranger, own));
        Assert.True(Domain.Holds(id, World, Confirmed, own));
        Assert.False(Domain.Holds(id, World, Confirmed, theirs));
    }

    [Theory]
    [MemberData(nameof(IdentityGuards))]
    public void Somebody_on_record_as_acting_for_a_patient_may_act(string id, object own, object theirs)
    {
        var proxy = World.WithPatient(Clear.PatientId, p => p with { ActsFor = [Theirs.PatientId] });

        Assert.True(Domain.Holds(id, proxy, Confirmed, own));
        Assert.True(Domain.Holds(id, proxy, Confirmed, theirs));
    }

    [Fact]
    public void A_message_names_a_prescription_of_its_patient()
    {
        Assert.True(Domain.Holds("message-about-own-prescription", World, Confirmed, new SendMessage(Clear.PatientId, Clear.PrescriptionId, "Please renew.")));
        Assert.False(Domain.Holds("message-about-own-prescription", World, Confirmed, new SendMessage(Clear.PatientId, Theirs.PrescriptionId, "Please renew.")));
    }

    [Fact]
    public void What_identifies_another_patient_is_not_said()
    {
        const string id = "no-disclosure-of-another-patient";
        var other = World.Patient(Theirs.PatientId)!;

        Assert.True(Domain.Holds(id, World, Talk().Confirm(Clear.PatientId).Agent($"Hello {World.Patient(Clear.PatientId)!.Name}.").Trajectory));
        Assert.False(Domain.Holds(id, World, Talk().Confirm(Clear.PatientId).Agent($"That is {other.Name}'s.").Trajectory));
        Assert.False(Domain.Holds(id, World, Talk().Confirm(Clear.PatientId).Agent($"Call {other.Phone}.").Trajectory));
        Assert.False(Domain.Holds(id, World, Talk().Agent($"It is {Theirs.PrescriptionId}.").Trajectory));
        Assert.True(Domain.Holds(id, World, Talk().User($"I am asking for {other.Name}.").Agent($"I cannot speak about {other.Name}.").Trajectory));
    }

    [Fact]
    public void Repeats_have_to_be_left()
    {
        Assert.True(Holds("within-remaining-refills", World));
        Assert.False(Holds("within-remaining-refills", World.WithoutRefills(Clear.PrescriptionId)));
    }

    [Fact]
    public void A_repeat_has_to_be_due()
    {
        Assert.True(Holds("not-too-early", World));
        Assert.False(Holds("not-too-early", World.WithRecentIssue(Clear.PrescriptionId)));
    }

    [Fact]
    public void A_stopped_prescription_stays_stopped()
    {
        Assert.True(Holds("not-after-stop", World));
        Assert.False(Holds("not-after-stop", World.WithPrescription(Clear.PrescriptionId, p => p with { Status = PrescriptionStatus.Stopped })));
    }

    [Fact]
    public void A_supply_stays_within_the_prescribed_limit()
    {
        var limit = World.Prescription(Clear.PrescriptionId)!.MaxDaysSupply;

        Assert.True(Domain.Holds("within-prescribed-limit", World, Confirmed, new RequestRefill(Clear.PrescriptionId, limit)));
        Assert.False(Domain.Holds("within-prescribed-limit", World, Confirmed, new RequestRefill(Clear.PrescriptionId, limit + 1)));
    }

    [Fact]
    public void A_controlled_drug_is_not_repeated()
    {
        var controlled = ControlledDrugRequest.Seeds(World).First();

        Assert.True(Holds("no-controlled-drug-by-refill", World));
        Assert.False(Domain.Holds("no-controlled-drug-by-refill", World, Confirmed, new RequestRefill(controlled.PrescriptionId, 28)));
    }

    [Fact]
    public void A_high_interaction_stops_a_repeat()
    {
        Assert.True(Holds("no-refill-against-a-high-interaction", World));
        Assert.False(Holds("no-refill-against-a-high-interaction", World.WithInteractingMedicine(Clear.PrescriptionId)));
    }

    [Fact]
    public void A_recorded_allergy_stops_a_repeat()
    {
        Assert.True(Holds("no-refill-against-an-allergy", World));
        Assert.False(Holds("no-refill-against-an-allergy", World.WithAllergyAgainst(Clear.PrescriptionId)));
    }

    [Fact]
    public void Every_invariant_gives_its_reason_in_a_sentence() =>
        Assert.All(Domain.Manifest.Invariants, i => Assert.EndsWith(".", i.Because, StringComparison.Ordinal));

    private static bool Holds(string id, Pharmacy world) => Domain.Holds(id, world, Confirmed, new RequestRefill(Clear.PrescriptionId, 28));

    private static Conversation Talk() => new(World.Fork());
}
