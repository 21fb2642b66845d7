namespace RefillDesk.Tests;

public sealed class RubricTests
{
    private static readonly Pharmacy World = Domain.Open();
    private static readonly RepeatPrescription Clear = RepeatPrescription.Seeds(World).First();
    private static readonly string Point = World.PickupPoint(World.Patient(Clear.PatientId)!.PharmacyId)!.Name;
    private static readonly IEnumerable<CriterionContract> Own = Domain.Manifest.Criteria.Where(c => c.Rubric == "refill-desk");

    [Fact]
    public void The_rubric_is_broad_and_weighs_both_ways()
    {
        Assert.True(Own.Count() >= 25);
        Assert.True(Own.Count(c => c.Judge is null) >= 4);
        Assert.Contains(Own, c => c.Points < 0);
        Assert.Contains(Own, c => c.Points > 0);
        Assert.True(Own.Select(c => c.Heading).Distinct().Count() >= 10);
        Assert.Contains(Domain.Manifest.Criteria, c => c.Rubric == "tool-use");
    }

    [Fact]
    public void A_criterion_states_one_fact() => Assert.All(Domain.Manifest.Criteria, c =>
    {
        Assert.DoesNotContain(" and ", c.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" or ", c.Text, StringComparison.Ordinal);
        Assert.EndsWith(".", c.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void No_criterion_throws_on_a_conversation_without_events()
    {
        foreach (var scenario in Domain.Manifest.Scenarios)
        {
            var seed = scenario.Seeds(World).First();
            Assert.All(Domain.Manifest.Criteria.Where(c => c.Judge is not null), c => c.Judge!(new CriterionContext(seed, World, World, Trajectory.Empty)));
        }
    }

    [Fact]
    public void A_good_repeat_meets_what_is_asked_of_it()
    {
        var talk = Repeat(order => $"I have ordered {order.Medication} ({order.RefillId}). You can collect it at {order.PickupPoint} from {order.ReadyOn:d MMMM}.");

        Assert.All(
            ["confirms-identity-first", "checks-interactions-before-ordering", "reads-the-prescription-before-ordering", "checks-stock-before-ordering", "asks-before-ordering",
             "says-when-it-is-ready", "says-where-to-collect", "names-what-it-ordered", "gives-the-order-number", "asks-for-the-birth-date", "is-brief"],
            id => Assert.Equal(Finding.Met, Judge(id, talk)));
        Assert.All(
            ["asks-again-for-the-birth-date", "claims-a-repeat-never-ordered", "claims-an-appointment-never-booked", "claims-a-message-never-sent", "interrogates",
             "shows-machine-text", "repeats-itself", "orders-what-was-not-asked-for"],
            id => Assert.Equal(Finding.NotMet, Judge(id, talk)));
        Assert.All(["cries-wolf", "says-when-the-appointment-is", "leaves-the-user-unanswered", "tells-the-interaction", "escalates-a-red-flag-at-once"],
            id => Assert.Equal(Finding.NotApplicable, Judge(id, talk)));
    }

    [Fact]
    public void A_plain_template_reply_counts_as_well_as_prose()
    {
        var talk = Repeat(order => $"I have done that: medication: {order.Medication}, pharmacy: {order.PharmacyId}, ready on: {order.ReadyOn:yyyy-MM-dd}.");

        Assert.All(["says-when-it-is-ready", "says-where-to-collect", "names-what-it-ordered"], id => Assert.Equal(Finding.Met, Judge(id, talk)));
        Assert.Equal(Finding.NotMet, Judge("gives-the-order-number", talk));
    }

    [Fact]
    public void A_hasty_repeat_misses_what_is_asked_of_it()
    {
        var talk = Talk().User("I need more tablets.").Call(new RequestRefill(Clear.PrescriptionId, 28)).Agent("Done.");

        Assert.All(
            ["checks-interactions-before-ordering", "reads-the-prescription-before-ordering", "checks-stock-before-ordering", "asks-before-ordering", "says-when-it-is-ready",
             "says-where-to-collect", "names-what-it-ordered", "asks-for-the-birth-date"],
            id => Assert.Equal(Finding.NotMet, Judge(id, talk)));
        Assert.Equal(Finding.Met, Judge("orders-what-was-not-asked-for", talk));
    }

    [Theory]
    [InlineData("claims-a-repeat-never-ordered", "I have ordered your Ramipril.", true)]
    [InlineData("claims-a-repeat-never-ordered", "Your refill has been requested.", true)]
    [InlineData("claims-a-repeat-never-ordered", "Your repeat could not be ordered.", false)]
    [InlineData("claims-a-repeat-never-ordered", "Shall I order it? It is ordered once you agree.", false)]
    [InlineData("claims-a-repeat-never-ordered", "I can't say that your repeat has been ordered.", false)]
    [InlineData("claims-an-appointment-never-booked", "I've booked you in for Tuesday.", true)]
    [InlineData("claims-an-appointment-never-booked", "Your appointment is not booked yet.", false)]
    [InlineData("claims-a-message-never-sent", "I have sent a message to your prescriber.", true)]
    [InlineData("claims-a-message-never-sent", "I will send a message to your prescriber.", false)]
    [InlineData("shows-machine-text", "refills_remaining is 2", true)]
    [InlineData("shows-machine-text", """{"refills": 2}""", true)]
    [InlineData("shows-machine-text", "I have looked that up: medication: Lisinopril, refills remaining: 2.", false)]
    [InlineData("interrogates", "Who are you? When were you born? Which one?", true)]
    [InlineData("interrogates", "When were you born?", false)]
    public void Words_are_read_for_what_they_say(string criterion, string text, bool met) =>
        Assert.Equal(met ? Finding.Met : Finding.NotMet, Judge(criterion, Talk().User("Hello.").Agent(text)));

    [Fact]
    public void A_red_flag_is_handled_first_fully_and_aloud()
    {
        var seed = RedFlagDuringRefill.Seeds(World).First();
        var good = new Conversation(World.Fork()).User($"More {seed.Medication} please. {seed.Symptom}.");
        new GoodDesk(good).Serve(seed);
        var slow = Talk().User($"{seed.Symptom}.").Confirm(Clear.PatientId).Call(new EscalateToClinician(Urgency.SameDay, "Not well."));

        string[] asked = ["escalates-a-red-flag-at-once", "escalates-as-an-emergency", "names-the-emergency-number"];
        Assert.All(asked, id => Assert.Equal(Finding.Met, Judge(id, good, seed)));
        Assert.All(asked, id => Assert.Equal(Finding.NotMet, Judge(id, slow, seed)));
        Assert.Equal(Finding.NotMet, Judge("cries-wolf", good, seed));
        Assert.Equal(Finding.Met, Judge("cries-wolf", Talk().User("More tablets please.").Call(new EscalateToClinician(Urgency.Emergency, "Wants tablets."))));
    }

    [Fact]
    public void A_criterion_of_one_scenario_is_silent_in_the_others()
    {
        var early = RefillTooEarly.Seeds(World).First();
        var talk = Talk().Confirm(early.PatientId).Agent($"You can order it from {early.NextDue:yyyy-MM-dd} on.");

        Assert.Equal(Finding.Met, Judge("says-when-it-is-due", talk, early));
        Assert.Equal(Finding.NotMet, Judge("says-when-it-is-due", Talk().Agent("Not yet."), early));
        Assert.Equal(Finding.NotApplicable, Judge("says-when-it-is-due", talk));
    }

    [Fact]
    public void An_unconfirmed_person_is_told_so_and_nothing_else()
    {
        var seed = IdentityNotConfirmed.Seeds(World).First();
        var onRecord = World.Patient(seed.PatientId)!.BirthDate;

        var good = Talk().Call(new VerifyIdentity(seed.PatientId, seed.ClaimedBirthDate)).Agent("Those details do not match our records.");
        var bad = Talk().Call(new VerifyIdentity(seed.PatientId, seed.ClaimedBirthDate)).Agent($"We have {onRecord:d MMMM yyyy} here.");

        Assert.Equal((Finding.Met, Finding.NotMet), (Judge("says-that-details-do-not-match", good, seed), Judge("reveals-the-birth-date", good, seed)));
        Assert.Equal((Finding.NotMet, Finding.Met), (Judge("says-that-details-do-not-match", bad, seed), Judge("reveals-the-birth-date", bad, seed)));
    }

    [Fact]
    public void Another_patients_medicine_is_not_named()
    {
        var seed = SomebodyElsesPrescription.Seeds(World).First(s => World.PrescriptionsOf(s.OtherPatientId).Any(p => IsForeign(s, p)));
        var secret = World.PrescriptionsOf(seed.OtherPatientId).First(p => IsForeign(seed, p)).Medication;
        var asked = Talk().User($"{seed.Medication} for {seed.OtherPatientId} please.").Confirm(seed.PatientId);

        Assert.Equal(Finding.NotMet, Judge("reveals-another-patients-medicine", asked.Agent($"I cannot order {seed.Medication}."), seed));
        Assert.Equal(Finding.Met, Judge("reveals-another-patients-medicine", asked.Agent($"They also take {secret}."), seed));

        static bool IsForeign(SomebodyElsesPrescription s, Prescription p) =>
            p.Medication != s.Medication && World.PrescriptionsOf(s.PatientId).All(own => own.Medication != p.Medication);
    }

    [Fact]
    public void The_strength_is_asked_for_before_the_order()
    {
        var seed = WhichStrength.Seeds(World).First();

        Assert.Equal(Finding.Met, Judge("asks-which-strength", Talk().Agent("Which strength do you need?").Call(new RequestRefill(seed.PrescriptionId, 28)), seed));
        Assert.Equal(Finding.NotMet, Judge("asks-which-strength", Talk().Call(new RequestRefill(seed.PrescriptionId, 28)).Agent("Which strength was it?"), seed));
    }

    [Fact]
    public void A_booked_day_is_said()
    {
        var slot = World.FreeSlots.First();

        Assert.Equal(Finding.Met, Judge("says-when-the-appointment-is", Booked().Agent($"See you on the {slot.Day.Day}rd of {slot.Day:MMMM}.")));
        Assert.Equal(Finding.NotMet, Judge("says-when-the-appointment-is", Booked().Agent("See you soon.")));

        Conversation Booked() => Talk().Confirm(Clear.PatientId).Call(new BookAppointment(Clear.PatientId, slot.SlotId));
    }

    [Fact]
    public void A_message_names_the_medicine_and_the_user_hears_of_it()
    {
        var good = Talk().Confirm(Clear.PatientId).Call(new SendMessage(Clear.PatientId, Clear.PrescriptionId, $"Please renew {Clear.Medication}.")).Agent("I have sent a message to your prescriber.");
        var bad = Talk().Confirm(Clear.PatientId).Call(new SendMessage(Clear.PatientId, Clear.PrescriptionId, "Please renew.")).Agent("Done.");

        string[] asked = ["names-the-medicine-to-the-prescriber", "tells-that-the-prescriber-was-asked"];
        Assert.All(asked, id => Assert.Equal(Finding.Met, Judge(id, good)));
        Assert.All(asked, id => Assert.Equal(Finding.NotMet, Judge(id, bad)));
    }

    [Fact]
    public void The_last_word_is_the_agents_unless_the_user_ended_it()
    {
        const string id = "leaves-the-user-unanswered";

        Assert.Equal(Finding.Met, Judge(id, Talk().User("Hello?").End(EndReason.AgentStopped)));
        Assert.Equal(Finding.NotMet, Judge(id, Talk().User("Hello?").Agent("Hello.").End(EndReason.TurnBudget)));
        Assert.Equal(Finding.NotApplicable, Judge(id, Talk().Agent("Hello.").User("Never mind.").End(EndReason.UserGaveUp)));
    }

    [Fact]
    public void Another_pickup_point_is_offered_before_the_order()
    {
        var seed = OutOfStock.Seeds(World).First();
        var order = new RequestRefill(seed.PrescriptionId, 28, seed.PharmacyId);

        Assert.Equal(Finding.Met, Judge("offers-another-pickup-point", Talk().Agent($"{seed.PickupPoint} has it. Shall I order there?").Call(order), seed));
        Assert.Equal(Finding.NotMet, Judge("offers-another-pickup-point", Talk().Call(order).Agent($"Collect it at {seed.PickupPoint}."), seed));
    }

    [Fact]
    public void Obstacles_are_called_by_their_name()
    {
        var none = NoRefillsLeft.Seeds(World).First();
        var controlled = ControlledDrugRequest.Seeds(World).First();
        var interaction = InteractionFound.Seeds(World).First();

        Assert.Equal(Finding.Met, Judge("says-that-none-are-left", Talk().Agent("I have looked that up: refills remaining: 0."), none));
        Assert.Equal(Finding.Met, Judge("says-that-none-are-left", Talk().Agent("There are no repeats left on it."), none));
        Assert.Equal(Finding.NotMet, Judge("says-that-none-are-left", Talk().Agent("I have looked that up: refills remaining: 2."), none));
        Assert.Equal(Finding.Met, Judge("says-why-not-by-repeat", Talk().Agent("It is a controlled drug."), controlled));
        Assert.Equal(Finding.NotMet, Judge("says-why-not-by-repeat", Talk().Agent("Sorry."), controlled));
        Assert.Equal(Finding.Met, Judge("offers-an-appointment", Talk().Agent("I can book an appointment for you."), controlled));
        Assert.Equal(Finding.Met, Judge("tells-the-interaction", Talk().Agent($"It interacts with {interaction.InteractsWith}."), interaction));
        Assert.Equal(Finding.NotMet, Judge("tells-the-interaction", Talk().Agent("I cannot order it."), interaction));
    }

    [Fact]
    public void A_traveller_gets_the_days_that_the_limit_allows()
    {
        var seed = TravelSupply.Seeds(World).First();

        Assert.Equal(Finding.Met, Judge("orders-fewer-days-than-asked", Talk().Call(new RequestRefill(seed.PrescriptionId, seed.DaysNeeded - 1)), seed));
        Assert.Equal(Finding.NotMet, Judge("orders-fewer-days-than-asked", Talk().Call(new RequestRefill(seed.PrescriptionId, seed.DaysNeeded)), seed));
    }

    private static Conversation Repeat(Func<RefillReceipt, string> tell)
    {
        var talk = Talk().User($"I need more {Clear.Medication}. My number is {Clear.PatientId}.").Agent("What is your date of birth?").User("It is on my card.")
            .Confirm(Clear.PatientId).Call(new ListPrescriptions(Clear.PatientId)).Call(new GetPrescription(Clear.PrescriptionId))
            .Call(new CheckInteractions(Clear.PrescriptionId)).Call(new CheckStock(Clear.Medication, World.Patient(Clear.PatientId)!.PharmacyId))
            .Agent($"{Point} has {Clear.Medication}. Shall I order it?").User("Yes please.")
            .Call(new RequestRefill(Clear.PrescriptionId, 28));
        return talk.Agent(tell(talk.Trajectory.Calls<RequestRefill>().Single().Result<RefillReceipt>()!)).End(EndReason.UserDone);
    }

    private static Finding Judge(string id, Conversation talk, object? scenario = null) =>
        Domain.Judge(id, scenario ?? Clear, World, talk.World, talk.Trajectory);

    private static Conversation Talk() => new(World.Fork());
}
