using System.Globalization;
using Dreaming.Cli.Display;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams.Traces;

namespace Dreaming.Cli.Checks;

/// <summary>A policy as a Markdown page: what its constraints come to together, then each with its automaton as a Mermaid diagram, and a
/// conversation that it forbids beside the allowed one that is one edit away.</summary>
internal static class PolicyPage
{
    private const int Controls = 40;

    public static void Write(Terminal terminal, DomainManifest domain, PolicyReview review)
    {
        var traces = domain.Constraints.IsEmpty ? null : PolicyTraces.Of(domain);
        var misses = traces?.NearMisses(new Seed(1), traces.Controls(new Seed(1), Controls)) ?? [];
        terminal.WriteLine($"# The policy of {domain.Name}");
        terminal.WriteLine();
        terminal.WriteLine($"{domain.Constraints.Length} temporal constraints, {domain.Invariants.Length} invariants, {domain.Signals.Length} signals; contract hash `{domain.ContractHash}`.");
        terminal.WriteLine();
        foreach (var line in PolicyLines.Of(review))
            terminal.WriteLine($"- {SafeText.Line(line)}");
        if (!review.Example.IsEmpty)
            terminal.WriteLine($"- An allowed conversation: {string.Join(", then ", review.Example.Select(e => $"`{SafeText.Line(e)}`"))}.");
        if (!domain.Signals.IsEmpty)
        {
            terminal.WriteLine();
            terminal.WriteLine("## Signals");
            terminal.WriteLine();
            foreach (var signal in domain.Signals)
                terminal.WriteLine($"- `{signal.Id}`: {SafeText.Line(signal.Description)}");
        }

        foreach (var constraint in domain.Constraints)
            Write(terminal, constraint, misses.Where(m => m.Violates.Contains(constraint.Id)).OrderBy(m => m.Violates.Length).ThenBy(m => m.Events.Length).FirstOrDefault());
    }

    private static void Write(Terminal terminal, ConstraintContract constraint, NearMiss? miss)
    {
        terminal.WriteLine();
        terminal.WriteLine($"## {constraint.Id}");
        terminal.WriteLine();
        terminal.WriteLine($"`{SafeText.Line(constraint.Text)}`");
        terminal.WriteLine();
        if (constraint.Because.Length > 0)
            terminal.WriteLine($"{SafeText.Line(constraint.Because)}\n");
        terminal.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{constraint.Harm} harm, {constraint.Likelihood} likelihood: risk {ClinicalRisk.Rating(constraint.Likelihood, constraint.Harm)} of 5. {constraint.Automaton.States} states."));
        terminal.WriteLine();
        terminal.WriteLine("```mermaid");
        terminal.WriteLine(AutomatonDiagram.Of(constraint).ToMermaid().TrimEnd());
        terminal.WriteLine("```");
        if (miss is null)
            return;
        terminal.WriteLine();
        terminal.WriteLine($"- Allowed: {Events(miss.Control.Events)}.");
        terminal.WriteLine($"- One edit away, and forbidden{(miss.Violates.Length > 1 ? $" (by {string.Join(", ", miss.Violates)})" : "")}: {Events(miss.Events)}.");
    }

    private static string Events(IEnumerable<SymbolicEvent> events) => string.Join(", then ", events.Select(e => $"`{SafeText.Line(e.ToString())}`"));
}
