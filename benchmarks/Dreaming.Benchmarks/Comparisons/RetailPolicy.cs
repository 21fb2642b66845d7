using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dreaming.Benchmarks.Recordings;
using OrderDesk;

namespace Dreaming.Benchmarks.Comparisons;

/// <summary>Holds the order desk's temporal constraints against every recorded retail simulation, and asks at each call and reply what a shield would have refused.</summary>
public sealed partial class RetailPolicy : IComparison
{
    private const int WordsAround = 3;
    private const int LineLength = 240;

    /// <inheritdoc/>
    public string Name => "retail-policy";

    /// <inheritdoc/>
    public string Question => "Which temporal constraints do the recorded agents violate, and what would a shield have refused?";

    /// <inheritdoc/>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        if (RetailRecordings.Find() is not { } recordings)
            return await Skipped.WriteAsync(output, Name);

        var domain = OrderDeskDomain.Instance;
        var program = PolicyProgram.Of(domain);
        var watched = new List<WatchedRecording>();
        await foreach (var simulation in recordings.ReadAsync(ct))
            watched.Add(WatchedRecording.Of(program, domain, simulation, ct));

        var successes = watched.Where(Succeeded).ToArray();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{watched.Count} recordings, {successes.Length} of them with reward 1; active: an automaton of the constraint left its first state"));
        await output.WriteLineAsync();
        await WriteConstraintsAsync(output, program, watched);
        await output.WriteLineAsync();
        await WriteRefusalsAsync(output, successes);
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            compare = Name,
            episodes = watched.Count,
            constraints = program.Constraints.Length,
            active = watched.SelectMany(w => w.Active).Distinct().Count(),
            violated = watched.Count(w => !w.Violated.IsEmpty),
            violated_in_successful = successes.Count(w => !w.Violated.IsEmpty),
            refusals = watched.Sum(w => w.Refusals.Length),
            refusals_in_successful = successes.Sum(w => w.Refusals.Length),
        }));
        return 0;
    }

    private static bool Succeeded(WatchedRecording watched) => watched.Simulation.Reward >= 1;

    private static async Task WriteConstraintsAsync(TextWriter output, PolicyProgram program, List<WatchedRecording> watched)
    {
        await output.WriteLineAsync($"{"constraint",-36} {"active",6} {"violated, reward 1",19} {"else",5}  by run (file/task/trial)");
        foreach (var id in program.Constraints.Select(c => c.Id))
        {
            var violating = watched.Where(w => w.Violated.Contains(id)).ToArray();
            var succeeded = violating.Count(Succeeded);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{id,-36} {watched.Count(w => w.Active.Contains(id)),6} {succeeded,19} {violating.Length - succeeded,5}  {string.Join(' ', violating.Select(w => Run(w.Simulation)))}"));
        }
    }

    private static async Task WriteRefusalsAsync(TextWriter output, WatchedRecording[] successes)
    {
        await output.WriteLineAsync("what a shield would have refused in runs with reward 1:");
        foreach (var watched in successes)
            foreach (var refusal in watched.Refusals)
            {
                var doomed = refusal.Doomed.IsEmpty ? "" : $" (doomed: {string.Join(", ", refusal.Doomed)})";
                await output.WriteLineAsync($"\n{Run(watched.Simulation)} event {refusal.Index}: {string.Join(", ", refusal.Violated)}{doomed}");
                foreach (var line in Around(watched.Simulation.Trajectory, refusal.Index))
                    await output.WriteLineAsync(line);
            }

        await output.WriteLineAsync();
    }

    private static string Run(RecordedSimulation simulation) =>
        string.Create(CultureInfo.InvariantCulture, $"{simulation.File.Split('_')[0]}/{simulation.Task}/{simulation.Trial}");

    // The messages before the event, and the event: what a reader needs to decide who is right.
    private static IEnumerable<string> Around(Trajectory trajectory, int index)
    {
        var before = trajectory.Events.Take(index).Where(e => e is UserSaid or AgentSaid).TakeLast(WordsAround);
        return before.Append(trajectory.Events[index]).Select(Line);
    }

    private static string Line(TrajectoryEvent e)
    {
        var text = e switch
        {
            UserSaid said => "  user:  " + said.Text,
            AgentSaid said => "  agent: " + said.Text,
            ToolCalled called => $"  call:  {called.Tool} {called.Arguments.Text}",
            _ => throw new ArgumentException($"{e.GetType().Name} is neither said nor called.", nameof(e)),
        };
        text = text[..9] + Spaces().Replace(text[9..], " ");
        return text.Length <= LineLength ? text : text[..LineLength] + "...";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
