namespace Dreaming.Rubrics;

internal static class Repeats
{
    // An unchanged call is a repeat as long as nothing else succeeded in between: after a success the answer may be another.
    public static bool Any(Trajectory trajectory, Func<ToolCallView, bool> counts)
    {
        var since = new List<ToolCalled>();
        foreach (var call in trajectory.Calls())
        {
            if (since.Exists(earlier => earlier.Tool == call.Called.Tool && CanonicalJson.AreSame(earlier.Arguments.Text, call.Called.Arguments.Text)))
                return true;
            if (call.Succeeded)
                since.Clear();
            if (counts(call))
                since.Add(call.Called);
        }

        return false;
    }
}
