using Dreaming.Contracts;

namespace Dreaming.Cli.Checks;

/// <summary>What a review of a policy found, one sentence each.</summary>
internal static class PolicyLines
{
    public static IEnumerable<string> Of(PolicyReview review)
    {
        yield return review.Consistent switch
        {
            Proof.Yes => "The constraints can hold together.",
            Proof.No => $"The constraints cannot hold together: {Ids(review.Contradiction)}.",
            _ => "It was not proven whether the constraints can hold together.",
        };
        foreach (var tool in review.Useless)
            yield return $"{tool.Tool} can never {(tool.OnlySuccess ? "succeed" : "be called")}, because of {Ids(tool.Blame)}.";
        foreach (var redundant in review.Redundant)
        {
            yield return redundant.By.IsEmpty ? $"{redundant.Constraint.Id} can never be broken."
                : redundant.Vacuous ? $"{redundant.Constraint.Id} speaks of nothing that {Ids(redundant.By)} still allows."
                : $"{redundant.Constraint.Id} is enforced by {Ids(redundant.By)} already.";
        }

        if (!review.ToolsNotProven.IsEmpty)
            yield return $"It was not proven whether these tools can succeed: {string.Join(", ", review.ToolsNotProven)}.";
        if (!review.ConstraintsNotProven.IsEmpty)
            yield return $"It was not proven whether these constraints change anything: {Ids(review.ConstraintsNotProven)}.";
        if (review is { Consistent: Proof.Yes, Useless.IsEmpty: true, Redundant.IsEmpty: true, ToolsNotProven.IsEmpty: true, ConstraintsNotProven.IsEmpty: true })
            yield return "Every tool can be called and succeed, and every constraint matters.";
    }

    private static string Ids(IEnumerable<ConstraintContract> constraints) => string.Join(", ", constraints.Select(c => c.Id));
}
