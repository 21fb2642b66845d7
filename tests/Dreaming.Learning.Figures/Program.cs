using System.Diagnostics;
using Dreaming;
using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Curation;
using Dreaming.Determinism;
using Dreaming.Distillation;
using Dreaming.Dreams;
using Dreaming.Learning.Figures;
using Dreaming.Overlays;
using Dreaming.Rollouts;
using Dreaming.Users;
using Microsoft.Extensions.AI;

// Prints what one night teaches the policy agent: practice, recordings, dreams, repairs, lessons, learning, before and after.
// Options: --domain refill-desk|order-desk, --dreams N, --episodes N, --seed N, --rollouts N, --alternatives N; --show SCENARIO, --unrepaired SCENARIO, --show-after SCENARIO|all, --alternatives-of SCENARIO, --count N; --ranks, --cost, --grid
var arguments = new Arguments(args);
var seed = new Seed((ulong)arguments.Number("--seed", 1));
DomainManifest domain = arguments.Text("--domain") == "order-desk" ? OrderDesk.OrderDeskDomain.Instance : RefillDesk.RefillDeskDomain.Instance;
var world = domain.OpenWorld(WorldOptions.Default);
var runner = new RolloutRunner(domain, world, new AgendaUser(domain), new RolloutOptions());
var critic = new Critic(domain, world);
var factory = new PolicyAgentFactory(domain);
var agent = factory.Create(null);
var show = new Transcripts(arguments.Number("--count", 6));
var clock = Stopwatch.StartNew();

var practised = await new Practice(domain, world, runner, critic).LearnAsync(300, seed.Derive("practice"));
Tick("practice");
var recorder = new EpisodeRecorder(domain, world, runner, critic);
var episodes = await recorder.RecordAsync(arguments.Number("--episodes", 240), [new("base", agent), new("practised", factory.Create(practised))], seed.Derive("record"));
Tick($"{episodes.Length} episodes, {string.Join(", ", episodes.GroupBy(e => e.Agent).Select(g => $"{g.Count(e => e.Successful)} of {g.Count()} successful by {g.Key}"))}");
var curated = new Curator(domain, new CurationOptions()).Curate(episodes);
var grounder = new Grounder(domain, world);
var rehearsals = curated.HeldOut.Select(grounder.Rehearse).OfType<Skeleton>().DistinctBy(s => s.Id).ToList();
var batch = new Dreamer(domain, world, new DreamerOptions()).Dream(curated.Train, arguments.Number("--dreams", 600), seed.Derive("dreams"));
var writer = new DreamWriter(domain);
var cases = batch.Skeletons.Select((s, i) => new Case(i % 3 == 2 ? "probe" : "lesson", writer.Write(s, seed.Derive("words").Derive(s.Id))))
    .Concat(rehearsals.SelectMany(s => Enumerable.Range(0, 3).Select(t => new Case("held-out", writer.Write(s, seed.Derive("words").Derive(s.Id, t)))))).ToList();
Tick($"{batch.Skeletons.Length} dreams from {curated.Train.Length} episodes, {rehearsals.Count} held-out rehearsals");

var before = await RunAsync(agent, "base");
Tick("before");
show.Print(before.Where(b => b.Rollout.Dream.Skeleton.Scenario == arguments.Text("--show")));
if (arguments.Has("--cost"))
    DecisionCost.Print(domain, before.Select(b => b.Rollout.Trajectory));

var options = new RepairOptions();
options = options with { MaxRollouts = arguments.Number("--rollouts", options.MaxRollouts), Alternatives = arguments.Number("--alternatives", options.Alternatives) };
var search = new RepairSearch(domain, runner, critic, new PolicyProposer(domain), options);
var failures = before.Where((b, i) => cases[i].Group == "lesson" && b.Card.Passed == false).ToList();
var findings = new RepairFindings[failures.Count];
await Parallel.ForAsync(0, failures.Count, async (i, ct) => findings[i] = await search.FindAsync(failures[i].Rollout, failures[i].Card, agent, ct));
Tick($"repair: {findings.Count(f => f.Repairs.Length > 0)} of {failures.Count} repaired, {findings.Sum(f => f.Repairs.Length)} repairs, {findings.Sum(f => f.Rollouts)} rollouts");
Tables.PrintRepairs(failures, findings);
if (arguments.Has("--ranks"))
    await Tables.PrintRanksAsync(new PolicyProposer(domain), findings);
show.Print(failures.Zip(findings).Where(f => f.Second.Repairs.Length == 0 && f.First.Rollout.Dream.Skeleton.Scenario == arguments.Text("--unrepaired")).Select(f => f.First));

foreach (var one in failures.Zip(findings).Where(f => f.Second.Repairs.Length == 0 && f.First.Rollout.Dream.Skeleton.Scenario == arguments.Text("--alternatives-of")).Select(f => f.First).Take(1))
    await Alternatives.PrintAsync(one, runner, critic, new PolicyProposer(domain), agent);

Demonstration[] passed =
[
    .. findings.Where(f => f.Passed is not null).Select(f => new Demonstration(f.Repairs[0].Id, f.Passed!)),
    .. before.Where((b, i) => cases[i].Group == "lesson" && b.Card.Passed == true).Select(b => new Demonstration(b.Rollout.Id, b.Rollout.Trajectory)),
];
var lessons = new LessonPlan(domain, new LessonOptions()).Compose(curated.Train, [.. findings.SelectMany(f => f.Repairs)], arguments.Has("--no-passed") ? null : passed);
Tick($"{lessons.Length} lessons, {lessons.Count(l => l.Origin == LessonOrigin.Episode)} of episodes, {lessons.Count(l => l.Wrong is not null)} repairs");

LearningOptions[] grid = arguments.Has("--grid") ? Grid.All : [new LearningOptions()];
foreach (var how in grid)
{
    var (overlay, report) = new PolicyLearner(domain, how).Learn(lessons, null, seed.Derive("learn"));
    Tick($"learn: {how}\n           {report}");
    if (overlay is null)
        return;
    var after = await RunAsync(factory.Create(overlay), "student");
    Tick("after");
    Tables.Print(domain, cases, before, after, brief: grid.Length > 1);
    show.Print(after.Where((b, i) => cases[i].Group != "lesson" && b.Card.Passed == false && (arguments.Text("--show-after") is "all" || b.Rollout.Dream.Skeleton.Scenario == arguments.Text("--show-after"))));
}

async Task<Judged[]> RunAsync(IChatClient client, string id)
{
    var results = new Judged[cases.Count];
    await Parallel.ForAsync(0, cases.Count, async (i, ct) =>
    {
        var rollout = await runner.RunAsync(cases[i].Dream, client, id, 0, ct);
        results[i] = new(rollout, await critic.JudgeAsync(rollout, ct));
    });
    return results;
}

void Tick(string what)
{
    Console.WriteLine($"[{clock.Elapsed.TotalSeconds,6:F1} s] {what}");
    clock.Restart();
}
