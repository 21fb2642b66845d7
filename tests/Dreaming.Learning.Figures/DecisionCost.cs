using System.Diagnostics;
using Dreaming.Agents.Candidates;
using Dreaming.Agents.Reading;
using Dreaming.Agents.Scoring;
using Dreaming.Contracts;
using Dreaming.Distillation;

namespace Dreaming.Learning.Figures;

/// <summary>What a decision of the policy agent costs, part by part.</summary>
internal static class DecisionCost
{
    public static void Print(DomainManifest domain, IEnumerable<Trajectory> trajectories)
    {
        var lexicon = DomainLexicon.Of(domain);
        var states = trajectories.SelectMany(t => Decision.In(t).Select(d => t.Before(d.Index))).Take(2000).ToList();
        var scorer = new PolicyScorer(new LowRankChange(LowRankChange.DefaultStateDimensions, LowRankChange.DefaultActionDimensions, 16, 16));
        for (var warm = 0; warm < 3; warm++)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var read = states.ConvertAll(s => ConversationState.Of(lexicon, s));
            var reading = Lap();
            var binders = read.ConvertAll(r => new Dreaming.Agents.Binding.Binder(r));
            foreach (var binder in binders)
                foreach (var slot in lexicon.Slots)
                    binder.For(slot);
            var binding = Lap();
            var candidates = read.ConvertAll(CandidateList.Of);
            var listing = Lap();
            for (var i = 0; i < read.Count; i++)
                scorer.Score(read[i], candidates[i]);
            var scoring = Lap();
            Console.WriteLine($"{states.Count} decisions, {candidates.Average(c => c.Count):F1} candidates; read {reading}, bind {binding}, list {listing}, score {scoring}");

            string Lap()
            {
                var now = GC.GetAllocatedBytesForCurrentThread();
                var text = $"{clock.Elapsed.TotalMicroseconds / states.Count:F1} us {(now - bytes) / 1024.0 / states.Count:F1} KB";
                bytes = GC.GetAllocatedBytesForCurrentThread();
                clock.Restart();
                return text;
            }
        }
    }
}
