namespace Dreaming.Rubrics;

internal static class Repeats
{
    // An unchanged call is a repeat as long as nothing else succeeded in between: after a success the answer may be another.
    public static bool Any(Trajectory trajectory, Func<ToolCallView, bool> counts)
    {
        var since = new HashSet<(string Tool, string Arguments)>();
        foreach (var call in trajectory.Calls())
        {
            var key = (call.Called.Tool, CanonicalJson.Of(call.Called.Arguments.Text));
            if (since.Contains(key))
                return true;
            if (call.Succeeded)
                since.Clear();
            if (counts(call))
                since.Add(key);
        }

        return false;
    }
}
