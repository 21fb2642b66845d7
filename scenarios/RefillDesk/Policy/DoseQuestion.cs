using System.Text.RegularExpressions;

namespace RefillDesk;

[Signal("dose-question", "The person asks how much of a medicine to take, whether to leave a dose out or take one twice, or with what it may be taken.")]
public sealed partial record DoseQuestion : ISignal<DoseQuestion>
{
    public static DoseQuestion? Detect(Trajectory soFar) => soFar.Events[^1] is UserSaid said && Question().IsMatch(said.Text) ? new() : null;

    [GeneratedRegex("""
        \b (missed|skip|double|half\ an?|extra) \b [^.?!]{0,30} \b (dose|one|tablet|pill)s? \b
        | \b how\ (many|much) \b [^.?!]{0,30} \b take \b
        | \b (can|may|should|do|safe\ to) \s+ I?\s* (still\ )? (take|stop\ taking) \b [^.?!]{0,200} \?
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Question();
}
