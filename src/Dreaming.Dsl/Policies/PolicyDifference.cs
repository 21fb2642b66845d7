using System.Collections.Immutable;
using Dreaming.Automata;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>A way in which two policies differ.</summary>
/// <param name="Constraint">The constraint that one policy has and the other one neither has nor enforces.</param>
/// <param name="Example">A conversation on which they differ, in words; none has fewer events.</param>
public sealed record PolicyChange(ConstraintContract Constraint, ImmutableArray<string> Example);

/// <summary>
/// What became allowed and what became forbidden between two policies, by inclusion of their languages: what the constraints say counts, not how they are written. Guards of the same name and
/// correlating members of the same name are taken to be the same in both.
/// </summary>
public sealed class PolicyDifference
{
    private PolicyDifference()
    {
    }

    /// <summary>What the old policy forbade and the new one allows, by constraint of the old one.</summary>
    public ImmutableArray<PolicyChange> Allowed { get; private init; } = [];

    /// <summary>What the old policy allowed and the new one forbids, by constraint of the new one.</summary>
    public ImmutableArray<PolicyChange> Forbidden { get; private init; } = [];

    /// <summary>Constraints that are written in one policy only, or otherwise, and that change nothing: the other policy enforces them.</summary>
    public ImmutableArray<ConstraintContract> Rewritten { get; private init; } = [];

    /// <summary>Constraints of which it was not shown within the bound whether they change anything.</summary>
    public ImmutableArray<ConstraintContract> NotProven { get; private init; } = [];

    /// <summary>Both allow the same conversations; that is proven.</summary>
    public bool IsNone => Allowed.IsEmpty && Forbidden.IsEmpty && NotProven.IsEmpty;

    /// <summary>Compares two policies.</summary>
    /// <param name="before">The old domain.</param>
    /// <param name="after">The new domain.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <exception cref="ArgumentException">A contract does not fit its automaton.</exception>
    /// <exception cref="OperationCanceledException">The comparison was stopped.</exception>
    public static PolicyDifference Of(DomainManifest before, DomainManifest after, CancellationToken cancellationToken = default)
    {
        ImmutableArray<ConstraintContract> constraints = [.. before.Constraints, .. after.Constraints];
        var program = PolicyProgram.Of(
            constraints,
            [.. before.Tools.Concat(after.Tools).Select(t => t.Name).Distinct(StringComparer.Ordinal)],
            [.. before.Signals.Concat(after.Signals).Select(s => s.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        var solver = new Solver(program.Space, new SearchMemory(), cancellationToken);
        var (old, @new) = (Enumerable.Range(0, before.Constraints.Length).ToArray(), Enumerable.Range(before.Constraints.Length, after.Constraints.Length).ToArray());
        var (rewritten, notProven) = (ImmutableArray.CreateBuilder<ConstraintContract>(), ImmutableArray.CreateBuilder<ConstraintContract>());
        return new()
        {
            Allowed = Breaks(old, @new),
            Forbidden = Breaks(@new, old),
            Rewritten = rewritten.ToImmutable(),
            NotProven = notProven.ToImmutable(),
        };

        // What each of these constraints forbids and those others together do not.
        ImmutableArray<PolicyChange> Breaks(int[] these, int[] others)
        {
            var changes = ImmutableArray.CreateBuilder<PolicyChange>();
            foreach (var at in these.Where(at => !others.Any(other => IsSame(constraints[at], constraints[other]))))
            {
                var decision = program.Space.Strands[at] is { } strand ? solver.Decide(others, [strand.Broken()], Weigh.Events) : new(Answer.NotProven, null, []);
                if (decision.Answer == Answer.Yes)
                    changes.Add(new(constraints[at], [.. program.Space.Describe(decision.Trace!).Select(WitnessText.Of)]));
                else
                    (decision.Answer == Answer.No ? rewritten : notProven).Add(constraints[at]);
            }

            return changes.ToImmutable();
        }
    }

    private static bool IsSame(ConstraintContract one, ConstraintContract other) =>
        one.Scope == other.Scope && one.Tick == other.Tick && one.Key == other.Key
        && one.Atoms.Length == other.Atoms.Length && one.Atoms.Zip(other.Atoms).All(pair => IsSame(pair.First, pair.Second))
        && one.Automaton.Letters == other.Automaton.Letters && one.Automaton.Next.SequenceEqual(other.Automaton.Next) && one.Automaton.Verdicts.SequenceEqual(other.Automaton.Verdicts);

    private static bool IsSame(AtomContract one, AtomContract other) =>
        one.Succeeded == other.Succeeded && one.Guard == other.Guard && one.Events.Order(StringComparer.Ordinal).SequenceEqual(other.Events.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
