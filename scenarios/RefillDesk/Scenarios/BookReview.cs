namespace RefillDesk;

[Scenario("book-review", Title = "A patient wants an appointment for a medication review on a certain day.")]
[Says("I'd like to book a medication review on {PreferredDay}.")]
[Says("Could I see my doctor about my medicines? {PreferredDay} would suit me. My number is {PatientId}.")]
[Says("I was told to make an appointment for a review")]
[SucceedsBy<VerifyIdentity>]
[Budget(Turns = 12, ToolCalls = 10)]
public sealed partial record BookReview(
    [RegularExpression(Ids.Patient), Asked("patient number", "number on your card", "patient id")] string PatientId,
    [Hidden, Sensitive, Asked("date of birth", "birthday", "born", "dob")] DateOnly BirthDate,
    [Asked("which day", "what day", "when", "day would suit")] DateOnly PreferredDay) : IScenario<BookReview, Pharmacy>
{
    // The days are dealt out among the patients.
    public static IEnumerable<BookReview> Seeds(Pharmacy world)
    {
        ImmutableArray<DateOnly> days = [.. world.FreeSlots.Select(s => s.Day).Distinct().Order()];
        return days.IsEmpty
            ? []
            : world.Patients
                .Where(p => world.Appointments.All(a => a.PatientId != p.PatientId))
                .Select((p, i) => new BookReview(p.PatientId, p.BirthDate, days[i % days.Length]));
    }

    public static BookReview? Ground(Trajectory episode, Pharmacy world)
    {
        if (EpisodeReading.Of(episode, world) is not { Wish: Wish.Appointment } r)
            return null;
        var days = world.FreeSlots.Select(s => s.Day).Distinct().Order();
        var day = days.Where(d => Words.NamesDay(r.UserText, d)).Select(d => (DateOnly?)d).FirstOrDefault() ?? DayBooked(episode);
        return day is null ? null : new(r.Patient.PatientId, r.Patient.BirthDate, day.Value);
    }

    public bool Achieved(Pharmacy before, Pharmacy after, Trajectory trajectory)
    {
        if (!Identity.Covers(trajectory, before, PatientId) || !Outcome.NothingOrdered(before, after))
            return false;
        var booking = Outcome.NewBooking(before, after, PatientId);
        if (before.Appointments.Any(a => a.PatientId == PatientId))
            return booking is null && Outcome.SpokeAfter(trajectory, LearntOfBookingAt(trajectory));
        var dayIsFree = before.FreeSlots.Any(s => s.Day == PreferredDay);
        return booking is not null && (!dayIsFree || booking.Day == PreferredDay);
    }

    [Counterfactual("day-full", "Nothing is free on that day: another one has to do.")]
    public Pharmacy DayFull(Pharmacy world) => world.WithoutFreeSlotsOn(PreferredDay);

    [Counterfactual("already-booked", "The patient already has an appointment.")]
    public Pharmacy AlreadyBooked(Pharmacy world) => world.WithBookedAppointment(PatientId);

    private int LearntOfBookingAt(Trajectory trajectory)
    {
        foreach (var look in trajectory.Succeeded<FindAppointments>())
            if (look.Call.PatientId == PatientId)
                return look.Index;
        foreach (var attempt in trajectory.Calls<BookAppointment>())
            if (attempt.Call.PatientId == PatientId && attempt.Reply?.Outcome == ReplyOutcome.Refused)
                return attempt.Index;
        return -1;
    }

    private static DateOnly? DayBooked(Trajectory episode) =>
        episode.Succeeded<BookAppointment>().Select(b => b.Result<BookedAppointment>()?.Day).FirstOrDefault();
}
