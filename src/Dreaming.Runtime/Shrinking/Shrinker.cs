using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Nights;

namespace Dreaming.Shrinking;

/// <summary>
/// Makes a failing dream smaller while the agent keeps breaking the same rule in it: operators are left out by delta debugging, those that stay are weakened, the facts move towards the
/// scenario's first instance, and where an invariant is broken the budgets are cut to what it took. Every dream on the way is one that could have been dreamed: grounded, checked, and
/// without a leak. A deterministic agent runs once in each; a stochastic one until a sequential test says whether it still fails as often.
/// The same failure, agent and options give the same result.
/// </summary>
/// <param name="domain">The domain.</param>
/// <param name="root">The world as the domain ships it; it is forked and never changed.</param>
/// <param name="options">What it may cost.</param>
public sealed class Shrinker(DomainManifest domain, IWorld root, ShrinkOptions options)
{
    private readonly Reductions _reductions = new(domain, root);

    /// <summary>The size of a dream.</summary>
    /// <param name="skeleton">A skeleton of the domain.</param>
    /// <exception cref="ArgumentException">The domain has no such scenario.</exception>
    /// <exception cref="System.Text.Json.JsonException">The facts do not fit the scenario.</exception>
    public DreamSize SizeOf(Skeleton skeleton) => _reductions.SizeOf(skeleton);

    /// <summary>Looks for the smallest dream in which the agent fails alike.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="rule">The rule that it broke.</param>
    /// <param name="rehearse">Runs the agent.</param>
    /// <param name="cancellationToken">Gives the search up.</param>
    /// <exception cref="OperationCanceledException">The search was given up.</exception>
    public async Task<ShrinkResult> ShrinkAsync(JudgedRollout failure, FailedRule rule, Rehearse rehearse, CancellationToken cancellationToken = default)
    {
        var oracle = new FailureOracle(domain, failure, rule, rehearse, options);
        var before = SizeOf(failure.Rollout.Dream.Skeleton);
        await oracle.SettleAsync(cancellationToken).ConfigureAwait(false);
        var smallest = failure;
        if (oracle.FailureRate is not 0)
        {
            var words = new SameWords(domain, failure.Rollout.Dream);
            var refuses = _reductions.CheckFor(failure.Rollout.Dream.Skeleton);
            DreamSize size;
            do
            {
                size = SizeOf(smallest.Rollout.Dream.Skeleton);
                smallest = await OperatorsAsync(smallest, TryAsync).ConfigureAwait(false);
                smallest = await FirstOfEachAsync(smallest, _reductions.Weaker, TryAsync).ConfigureAwait(false);
                smallest = await FirstOfEachAsync(smallest, s => _reductions.Nearer(s.Rollout.Dream.Skeleton), TryAsync).ConfigureAwait(false);
                smallest = await FirstOfEachAsync(smallest, s => Reductions.Shorter(s, rule), TryAsync).ConfigureAwait(false);
            }
            while (!oracle.Spent && SizeOf(smallest.Rollout.Dream.Skeleton).CompareTo(size) < 0);

            async Task<JudgedRollout?> TryAsync(Skeleton candidate, JudgedRollout from) =>
                SizeOf(candidate).CompareTo(SizeOf(from.Rollout.Dream.Skeleton)) < 0 && refuses.Refusal(candidate) is null
                    ? await oracle.FailAsync(words.Write(candidate), cancellationToken).ConfigureAwait(false)
                    : null;
        }

        return new ShrinkResult
        {
            Rule = rule,
            Original = failure,
            Smallest = smallest,
            Before = before,
            After = SizeOf(smallest.Rollout.Dream.Skeleton),
            Rollouts = oracle.Rollouts,
            Finished = !oracle.Spent,
            FailureRate = oracle.FailureRate,
        };
    }

    private static async Task<JudgedRollout> OperatorsAsync(JudgedRollout from, Func<Skeleton, JudgedRollout, Task<JudgedRollout?>> tryAsync)
    {
        var smallest = from;
        await DeltaDebugging.MinimizeAsync(from.Rollout.Dream.Skeleton.Operators, FailsAsync).ConfigureAwait(false);
        return smallest;

        async Task<bool> FailsAsync(ImmutableArray<DreamOperator> operators)
        {
            if (await tryAsync(Reductions.With(from.Rollout.Dream.Skeleton, operators), smallest).ConfigureAwait(false) is not { } still)
                return false;
            smallest = still;
            return true;
        }
    }

    // Takes the first candidate that still fails, then asks for candidates anew.
    private static async Task<JudgedRollout> FirstOfEachAsync(
        JudgedRollout from, Func<JudgedRollout, IEnumerable<Skeleton>> candidates, Func<Skeleton, JudgedRollout, Task<JudgedRollout?>> tryAsync)
    {
        while (true)
        {
            JudgedRollout? smaller = null;
            foreach (var candidate in candidates(from))
                if ((smaller = await tryAsync(candidate, from).ConfigureAwait(false)) is not null)
                    break;
            if (smaller is null)
                return from;
            from = smaller;
        }
    }
}
