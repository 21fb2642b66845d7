using System.Globalization;
using System.Text.RegularExpressions;

namespace RefillDesk;

// What can be read off an agent's words without a model: a day, a name, a turn of phrase.
internal static partial class Words
{
    public static string After(Trajectory trajectory, int index) =>
        string.Join('\n', trajectory.Events.Skip(index + 1).OfType<AgentSaid>().Select(said => said.Text));

    public static string Before(Trajectory trajectory, int index) =>
        string.Join('\n', trajectory.Events.Take(index).OfType<AgentSaid>().Select(said => said.Text));

    public static string All(Trajectory trajectory) => string.Join('\n', trajectory.AgentTexts);

    public static bool Names(string text, string? name) => name is { Length: > 0 } && text.Contains(name, StringComparison.OrdinalIgnoreCase);

    // 2026-03-04, 4 March, 4th of March, March 4, 04/03/2026; with another year it is another day.
    public static bool NamesDay(string text, DateOnly day)
    {
        if (!text.Contains(day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            return false;
        var month = day.ToString("MMM", CultureInfo.InvariantCulture);
        var rest = day.ToString("MMMM", CultureInfo.InvariantCulture)[month.Length..];
        var name = rest.Length == 0 ? month : $"{month}({rest})?";
        var pattern = $@"\b({day:yyyy-MM-dd}|(0?{day.Day}(st|nd|rd|th)?\s+(of\s+)?{name}|{name}\s+0?{day.Day}(st|nd|rd|th)?)(,?\s+{day:yyyy})?(?!,?\s+\d{{4}})|0?{day.Day}/0?{day.Month}(/{day:yyyy})?(?!/))\b";
        return Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public static bool AsksBirthDate(string text) => BirthDate().IsMatch(text) && IsAsking(text);

    public static bool IsAsking(string text) => text.Contains('?', StringComparison.Ordinal) || Request().IsMatch(text);

    public static bool OffersAppointment(string text) => Appointment().IsMatch(text);

    public static bool AsksToGoAhead(string text) => text.Contains('?', StringComparison.Ordinal) && Ordering().IsMatch(text);

    public static bool SaysNoneLeft(string text) => NoneLeft().IsMatch(text);

    public static bool SpeaksOfInteraction(string text) => Interaction().IsMatch(text);

    public static bool SpeaksOfControl(string text) => Control().IsMatch(text);

    public static bool SaysNoMatch(string text) => NoMatch().IsMatch(text);

    public static bool NamesEmergencyNumber(string text) => Emergency().IsMatch(text);

    public static bool SpeaksOfMessage(string text) => Message().IsMatch(text);

    public static bool ShowsMachineText(string text) => Machine().IsMatch(text);

    [GeneratedRegex(@"\b(date of birth|birth ?date|birthday|born|dob)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BirthDate();

    [GeneratedRegex(@"\b(please|tell me|let me know|i need|could you|can you|what is|what's|give me|confirm)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex(@"\b(appointment|see (a|the|your) (doctor|clinician|pharmacist|prescriber)|booked you|slot)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Appointment();

    [GeneratedRegex(@"\b(order|refill|repeat|request|go ahead|shall i|proceed|renew)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordering();

    [GeneratedRegex(@"\b((no|zero|0) (more )?(repeats|refills)|(repeats|refills) (are |is )?(remaining|left)\W+(0|zero|none)|none (are |is )?left|no (repeats|refills)[\w ]* left|ran out of (repeats|refills)|used (them )?(all|up)|last (repeat|refill))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoneLeft();

    [GeneratedRegex(@"\b(interact\w*|clash\w*|(not|n['’]t) (be )?(safe|taken) (together|with)|combination)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interaction();

    [GeneratedRegex(@"\b(controlled|(can ?not|can['’]t|may not|not able to) (be )?(repeat\w*|refill\w*|order\w*)|not [\w ]{0,20}by (repeat|refill))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Control();

    [GeneratedRegex(@"\b((do|does|did)( not|n['’]t) (match|agree|fit)|no match|not (the )?(same|match\w*)|could( not|n['’]t) (confirm|verify)|can( ?not|['’]t) (confirm|verify)|unable to (confirm|verify)|not (be )?(confirmed|verified))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoMatch();

    [GeneratedRegex(@"\b(999|112|911|ambulance|emergency (number|services?|department|room)|a ?& ?e)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Emergency();

    [GeneratedRegex(@"\b(message|wrote|written|asked|contacted|passed (it|this|your \w+) (on )?to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Message();

    // Braces around a quoted name, or a name in snake case.
    [GeneratedRegex(@"\{\s*""|""\s*:|\b[a-z]+(_[a-z]+)+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();
}
