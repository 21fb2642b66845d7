namespace Dreaming.Learning.Figures;

internal sealed class Transcripts(int most)
{
    public void Print(IEnumerable<Judged> judged)
    {
        foreach (var (rollout, card) in judged.Take(most))
        {
            var skeleton = rollout.Dream.Skeleton;
            Console.WriteLine($"--- {skeleton.Scenario} {skeleton.Family} {string.Join(", ", skeleton.Operators)} passed={card.Passed} achieved={card.Achieved} breaches={string.Join(',', card.Breaches.Select(b => $"{b.Invariant}@{b.Event}"))}");
            Console.WriteLine($"    {skeleton.Facts}");
            for (var i = 0; i < rollout.Trajectory.Events.Length; i++)
                Console.WriteLine($"  {i,2} {Line(rollout.Trajectory.Events[i])}");
        }
    }

    private static string Line(TrajectoryEvent happened) => happened switch
    {
        UserSaid u => "USER  " + u.Text,
        AgentSaid a => "AGENT " + a.Text,
        ToolCalled c => $"CALL  {c.Tool} {c.Arguments}",
        ToolReplied r => $"REPLY {r.Outcome} {(r.Content.Length > 400 ? r.Content[..400] : r.Content)}",
        Ended e => $"END   {e.Reason} {e.Detail}",
        _ => "?",
    };
}
