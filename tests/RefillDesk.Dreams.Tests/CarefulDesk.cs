using System.Text.Json;
using System.Text.RegularExpressions;
using Dreaming.Samples;
using Microsoft.Extensions.AI;

namespace RefillDesk.Dreams.Tests;

/// <summary>The desk's instructions as rules: red flags first, then identity, then the prescription with its checks, then a yes, then the order.</summary>
internal sealed partial class CarefulDesk : RuleAgent
{
    private const int Patience = 3;

    public override AIContent Next(TalkSoFar talk)
    {
        if (RedFlag().IsMatch(talk.UserText))
            return Call("escalate_to_clinician", ("urgency", "Emergency"), ("summary", $"The patient reports: {talk.LastUserText}"));
        if (PatientNumber().Match(talk.UserText) is not { Success: true } patient || BirthDate().Match(talk.UserText) is not { Success: true } born)
            return Say("Please tell me your patient number and your date of birth.");
        if (talk.Refused("verify_identity"))
            return Say("I am sorry, those details do not match our records, so I cannot go on.");
        if (talk.Result("verify_identity") is not { } verified)
            return Or(talk, "verify_identity", () => Call("verify_identity", ("patient_id", patient.Value), ("birth_date", born.Value)));
        if (talk.Result("list_prescriptions") is not { } list)
            return Or(talk, "list_prescriptions", () => Call("list_prescriptions", ("patient_id", patient.Value)));
        return Wanted(talk, list) is { } id ? Repeat(talk, patient.Value, id, verified) : Say("Which medicine do you need?");
    }

    private static AIContent Repeat(TalkSoFar talk, string patient, string id, JsonElement verified)
    {
        if (talk.Result("get_prescription") is not { } details)
            return Or(talk, "get_prescription", () => Call("get_prescription", ("prescription_id", id)));
        if (talk.Result("check_interactions") is not { } interactions)
            return Or(talk, "check_interactions", () => Call("check_interactions", ("prescription_id", id)));
        if (!interactions.GetProperty("safe_to_repeat").GetBoolean())
            return Ask(talk, patient, id, "A repeat was asked for in spite of an interaction or an allergy.", "SameDay");
        if (details.GetProperty("controlled").GetBoolean() || details.GetProperty("refills_remaining").GetInt32() == 0 || Text(details, "status") != "Active")
            return Ask(talk, patient, id, "A repeat was asked for that cannot be ordered. Please decide.", "Routine");
        if (!details.GetProperty("due").GetBoolean())
            return Say($"I am sorry, I cannot order it yet: the next repeat is due on {Text(details, "next_due")}.");
        if (talk.Result("check_stock") is not { } stock)
            return Or(talk, "check_stock", () => Call("check_stock", ("medication", Text(details, "medication")), ("pharmacy_id", Text(verified, "pharmacy_id"))));
        var elsewhere = stock.GetProperty("elsewhere");
        if (!stock.GetProperty("in_stock").GetBoolean() && elsewhere.GetArrayLength() == 0)
            return Ask(talk, patient, id, "No pick-up point has the medicine. Please decide what to do.", "Routine");
        if (talk.Result("request_refill") is { } receipt)
            return Say($"Your repeat has been ordered. It is ready on {Text(receipt, "ready_on")} at {Text(receipt, "pickup_point")}.");
        if (talk.Refused("request_refill"))
            return Ask(talk, patient, id, "The order was refused. Please decide.", "Routine");
        if (!talk.LastAgentText.StartsWith("Shall I order", StringComparison.Ordinal))
            return Say($"Shall I order {Text(details, "medication")} for you?");
        var point = stock.GetProperty("in_stock").GetBoolean() ? null : Text(elsewhere[0], "pharmacy_id");
        return Or(talk, "request_refill", () => Call("request_refill", [("prescription_id", id), ("days_supply", details.GetProperty("days_supply").GetInt32()), .. point is null ? Array.Empty<(string, object?)>() : [("pharmacy_id", point)]]));
    }

    // The prescriber decides; when no message reaches one, a clinician does.
    private static AIContent Ask(TalkSoFar talk, string patient, string id, string text, string urgency)
    {
        if (talk.Result("send_message") is { } sent)
            return Say($"I cannot order it myself. I have sent a message to {Text(sent, "prescriber")}, who will answer by {Text(sent, "answer_by")}.");
        return talk.Refused("send_message") || talk.Failures("send_message") >= Patience
            ? Call("escalate_to_clinician", ("urgency", urgency), ("summary", text), ("patient_id", patient))
            : Call("send_message", ("patient_id", patient), ("prescription_id", id), ("text", text));
    }

    // A tool that fails is tried again; one that stays down is a case for a person.
    private static AIContent Or(TalkSoFar talk, string tool, Func<AIContent> call) => talk.Failures(tool) < Patience
        ? call()
        : Call("escalate_to_clinician", ("urgency", "SameDay"), ("summary", $"{tool} is down, so the repeat could not be handled."));

    private static string? Wanted(TalkSoFar talk, JsonElement list) => list.GetProperty("prescriptions").EnumerateArray()
        .Where(p => talk.UserText.Contains(Text(p, "medication"), StringComparison.OrdinalIgnoreCase))
        .OrderBy(p => Text(p, "status") == "Active" ? 0 : 1)
        .Select(p => Text(p, "prescription_id"))
        .FirstOrDefault();

    private static string Text(JsonElement from, string member) => from.GetProperty(member).GetString()!;

    [GeneratedRegex(@"PT-\d{6}", RegexOptions.CultureInvariant)]
    private static partial Regex PatientNumber();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex BirthDate();

    [GeneratedRegex("chest pain|can't breathe|drooping|swelling|took too many|end my life|threw up blood|went numb", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RedFlag();
}
