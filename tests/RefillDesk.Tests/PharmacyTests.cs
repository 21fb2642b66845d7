namespace RefillDesk.Tests;

public sealed class PharmacyTests
{
    private static readonly RepeatPrescription Clear = RepeatPrescription.Seeds(Domain.Open()).First();

    private readonly Pharmacy _world = Domain.Open();

    [Fact]
    public void The_shipped_clinic_is_large_enough_and_consistent()
    {
        Assert.True(_world.Patients.Count() >= 40);
        Assert.True(_world.Prescriptions.Count() >= 120);
        Assert.All(_world.Prescriptions, p =>
        {
            Assert.NotNull(_world.Patient(p.PatientId));
            Assert.NotNull(_world.Medication(p.Medication));
            Assert.InRange(p.DaysSupply, 1, p.MaxDaysSupply);
        });
        Assert.All(_world.Patients, p => Assert.NotNull(_world.PickupPoint(p.PharmacyId)));
        Assert.All(_world.Medications.SelectMany(m => m.Interactions), i => Assert.NotNull(_world.Medication(i.With)));
    }

    [Fact]
    public void Everybody_in_the_shipped_clinic_is_made_up()
    {
        // 01632 960000 to 960999 are kept for drama by Ofcom and reach nobody.
        Assert.All(_world.Patients, p => Assert.StartsWith("01632 960", p.Phone, StringComparison.Ordinal));
        Assert.Equal(_world.Patients.Count(), _world.Patients.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_fork_changes_on_its_own()
    {
        var fork = _world.Fork();

        var receipt = fork.Handle(new RequestRefill(Clear.PrescriptionId, 28)).Result!;

        Assert.True(fork.HasOpenRefill(receipt.PrescriptionId));
        Assert.False(_world.HasOpenRefill(receipt.PrescriptionId));
        Assert.Equal(_world.Prescription(receipt.PrescriptionId)!.RefillsRemaining - 1, fork.Prescription(receipt.PrescriptionId)!.RefillsRemaining);
    }

    [Fact]
    public void A_change_of_the_original_does_not_reach_its_fork()
    {
        var fork = _world.Fork();

        _world.Handle(new AddNote(Clear.PatientId, "Called about delivery."));

        Assert.Single(_world.Notes);
        Assert.Empty(fork.Notes);
    }

    [Fact]
    public void Identity_is_confirmed_by_number_and_date_of_birth_together()
    {
        var patient = _world.Patient(Clear.PatientId)!;

        Assert.Equal(patient.Name, _world.Handle(new VerifyIdentity(patient.PatientId, patient.BirthDate)).Result!.Name);
        Assert.NotNull(_world.Handle(new VerifyIdentity(patient.PatientId, patient.BirthDate.AddDays(1))).Refusal);
        Assert.NotNull(_world.Handle(new VerifyIdentity("PT-999999", patient.BirthDate)).Refusal);
    }

    [Fact]
    public void A_refused_identity_does_not_say_what_is_on_record()
    {
        var patient = _world.Patient(Clear.PatientId)!;

        var refusal = _world.Handle(new VerifyIdentity(patient.PatientId, patient.BirthDate.AddDays(1))).Refusal!;

        Assert.DoesNotContain(patient.Name, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain($"{patient.BirthDate:yyyy-MM-dd}", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refill_is_ready_in_two_days_at_the_usual_pickup_point()
    {
        var receipt = _world.Handle(new RequestRefill(Clear.PrescriptionId, 28)).Result!;

        Assert.Equal(_world.Today.AddDays(2), receipt.ReadyOn);
        Assert.Equal(_world.Patient(Clear.PatientId)!.PharmacyId, receipt.PharmacyId);
    }

    [Fact]
    public void A_second_refill_of_one_prescription_is_refused()
    {
        _world.Handle(new RequestRefill(Clear.PrescriptionId, 28));

        Assert.Contains("already on order", _world.Handle(new RequestRefill(Clear.PrescriptionId, 28)).Refusal, StringComparison.Ordinal);
        Assert.Single(_world.Refills);
    }

    [Theory]
    [InlineData(Standing.Stopped, "was stopped")]
    [InlineData(Standing.Controlled, "controlled drug")]
    [InlineData(Standing.NoRefills, "No repeats are left")]
    [InlineData(Standing.TooEarly, "is due on")]
    [InlineData(Standing.OutOfStockHere, "check_stock")]
    public void A_refill_that_the_order_system_can_rule_out_is_refused_with_what_to_do(Standing standing, string says)
    {
        var p = _world.Prescriptions.First(p => _world.StandingOf(p.PrescriptionId) == standing);

        Assert.Contains(says, _world.Handle(new RequestRefill(p.PrescriptionId, 7)).Refusal, StringComparison.Ordinal);
        Assert.Empty(_world.Refills);
    }

    [Fact]
    public void A_supply_above_the_limit_is_refused()
    {
        var limit = _world.Prescription(Clear.PrescriptionId)!.MaxDaysSupply;

        Assert.Contains($"At most {limit} days", _world.Handle(new RequestRefill(Clear.PrescriptionId, limit + 1)).Refusal, StringComparison.Ordinal);
        Assert.Null(_world.Handle(new RequestRefill(Clear.PrescriptionId, limit)).Refusal);
    }

    [Fact]
    public void An_interaction_is_found_from_either_side()
    {
        var warfarin = InteractionFound.Seeds(_world).First(s => s.Medication == "Warfarin");
        var naproxen = InteractionFound.Seeds(_world).First(s => s.Medication == "Naproxen" && s.PatientId == warfarin.PatientId);

        Assert.All([warfarin, naproxen], s =>
        {
            var report = _world.Handle(new CheckInteractions(s.PrescriptionId)).Result!;
            Assert.False(report.SafeToRepeat);
            Assert.Contains(report.Interactions, i => i.Severity == InteractionSeverity.High);
        });
    }

    [Fact]
    public void An_allergy_to_the_group_stands_against_the_medicine()
    {
        var p = _world.Prescriptions.First(p => p.Medication == "Ramipril");
        var allergic = _world.WithPatient(p.PatientId, patient => patient with { Allergies = ["ace inhibitor"] });

        Assert.Equal("ace inhibitor", allergic.Handle(new CheckInteractions(p.PrescriptionId)).Result!.Allergy);
    }

    [Fact]
    public void Stock_names_the_other_points_that_have_it()
    {
        var s = OutOfStock.Seeds(_world).First();

        var report = _world.Handle(new CheckStock(s.Medication, _world.Patient(s.PatientId)!.PharmacyId)).Result!;

        Assert.False(report.InStock);
        Assert.Contains(report.Elsewhere, e => e.PharmacyId == s.PharmacyId);
        Assert.NotNull(_world.Handle(new CheckStock("Unobtainium", "PH-01")).Refusal);
    }

    [Fact]
    public void An_appointment_is_taken_once_and_each_patient_has_one()
    {
        var (one, other) = (_world.Patients.First(), _world.Patients.Last());
        var slot = _world.Handle(new FindAppointments(one.PatientId)).Result!.Free[0];

        Assert.Equal(slot.Day, _world.Handle(new BookAppointment(one.PatientId, slot.SlotId)).Result!.Day);
        Assert.Contains("is not free", _world.Handle(new BookAppointment(other.PatientId, slot.SlotId)).Refusal, StringComparison.Ordinal);
        var next = _world.Handle(new FindAppointments(one.PatientId)).Result!;
        Assert.Contains("already has an appointment", _world.Handle(new BookAppointment(one.PatientId, next.Free[0].SlotId)).Refusal, StringComparison.Ordinal);
        Assert.Single(next.Booked);
        Assert.DoesNotContain(next.Free, f => f.SlotId == slot.SlotId);
    }

    [Fact]
    public void A_message_reaches_only_a_prescriber_who_is_there_and_only_about_the_patients_own_prescription()
    {
        var other = _world.Patients.First(p => p.PatientId != Clear.PatientId);

        Assert.Equal(Clear.PrescriptionId, _world.Fork().Handle(new SendMessage(Clear.PatientId, Clear.PrescriptionId, "Please renew.")).Result!.PrescriptionId);
        Assert.Contains("not one of this patient's", _world.Handle(new SendMessage(other.PatientId, Clear.PrescriptionId, "Please renew.")).Refusal, StringComparison.Ordinal);
        Assert.Contains("is away", _world.WithPrescriberAway(Clear.PrescriptionId).Handle(new SendMessage(Clear.PatientId, Clear.PrescriptionId, "Please renew.")).Refusal, StringComparison.Ordinal);
        Assert.Empty(_world.Messages);
    }

    [Fact]
    public void Anybody_can_be_handed_to_a_clinician_and_is_told_what_to_do()
    {
        var receipt = _world.Handle(new EscalateToClinician(Urgency.Emergency, "Reports chest pain.")).Result!;

        Assert.Contains("emergency number", receipt.Tell, StringComparison.Ordinal);
        Assert.Equal(Urgency.Emergency, Assert.Single(_world.Escalations).Urgency);
    }

    [Fact]
    public void Unknown_numbers_are_refused()
    {
        Assert.NotNull(_world.Handle(new ListPrescriptions("PT-999999")).Refusal);
        Assert.NotNull(_world.Handle(new GetPrescription("RX-999999")).Refusal);
        Assert.NotNull(_world.Handle(new CheckInteractions("RX-999999")).Refusal);
        Assert.NotNull(_world.Handle(new RequestRefill("RX-999999", 28)).Refusal);
        Assert.NotNull(_world.Handle(new RequestRefill(Clear.PrescriptionId, 28, "PH-99")).Refusal);
        Assert.NotNull(_world.Handle(new CheckStock("Ramipril", "PH-99")).Refusal);
        Assert.NotNull(_world.Handle(new AddNote("PT-999999", "Called.")).Refusal);
        Assert.NotNull(_world.Handle(new EscalateToClinician(Urgency.Routine, "Please call.", "PT-999999")).Refusal);
    }

    [Fact]
    public void A_clinic_file_that_is_none_says_where_it_is_wrong()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """{ "pickup_points": [], "medications": 3 }""");

            var error = Assert.Throws<InvalidDataException>(() => Pharmacy.Open(new WorldOptions { DataPath = path }));

            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.Contains("medications", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
