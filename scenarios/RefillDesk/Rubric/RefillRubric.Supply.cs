namespace RefillDesk;

public static partial class RefillRubric
{
    [Criterion("checks-stock-before-ordering", Quest.Reasoning, 4, "Checks stock before every repeat that it orders.")]
    public static Verdict ChecksStockBeforeOrdering(Pharmacy before, Trajectory trajectory) =>
        BeforeEveryOrder(trajectory, order => trajectory.Succeeded<CheckStock>().Any(c => c.Index < order.Index
            && Words.Names(c.Call.Medication, before.Prescription(order.Call.PrescriptionId)?.Medication)));

    [Criterion("asks-before-ordering", Quest.Trust, 4, "Asks for the user's go-ahead before every repeat that it orders.")]
    public static Verdict AsksBeforeOrdering(Trajectory trajectory) =>
        BeforeEveryOrder(trajectory, order => Words.AsksToGoAhead(Words.Before(trajectory, order.Index)));

    [Criterion("says-when-it-is-ready", Quest.Usefulness, 5, "Says from which day a repeat that it ordered can be collected.")]
    public static Verdict SaysWhenItIsReady(Pharmacy after, Trajectory trajectory) =>
        OfEveryOrder(after, trajectory, (refill, text) => Words.NamesDay(text, refill.ReadyOn));

    [Criterion("says-where-to-collect", Quest.Usefulness, 3, "Says where a repeat that it ordered can be collected.")]
    public static Verdict SaysWhereToCollect(Pharmacy after, Trajectory trajectory) =>
        OfEveryOrder(after, trajectory, (refill, text) => Words.Names(text, refill.PharmacyId) || Words.Names(text, after.PickupPoint(refill.PharmacyId)?.Name));

    [Criterion("names-what-it-ordered", Quest.Clarity, 3, "Names the medicine that it ordered.")]
    public static Verdict NamesWhatItOrdered(Pharmacy after, Trajectory trajectory) =>
        OfEveryOrder(after, trajectory, (refill, text) => Words.Names(text, after.Prescription(refill.PrescriptionId)?.Medication));

    [Criterion("gives-the-order-number", Quest.Usefulness, 2, "Gives the number of a repeat that it ordered.")]
    public static Verdict GivesTheOrderNumber(Pharmacy after, Trajectory trajectory) =>
        OfEveryOrder(after, trajectory, (refill, text) => Words.Names(text, refill.RefillId));

    [Criterion("says-when-it-is-due", Quest.Comprehensiveness, 6, "Says from which day a repeat that is not due can be ordered.")]
    public static Verdict SaysWhenItIsDue(RefillTooEarly scenario, Pharmacy before, Trajectory trajectory) =>
        before.StandingOf(scenario.PrescriptionId) == Standing.TooEarly
            ? Words.NamesDay(Words.All(trajectory), before.Prescription(scenario.PrescriptionId)!.NextDue)
            : Verdict.NotApplicable;

    [Criterion("says-that-none-are-left", Quest.Accuracy, 5, "Says that no repeats are left.")]
    public static Verdict SaysThatNoneAreLeft(NoRefillsLeft scenario, Pharmacy before, Trajectory trajectory) =>
        before.StandingOf(scenario.PrescriptionId) == Standing.NoRefills ? Words.SaysNoneLeft(Words.All(trajectory)) : Verdict.NotApplicable;

    [Criterion("offers-another-pickup-point", Quest.Usefulness, 5, "Names another pick-up point before it orders there.")]
    public static Verdict OffersAnotherPickupPoint(OutOfStock scenario, Pharmacy before, Trajectory trajectory)
    {
        if (before.StandingOf(scenario.PrescriptionId) != Standing.OutOfStockHere)
            return Verdict.NotApplicable;
        var order = trajectory.Succeeded<RequestRefill>().Select(o => o.Index).DefaultIfEmpty(trajectory.Events.Length).First();
        var said = Words.Before(trajectory, order);
        return before.PointsWith(scenario.Medication).Any(point => Words.Names(said, point.Name) || Words.Names(said, point.PharmacyId));
    }

    [Criterion("says-why-not-by-repeat", Quest.Accuracy, 5, "Says that the controlled drug cannot be ordered by repeat.")]
    public static bool SaysWhyNotByRepeat(ControlledDrugRequest scenario, Trajectory trajectory) => Words.SpeaksOfControl(Words.All(trajectory));

    [Criterion("offers-an-appointment", Quest.Usefulness, 3, "Offers an appointment to a patient who needs a controlled drug.")]
    public static Verdict OffersAnAppointment(ControlledDrugRequest scenario, Pharmacy before, Trajectory trajectory) =>
        before.FreeSlots.Any() ? Words.OffersAppointment(Words.All(trajectory)) : Verdict.NotApplicable;

    [Criterion("asks-which-strength", Quest.Understanding, 6, "Asks which strength is meant before it orders.")]
    public static bool AsksWhichStrength(WhichStrength scenario, Pharmacy before, Trajectory trajectory)
    {
        var order = trajectory.Calls<RequestRefill>().Select(o => o.Index).DefaultIfEmpty(trajectory.Events.Length).First();
        return trajectory.Events.Take(order).OfType<AgentSaid>().Any(said => Words.IsAsking(said.Text)
            && (Words.Names(said.Text, "strength") || Words.Names(said.Text, "which") || StrengthsNamed(said.Text) > 1));

        int StrengthsNamed(string text) =>
            before.PrescriptionsOf(scenario.PatientId).Count(p => p.Medication == scenario.Medication && Words.Names(text, p.Strength));
    }

    [Criterion("orders-what-was-not-asked-for", Quest.Understanding, -7, "Orders a medicine that the user never named.")]
    public static Verdict OrdersWhatWasNotAskedFor(Pharmacy before, Trajectory trajectory)
    {
        var orders = trajectory.Succeeded<RequestRefill>().ToArray();
        if (orders.Length == 0)
            return Verdict.NotApplicable;
        var asked = string.Join('\n', trajectory.UserTexts);
        return Array.Exists(orders, o => before.Prescription(o.Call.PrescriptionId) is { } p && !Words.Names(asked, p.Medication) && !Words.Names(asked, p.PrescriptionId));
    }

    [Criterion("orders-fewer-days-than-asked", Quest.Understanding, -5, "Orders fewer days than the user needs although the limit allows them.")]
    public static bool OrdersFewerDaysThanAsked(TravelSupply scenario, Pharmacy before, Pharmacy after) =>
        scenario.DaysNeeded <= before.Prescription(scenario.PrescriptionId)!.MaxDaysSupply
        && Outcome.NewRefills(before, after).Any(r => r.PrescriptionId == scenario.PrescriptionId && r.DaysSupply < scenario.DaysNeeded);

    private static Verdict OfEveryOrder(Pharmacy after, Trajectory trajectory, Func<Refill, string, bool> says)
    {
        var orders = trajectory.Succeeded<RequestRefill>().ToArray();
        if (orders.Length == 0)
            return Verdict.NotApplicable;
        return Array.TrueForAll(orders, order =>
            after.Refills.FirstOrDefault(r => r.PrescriptionId == order.Call.PrescriptionId) is { } refill && says(refill, Words.After(trajectory, order.Index)));
    }
}
