using System.Collections.Immutable;
using Dreaming.Automata;
using Dreaming.Contracts;

namespace Dreaming;

/// <summary>An answer about a policy that never guesses.</summary>
public enum Proof
{
    /// <summary>Neither was shown within the bound.</summary>
    NotProven,

    /// <summary>It is so, and an example shows it.</summary>
    Yes,

    /// <summary>It is not so: everything was searched.</summary>
    No,
}

/// <summary>A tool that the policy keeps from being of use.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="OnlySuccess">It may be called, and never successfully.</param>
/// <param name="Blame">The constraints that forbid it together.</param>
public sealed record UselessTool(string Tool, bool OnlySuccess, ImmutableArray<ConstraintContract> Blame);

/// <summary>A constraint that changes nothing.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Vacuous">Nothing that the others allow is spoken of by it; else they enforce it.</param>
/// <param name="By">The others that make it so; none when nothing at all could break it.</param>
public sealed record RedundantConstraint(ConstraintContract Constraint, bool Vacuous, ImmutableArray<ConstraintContract> By);

/// <summary>What the constraints of a domain come to together: the same analysis as the compiler's, for a domain that is already compiled.</summary>
public sealed class PolicyReview
{
    private PolicyReview()
    {
    }

    /// <summary>Whether some conversation meets every constraint.</summary>
    public Proof Consistent { get; private init; }

    /// <summary>A minimal set of constraints that cannot hold together; empty unless <see cref="Consistent"/> is <see cref="Proof.No"/>.</summary>
    public ImmutableArray<ConstraintContract> Contradiction { get; private init; } = [];

    /// <summary>A short conversation that meets every constraint, in words; empty unless <see cref="Consistent"/> is <see cref="Proof.Yes"/>.</summary>
    public ImmutableArray<string> Example { get; private init; } = [];

    /// <summary>Tools that no allowed conversation calls, or none successfully.</summary>
    public ImmutableArray<UselessTool> Useless { get; private init; } = [];

    /// <summary>Constraints that change nothing.</summary>
    public ImmutableArray<RedundantConstraint> Redundant { get; private init; } = [];

    /// <summary>Tools of which it was not shown whether they can succeed.</summary>
    public ImmutableArray<string> ToolsNotProven { get; private init; } = [];

    /// <summary>Constraints of which it was not shown whether they change anything.</summary>
    public ImmutableArray<ConstraintContract> ConstraintsNotProven { get; private init; } = [];

    /// <summary>Reviews the policy of a domain.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <exception cref="ArgumentException">A contract does not fit its automaton.</exception>
    /// <exception cref="OperationCanceledException">The analysis was stopped.</exception>
    public static PolicyReview Of(DomainManifest domain, CancellationToken cancellationToken = default)
    {
        var program = PolicyProgram.Of(domain);
        var findings = PolicyAnalysis.Of(program.Space.Model, AnalysisLimits.Default, cancellationToken);
        return new()
        {
            Consistent = (Proof)findings.Satisfiable,
            Contradiction = Named(findings.Contradiction),
            Example = findings.Witness is { } witness ? [.. witness.Select(WitnessText.Of)] : [],
            Useless = [.. findings.DeadTools.Select(t => new UselessTool(t.Tool, t.OnlySuccess, Named(t.Blame)))],
            Redundant = [.. findings.Redundant.Select(r => new RedundantConstraint(program.Constraints[r.Constraint], r.Vacuous, Named(r.By)))],
            ToolsNotProven = [.. findings.ToolsNotProven],
            ConstraintsNotProven = [.. findings.ConstraintsNotProven.Select(c => program.Constraints[c])],
        };

        ImmutableArray<ConstraintContract> Named(Conflict? conflict) => conflict is null ? [] : [.. conflict.Constraints.Select(c => program.Constraints[c])];
    }
}
