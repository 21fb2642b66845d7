using System.Globalization;
using Dreaming.Cli.Display;
using Dreaming.Contracts;

namespace Dreaming.Cli.Checks;

/// <summary>A policy as a Markdown page: what its constraints come to together, then each with its automaton as a Mermaid diagram.</summary>
internal static class PolicyPage
{
    public static void Write(Terminal terminal, DomainManifest domain, PolicyReview review)
    {
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
            Write(terminal, constraint);
    }

    private static void Write(Terminal terminal, ConstraintContract constraint)
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
    }
}
