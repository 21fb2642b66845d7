using System.Runtime.CompilerServices;
using Dreaming.Contracts;
using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Episodes;
using RefillDesk;

namespace Dreaming.Simulators.Tests;

// A domain of another kind: nothing in the simulator was made for it.
public class ClinicTests
{
    [Fact]
    public async Task Held_out_calls_of_a_clinic_are_answered_as_recorded_or_not_at_all()
    {
        var domain = RefillDeskDomain.Instance;
        var recordings = await ReadAsync(domain);
        var curator = new Curator(domain, new CurationOptions());
        var knowledge = TraceKnowledge.Learn(domain, recordings.Where(e => !curator.IsHeldOut(e.TaskId)).Select(e => e.Trajectory));
        var (calls, answered, exact) = (0, 0, 0);
        foreach (var recording in recordings.Where(e => curator.IsHeldOut(e.TaskId)))
        {
            var world = new SimulatedWorld(knowledge, new Seed(1));
            foreach (var view in recording.Trajectory.Calls())
            {
                if (view.Reply is not { Fault: null, Outcome: ReplyOutcome.Result or ReplyOutcome.Refused } reply || domain.FindTool(view.Called.Tool) is not { } tool)
                    continue;
                var call = tool.ReadCall(view.Called.Arguments.ToUtf8());
                var recorded = new SandboxReply(reply.Outcome == ReplyOutcome.Refused, reply.Content);
                calls++;
                if (Recorder.Ask(world, call) is not { } answer)
                {
                    world.Observe(call, recorded);
                    continue;
                }

                Assert.True(answer.Refused || tool.TryReadResult(answer.Content, out _), answer.Content);
                answered++;
                exact += answer == recorded ? 1 : 0;
            }
        }

        Assert.True(answered > calls / 2, $"{answered} of {calls} calls were answered.");
        Assert.True(exact > answered * 0.98, $"{exact} of {answered} answers are as recorded.");
    }

    private static async Task<List<Episode>> ReadAsync(DomainManifest domain, [CallerFilePath] string here = "")
    {
        var recordings = new List<Episode>();
        await foreach (var read in new EpisodeReader(domain).ReadAsync(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "scenarios", "RefillDesk", "episodes"), TestContext.Current.CancellationToken))
            if (read.Episode is { } episode)
                recordings.Add(episode);
        return recordings;
    }
}
