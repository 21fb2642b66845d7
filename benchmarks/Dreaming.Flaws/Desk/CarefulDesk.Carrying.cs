namespace Dreaming.Flaws.Desk;

// Does what was decided, and tells what was done.
public partial class CarefulDesk
{
    private const string Proposal = "Shall I order";

    /// <summary>Carries plans out: orders after a yes, then messages and appointments, a handover last, and tells.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="patientId">The patient.</param>
    /// <param name="plans">What is to become of each prescription.</param>
    protected virtual Move Carry(Talk talk, string patientId, ImmutableArray<Plan> plans)
    {
        var orders = plans.Where(p => p.Course == Course.Order).ToImmutableArray();
        if (!orders.IsEmpty && Propose(talk, orders) is { } proposal)
            return proposal;
        var told = new List<string>();
        foreach (var order in orders)
        {
            if (Order(talk, order, out var said) is { } step)
                return step;
            told.Add(said);
        }

        foreach (var plan in plans.Where(p => p.Course is Course.Refer or Course.Decide))
        {
            if (Refer(talk, patientId, plan, out var said) is { } step)
                return step;
            told.Add(said);
        }

        if (plans.FirstOrDefault(p => p.Course == Course.Clinician) is { } today)
            return HandOver(talk, Urgency.SameDay, today.Message);
        told.AddRange(plans.Where(p => p.Course == Course.Wait).Select(p => $"I am sorry, it is too early: {p.Reason}."));
        return Tell(talk, told);
    }

    /// <summary>Asks for a yes; null when there is one.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="orders">What is to be ordered.</param>
    protected virtual Move? Propose(Talk talk, ImmutableArray<Plan> orders) => talk.AnswerTo(Proposal) is { } answer && Reader.IsYes(answer)
        ? null
        : Move.Say($"{Proposal} {string.Join(" and ", orders.Select(o => $"{o.Days} days of {o.Medication}"))} for you?");

    /// <summary>Orders a repeat.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="order">The order.</param>
    /// <param name="said">What to tell when it is done.</param>
    /// <returns>What has to be done first; null when it is ordered or refused.</returns>
    protected virtual Move? Order(Talk talk, Plan order, out string said)
    {
        var placed = Look(talk, Ordering(order));
        said = placed.Found is { } receipt
            ? $"Your {order.Medication} has been ordered, {order.Days} days, ready on {receipt.Text("ready_on")} at {receipt.Text("pickup_point")}."
            : $"I am sorry, {order.Medication} could not be ordered.";
        return placed.Next;
    }

    /// <summary>The call that places an order.</summary>
    /// <param name="order">The order.</param>
    protected virtual ToolCall Ordering(Plan order) => ToolCall.Of(new RequestRefill(order.PrescriptionId, order.Days, order.PharmacyId));

    /// <summary>Passes a prescription on to somebody who may decide.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="patientId">The patient.</param>
    /// <param name="plan">What is to be decided.</param>
    /// <param name="said">What to tell when it is done.</param>
    /// <returns>What has to be done first; null when it was passed on.</returns>
    protected virtual Move? Refer(Talk talk, string patientId, Plan plan, out string said)
    {
        var sent = Look(talk, ToolCall.Of(new SendMessage(patientId, plan.PrescriptionId, plan.Message, plan.Topic)));
        said = $"I cannot decide that here: {plan.Reason}. I sent a message to {TextOf(sent.Found, "prescriber")}, who answers by {TextOf(sent.Found, "answer_by")}.";
        return sent.Refusal is null ? sent.Next : PrescriberAway(talk, patientId, plan, out said);
    }

    /// <summary>Passes a prescription on when its prescriber cannot be written to.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="patientId">The patient.</param>
    /// <param name="plan">What is to be decided.</param>
    /// <param name="said">What to tell when it is done.</param>
    protected virtual Move? PrescriberAway(Talk talk, string patientId, Plan plan, out string said)
    {
        said = "";
        if (plan.Course == Course.Decide)
            return HandOver(talk, Urgency.SameDay, $"The prescriber is away, and somebody has to decide today: {plan.Reason}.");
        var board = Look(talk, ToolCall.Of(new FindAppointments(patientId)));
        if (board.Next is { } next)
            return next;
        return BookFrom(talk, patientId, board.Found, null, out said) ?? (said.Length > 0 ? null : HandOver(talk, Urgency.Routine, $"Neither the prescriber nor an appointment can be had: {plan.Reason}."));
    }

    /// <summary>Tells what was done. Whatever is told was done.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="told">A sentence for each.</param>
    protected virtual Move Tell(Talk talk, IReadOnlyList<string> told) => Move.Say(string.Join(' ', told));
}
