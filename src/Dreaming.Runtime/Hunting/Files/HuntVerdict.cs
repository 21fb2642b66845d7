using System.Collections.Immutable;
using System.Globalization;
using Dreaming.Contracts;
using Dreaming.Shrinking;

namespace Dreaming.Hunting.Files;

/// <summary>What a hunt says of one rule, as a test's outcome.</summary>
/// <param name="Class">The domain and the rule, joined by a dot: the same in every hunt.</param>
/// <param name="Name">The step that broke the rule; <c>holds</c> when none did.</param>
/// <param name="Failure">The failure; null when there is none.</param>
/// <param name="NotRun">Why nothing can be said; null when something can.</param>
internal sealed record HuntVerdict(string Class, string Name, HuntedFailure? Failure, string? NotRun)
{
    /// <summary>
    /// One verdict for each failure; one for each invariant, each constraint and the success of each scenario that was dreamed of and that no failure is about; one for what could not be judged.
    /// A scenario's success that was missed by what another failure explains is passed over. In ordinal order.
    /// </summary>
    public static ImmutableArray<HuntVerdict> Of(HuntReport report, DomainManifest domain)
    {
        var failed = report.Failures.Select(f => f.Cluster.Rule).Select(r => (r.Kind, r.Id)).ToHashSet();
        var rules = domain.Invariants.Select(i => (Kind: RuleKind.Invariant, i.Id))
            .Concat(domain.Constraints.Select(c => (Kind: RuleKind.Invariant, c.Id)))
            .Concat(report.Scenarios.Where(s => s.Value.Missed == 0).Select(s => (Kind: RuleKind.Success, Id: s.Key)))
            .Where(r => !failed.Contains(r));
        var unjudged = report.Unjudged.Where(u => u.Value > 0).Select(u => new HuntVerdict(
            $"{domain.Name}.unjudged", u.Key, null, string.Create(CultureInfo.InvariantCulture, $"{u.Value} dreams could not be judged: the failure is owned by {u.Key}.")));
        return
        [
            .. report.Failures.Select(f => new HuntVerdict(ClassOf(domain, f.Cluster.Rule.Kind, f.Cluster.Rule.Id), f.Cluster.Step, f, null))
                .Concat(rules.Select(r => report.Passed + report.Failed > 0
                    ? new HuntVerdict(ClassOf(domain, r.Kind, r.Id), "holds", null, null)
                    : new HuntVerdict(ClassOf(domain, r.Kind, r.Id), "holds", null, "No dream could be judged.")))
                .Concat(unjudged)
                .OrderBy(v => v.Class, StringComparer.Ordinal).ThenBy(v => v.Name, StringComparer.Ordinal).ThenBy(v => v.Failure?.Cluster.Id, StringComparer.Ordinal),
        ];
    }

    private static string ClassOf(DomainManifest domain, RuleKind kind, string rule) => $"{domain.Name}.{kind switch
    {
        RuleKind.Success => "success",
        RuleKind.Criterion => "criterion",
        _ => domain.Constraints.Any(c => c.Id == rule) ? "constraint" : "invariant",
    }}.{rule}";
}
