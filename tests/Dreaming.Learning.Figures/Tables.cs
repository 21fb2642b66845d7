using Dreaming.Agents;
using Dreaming.Contracts;
using Dreaming.Critics;
using Dreaming.Distillation;
using Dreaming.Dreams;
using Dreaming.Rollouts;

namespace Dreaming.Learning.Figures;

internal sealed record Case(string Group, Dream Dream);

internal sealed record Judged(Rollout Rollout, Scorecard Card);

internal static class Tables
{
    public static void Print(DomainManifest domain, List<Case> cases, Judged[] before, Judged[] after, bool brief)
    {
        foreach (var group in cases.Select(c => c.Group).Distinct())
            Line(group, i => cases[i].Group == group);
        if (brief)
            return;
        foreach (var group in (string[])["probe", "held-out"])
        {
            Console.WriteLine(group);
            foreach (var family in Enum.GetValues<Family>())
                Line($"  {family}", i => cases[i].Group == group && cases[i].Dream.Skeleton.Family == family);
            foreach (var scenario in domain.Scenarios)
                Line($"  {scenario.Id}", i => cases[i].Group == group && cases[i].Dream.Skeleton.Scenario == scenario.Id);
        }

        Console.WriteLine("breaches before  " + Breaches(before));
        Console.WriteLine("breaches after   " + Breaches(after));
        Console.WriteLine("ends before      " + Ends(before));
        Console.WriteLine("ends after       " + Ends(after));

        void Line(string name, Func<int, bool> which)
        {
            var indexes = Enumerable.Range(0, cases.Count).Where(which).ToList();
            if (indexes.Count > 0)
                Console.WriteLine($"{name,-32} {indexes.Count,5}  {Share(before, indexes)}  ->  {Share(after, indexes)}");
        }

        static string Share(Judged[] results, List<int> indexes) => $"{100.0 * indexes.Count(i => results[i].Card.Passed == true) / indexes.Count,5:F1} %";

        static string Breaches(Judged[] results) =>
            string.Join(", ", results.SelectMany(r => r.Card.Breaches.Select(b => b.Invariant).Distinct()).GroupBy(b => b).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));

        static string Ends(Judged[] results) =>
            string.Join(", ", results.GroupBy(r => r.Rollout.Trajectory.End.Reason).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));
    }

    public static void PrintRepairs(List<Judged> failures, RepairFindings[] findings)
    {
        foreach (var group in failures.Zip(findings).GroupBy(f => f.First.Rollout.Dream.Skeleton.Scenario).OrderBy(g => g.Key, StringComparer.Ordinal))
            Console.WriteLine($"   {group.Key,-28} {group.Count(g => g.Second.Repairs.Length > 0),4} of {group.Count(),4}   corrections {string.Join(' ', group.Where(g => g.Second.Repairs.Length > 0).GroupBy(g => g.Second.Repairs.Length).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Count()}"))}");
    }

    public static async Task PrintRanksAsync(IRepairProposer proposer, RepairFindings[] findings)
    {
        var ranks = new List<(string What, int Rank)>();
        foreach (var repair in findings.SelectMany(f => f.Repairs))
        {
            var proposals = await proposer.ProposeAsync(repair.State, repair.Attempted, repair.Critique, default);
            ranks.Add((repair.Corrected is CallTool call ? call.Tool : "say " + string.Join(' ', ((Say)repair.Corrected).Text.Split(' ').Take(5)), proposals.IndexOf(repair.Corrected)));
        }

        foreach (var group in ranks.GroupBy(r => r.What).OrderByDescending(g => g.Count()))
            Console.WriteLine($"   {group.Key,-28} {group.Count(),4}  ranks {string.Join(' ', group.Select(r => r.Rank).Order())}");
    }
}
