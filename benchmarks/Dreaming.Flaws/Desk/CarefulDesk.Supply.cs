using System.Text.Json;

namespace Dreaming.Flaws.Desk;

// From medicines to prescriptions, and from there to what is to become of them.
public partial class CarefulDesk
{
    /// <summary>Goes about repeats and questions about medicines.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="patientId">For whom.</param>
    protected virtual Move Supply(Talk talk, Wish wish, Caller caller, string patientId)
    {
        var list = Look(talk, ToolCall.Of(new ListPrescriptions(patientId)));
        if (list.Next is { } next)
            return next;
        if (list.Found is not { } found)
            return Sorry(list.Refusal);
        if (Choose(talk, found.Items("prescriptions"), out var chosen) is { } question)
            return question;
        var plans = ImmutableArray.CreateBuilder<Plan>();
        foreach (var prescription in chosen)
        {
            if (Assess(talk, wish, caller, prescription, out var plan) is { } step)
                return step;
            plans.Add(plan!);
        }

        return Carry(talk, patientId, plans.ToImmutable());
    }

    /// <summary>Finds the prescriptions that are meant.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="list">The patient's prescriptions.</param>
    /// <param name="chosen">The numbers of those that are meant.</param>
    /// <returns>What to ask first; null when they are clear.</returns>
    protected virtual Move? Choose(Talk talk, ImmutableArray<JsonElement> list, out ImmutableArray<string> chosen)
    {
        chosen = [];
        var wanted = WantedMedicines.Of(talk, Reader, [.. list.Select(p => p.Text("medication")).OfType<string>()]);
        if (WhichMedicine(talk, wanted) is { } question)
            return question;
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var slot in wanted.Slots)
        {
            var fitting = list.Where(p => p.Text("medication") == slot[0]).ToImmutableArray();
            var active = fitting.Where(p => p.Text("status") == nameof(PrescriptionStatus.Active)).ToImmutableArray();
            if (WhichStrength(talk, active.IsEmpty ? fitting[..1] : active, out var id) is { } strength)
                return strength;
            ids.Add(id!);
        }

        chosen = ids.ToImmutable();
        return null;
    }

    /// <summary>Asks which medicine is meant; null when that is clear.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wanted">What is understood so far.</param>
    protected virtual Move? WhichMedicine(Talk talk, WantedMedicines wanted)
    {
        // Of somebody whose wish had to be asked for, nothing is taken for granted.
        if (talk.TimesSpoken(Clarification) > 0 && talk.TimesSpoken("second medicine") == 0)
            return Move.Say("Which medicine is it, is there a second medicine, and for how many days?");
        var open = wanted.Slots.Index().FirstOrDefault(s => s.Item.Length > 1, (-1, []));
        if (open.Index >= 1 || wanted is { Missing: > 0, OtherMissing: true, Slots.Length: > 0 })
            return Move.Say("What is the other medicine?");
        return open.Index == 0 || wanted.Missing > 0 || wanted.Slots.IsEmpty ? Move.Say("Which medicine do you mean?") : null;
    }

    /// <summary>Finds the prescription that is meant among those of one medicine.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="fitting">The prescriptions; one at least.</param>
    /// <param name="id">Its number.</param>
    /// <returns>What to ask first; null when it is clear.</returns>
    protected virtual Move? WhichStrength(Talk talk, ImmutableArray<JsonElement> fitting, out string? id)
    {
        var text = Plain(string.Join('\n', talk.Said));
        var named = fitting.Length == 1
            ? fitting[0]
            : fitting.OrderByDescending(p => p.Text("strength")?.Length).FirstOrDefault(p => p.Text("strength") is { } strength && text.Contains(Plain(strength), StringComparison.Ordinal));
        id = named.Text("prescription_id");
        return id is null ? Move.Say("Which strength do you take?") : null;
    }

    /// <summary>Decides what is to become of a prescription.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="prescriptionId">The prescription.</param>
    /// <param name="plan">What is to become of it.</param>
    /// <returns>What has to be looked up first; null when it is decided.</returns>
    protected virtual Move? Assess(Talk talk, Wish wish, Caller caller, string prescriptionId, out Plan? plan)
    {
        plan = null;
        var read = Look(talk, ToolCall.Of(new GetPrescription(prescriptionId)));
        if (read.Next is { } next)
            return next;
        if (read.Found is not { } details)
            return Sorry(read.Refusal);
        var medication = details.Text("medication") ?? "";
        plan = new(Course.Refer, prescriptionId, medication, $"{medication} cannot be repeated at the desk") { Topic = MessageTopic.Renewal };
        if (wish.Kind == WishKind.DoseQuestion)
        {
            plan = AboutDose(wish, plan, details);
            return null;
        }

        if (!MayRepeat(details))
            return null;
        if (Interactions(talk, prescriptionId, out var safe) is { } check)
            return check;
        if (!safe)
            plan = plan with { Course = Course.Decide, Reason = $"{medication} must not be repeated as things are: the check found an interaction or an allergy", Topic = MessageTopic.Interaction };
        else if (!HasRepeats(details))
            plan = plan with { Reason = $"no repeats of {medication} are left" };
        else if (!IsDue(details))
            plan = NotDue(wish, plan, details);
        else if (Days(wish, details) > Limit(details))
            plan = plan with { Reason = $"{Days(wish, details)} days of {medication} are wanted, and the prescription allows {Limit(details)}", Topic = MessageTopic.LargerSupply };
        else
            return Stock(talk, caller, plan with { Days = Days(wish, details) }, out plan);
        return null;
    }

    /// <summary>What becomes of a question about a dose.</summary>
    /// <param name="wish">The question.</param>
    /// <param name="plan">What is known.</param>
    /// <param name="details">The prescription.</param>
    protected virtual Plan AboutDose(Wish wish, Plan plan, JsonElement details) => plan with
    {
        Course = details.Is("high_alert") ? Course.Clinician : Course.Refer,
        Reason = $"how to take {plan.Medication} is for the prescriber to say",
        Detail = Short(wish.Question, 300),
        Topic = MessageTopic.DoseQuestion,
    };

    /// <summary>What becomes of a repeat that is not due: what was lost, or what cannot be told, is not left at a date.</summary>
    /// <param name="wish">What is wanted.</param>
    /// <param name="plan">What is known.</param>
    /// <param name="details">The prescription.</param>
    protected virtual Plan NotDue(Wish wish, Plan plan, JsonElement details) => wish.Kind is WishKind.Lost or WishKind.Unclear
        ? plan with { Course = Course.Decide, Reason = $"the supply of {plan.Medication} was lost, and the next repeat is not due", Topic = MessageTopic.LostSupply }
        : plan with { Course = Course.Wait, Reason = $"the next repeat of {plan.Medication} is due on {details.Text("next_due")}" };

    /// <summary>Whether a prescription may be repeated at all.</summary>
    /// <param name="details">The prescription.</param>
    protected virtual bool MayRepeat(JsonElement details) => details.Text("status") == nameof(PrescriptionStatus.Active) && !details.Is("controlled");

    /// <summary>Whether repeats are left.</summary>
    /// <param name="details">The prescription.</param>
    protected virtual bool HasRepeats(JsonElement details) => details.Whole("refills_remaining") > 0;

    /// <summary>Whether the next repeat is due.</summary>
    /// <param name="details">The prescription.</param>
    protected virtual bool IsDue(JsonElement details) => details.Is("due");

    /// <summary>How many days are to be ordered.</summary>
    /// <param name="wish">What is wanted.</param>
    /// <param name="details">The prescription.</param>
    protected virtual int Days(Wish wish, JsonElement details) => wish is { Kind: WishKind.Travel, DayCounts: [var days] } ? days : details.Whole("days_supply") ?? 1;

    /// <summary>The most days that may be ordered.</summary>
    /// <param name="details">The prescription.</param>
    protected virtual int Limit(JsonElement details) => details.Whole("max_days_supply") ?? 0;

    /// <summary>Checks interactions and allergies.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="prescriptionId">The prescription.</param>
    /// <param name="safe">Whether nothing stands against a repeat.</param>
    protected virtual Move? Interactions(Talk talk, string prescriptionId, out bool safe)
    {
        var check = Look(talk, ToolCall.Of(new CheckInteractions(prescriptionId)));
        safe = check.Found is { } report && IsSafe(report);
        return check.Next;
    }

    /// <summary>Whether a check says that a medicine may be repeated.</summary>
    /// <param name="report">The check.</param>
    protected virtual bool IsSafe(JsonElement report) => report.Is("safe_to_repeat");

    /// <summary>Finds out where a medicine can be collected.</summary>
    /// <param name="talk">The conversation so far.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="wanted">What is to be ordered.</param>
    /// <param name="plan">An order with a place, or a referral when there is none.</param>
    protected virtual Move? Stock(Talk talk, Caller caller, Plan wanted, out Plan? plan)
    {
        plan = null;
        var stock = Look(talk, ToolCall.Of(new CheckStock(wanted.Medication, caller.PharmacyId)));
        if (stock.Next is { } next)
            return next;
        var place = stock.Found is not { } report ? null : report.Is("in_stock") ? caller.PharmacyId : report.Items("elsewhere").Select(e => e.Text("pharmacy_id")).FirstOrDefault();
        plan = place is null
            ? wanted with { Reason = $"no pick-up point has {wanted.Medication}", Topic = MessageTopic.Other }
            : wanted with { Course = Course.Order, PharmacyId = place };
        return null;
    }

    private static string Plain(string text) => string.Join(' ', text.ToLowerInvariant().Split([' ', '-', '_', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
