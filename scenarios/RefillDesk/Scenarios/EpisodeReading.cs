using System.Text.Json;
using System.Text.RegularExpressions;

namespace RefillDesk;

// Reads who wanted what off a recorded conversation. People's own data come from the world: those in the recording are pseudonyms.
internal sealed partial record EpisodeReading(Wish Wish, Patient Patient, ImmutableArray<Prescription> Wanted, string UserText)
{
    public Patient? Other { get; private init; }

    public static EpisodeReading? Of(Trajectory episode, Pharmacy world)
    {
        var text = string.Join('\n', episode.UserTexts);
        var verifications = episode.Calls().Where(c => c.Called.Tool == VerifyIdentity.Contract.Name).ToArray();
        var said = PatientNumber().Matches(text).Select(m => $"PT-{m.Groups[1].Value}").ToArray();
        ImmutableArray<Patient> named =
        [
            .. Arguments(verifications.Where(c => c.Succeeded), "patient_id")
                .Concat(Arguments(verifications, "patient_id"))
                .Concat(Arguments(episode.Calls(), "patient_id"))
                .Concat(said)
                .Distinct(StringComparer.Ordinal).Select(world.Patient).OfType<Patient>(),
        ];
        if (named.IsEmpty)
            return null;

        var patient = named[0];
        var other = named.FirstOrDefault(p => p != patient && said.Contains(p.PatientId));
        var wanted = WantedOf(episode, world, other ?? patient, text);
        return new(WishOf(), patient, wanted, text) { Other = other };

        Wish WishOf()
        {
            if (RedFlags.WereReported(episode))
                return Wish.RedFlag;
            if (verifications.Length > 0 && Array.TrueForAll(verifications, v => v.Reply?.Outcome == ReplyOutcome.Refused))
                return other is null ? Wish.Unconfirmed : Wish.SomebodyElse;
            if (other is not null)
                return Wish.SomebodyElse;
            if (Lost().IsMatch(text))
                return Wish.LostSupply;
            if (Travel().IsMatch(text))
                return Wish.LargerSupply;
            if (Dose().IsMatch(text))
                return Wish.DoseQuestion;
            if (wanted.IsEmpty || Visit().IsMatch(text))
                return Wish.Appointment;
            if (wanted.Select(p => p.Medication).Distinct(StringComparer.Ordinal).Count() > 1)
                return Wish.TwoPrescriptions;
            return HasOtherStrength(world, wanted[0]) ? Wish.OneOfTwoStrengths : Wish.Repeat;
        }
    }

    public static bool HasOtherStrength(Pharmacy world, Prescription p) =>
        world.PrescriptionsOf(p.PatientId).Any(o => o.PrescriptionId != p.PrescriptionId && o.Medication == p.Medication && o.Status == PrescriptionStatus.Active);

    // The medicines that the user named, in the order in which they were acted on; without a name, whatever was acted on first.
    private static ImmutableArray<Prescription> WantedOf(Trajectory episode, Pharmacy world, Patient patient, string text)
    {
        var acted = Arguments(episode.Calls().OrderBy(c => IsWrite(c.Called.Tool) ? 0 : 1), "prescription_id")
            .Distinct(StringComparer.Ordinal)
            .Select(world.Prescription).OfType<Prescription>()
            .Where(p => p.PatientId == patient.PatientId)
            .ToArray();
        var named = world.PrescriptionsOf(patient.PatientId)
            .Where(p => text.Contains(p.Medication, StringComparison.OrdinalIgnoreCase))
            .OrderBy(p => p.Status)
            .ToArray();
        if (named.Length == 0)
            return [.. acted.Take(1)];
        return
        [
            .. acted.Where(named.Contains).Concat(named)
                .DistinctBy(p => p.Medication, StringComparer.Ordinal)
                .OrderBy(p => text.IndexOf(p.Medication, StringComparison.OrdinalIgnoreCase)),
        ];
    }

    private static bool IsWrite(string tool) => tool == RequestRefill.Contract.Name || tool == SendMessage.Contract.Name;

    private static IEnumerable<string> Arguments(IEnumerable<ToolCallView> calls, string name)
    {
        foreach (var call in calls)
            if (Argument(call.Called.Arguments.Text, name) is { } value)
                yield return value;
    }

    private static string? Argument(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (JsonException)
        {
            // A call that is no JSON names nobody.
            return null;
        }
    }

    // "PT-100001", "pt 100001", "PT100001".
    [GeneratedRegex(@"\bPT[-_ ]?(\d{6})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PatientNumber();

    [GeneratedRegex(@"\b(lost|lose|stolen|misplaced|left (it|them|my \w+) (on|in|at)|fell (in|into|down)|thrown (them|it) away)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lost();

    [GeneratedRegex(@"\b(travel\w*|trip|abroad|holiday|away for)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Travel();

    [GeneratedRegex(@"\b(missed|double|how many|how much|half a|skip|with (food|milk|alcohol)|change (the|my) dose|dose)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dose();

    [GeneratedRegex(@"\b(appointment|review|see (a|the|my) (doctor|clinician|pharmacist))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Visit();
}
