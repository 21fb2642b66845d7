using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Policies;
using Dreaming.Reports;

namespace Dreaming.Nights;

/// <summary>Counts which transitions of the policy's automata the rollouts took.</summary>
internal static class PolicyCoverageBuilder
{
    /// <summary>One row a constraint, in the manifest's order; null when the domain has none.</summary>
    public static ImmutableArray<ConstraintCoverage>? Of(DomainManifest domain, IReadOnlyCollection<JudgedRollout> rollouts)
    {
        if (domain.Constraints.IsEmpty)
            return null;
        var taken = domain.Constraints.Select(_ => new Dictionary<(int From, int Letter), int>()).ToArray();
        var unread = new int[domain.Constraints.Length];
        foreach (var rollout in rollouts)
            Count(domain, rollout.Rollout.Trajectory, taken, unread);
        var kinds = EventKind.Of(domain);
        return [.. domain.Constraints.Select((c, i) => new ConstraintCoverage(c.Id, c.Text, Transitions(c, new ConstraintLetters(c, kinds), taken[i]), unread[i]))];
    }

    private static void Count(DomainManifest domain, Trajectory trajectory, Dictionary<(int From, int Letter), int>[] taken, int[] unread)
    {
        ImmutableArray<PolicyTraceEvent> trace;
        try
        {
            trace = PolicyTrace.Of(domain, trajectory);
        }
        catch (PolicySignalException)
        {
            for (var i = 0; i < unread.Length; i++)
                unread[i]++;
            return;
        }

        for (var i = 0; i < taken.Length; i++)
        {
            if (Steps(domain.Constraints[i], trace) is not { } steps)
            {
                unread[i]++;
                continue;
            }

            foreach (var step in steps)
                taken[i][step] = taken[i].GetValueOrDefault(step) + 1;
        }
    }

    // What a guard throws is told by the critic; here the rollout is left out.
    private static HashSet<(int From, int Letter)>? Steps(ConstraintContract constraint, ImmutableArray<PolicyTraceEvent> trace)
    {
        var walk = new ConstraintWalk(constraint);
        var steps = new HashSet<(int From, int Letter)>();
        try
        {
            foreach (var happened in trace)
                foreach (var step in walk.Take(happened.Event))
                    steps.Add((step.From, step.Letter));
            return steps;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }
    }

    private static ImmutableArray<TransitionCoverage> Transitions(ConstraintContract constraint, ConstraintLetters letters, Dictionary<(int From, int Letter), int> taken)
    {
        var automaton = constraint.Automaton;
        var rows = ImmutableArray.CreateBuilder<TransitionCoverage>();
        foreach (var state in letters.Reachable)
            foreach (var letter in letters.All)
                if (automaton.Next[state * automaton.Letters + letter] is var next && (next != state || letters.Names(letter)))
                    rows.Add(new(state, automaton.Verdicts[state], letters.Say(letter), next, automaton.Verdicts[next], taken.GetValueOrDefault((state, letter))));
        return rows.DrainToImmutable();
    }
}
