using System.Globalization;
using Dreaming.Cli.Display;
using Dreaming.Contracts;

namespace Dreaming.Cli.Checks;

/// <summary>A check for people.</summary>
internal static class CheckText
{
    public static void Write(Terminal terminal, DomainManifest domain, DomainFindings findings)
    {
        terminal.WriteLine($"{domain.Name}: {domain.Tools.Length} tools, {domain.Constraints.Length} constraints, {domain.Invariants.Length} invariants, {domain.Scenarios.Length} scenarios, {domain.Criteria.Length} criteria");
        terminal.WriteLine($"contract hash {domain.ContractHash}, MedHELM task {domain.Task}");
        terminal.WriteLine();
        Tools(terminal, domain);
        Constraints(terminal, domain, findings);
        Invariants(terminal, domain);
        Scenarios(terminal, domain, findings);
        Criteria(terminal, domain);

        terminal.WriteLine($"contract tests: {findings.Contracts.Count(c => c.Held)} of {findings.Contracts.Length} held");
        Rules(terminal, findings);
        foreach (var note in findings.Notes)
            terminal.WriteLine($"note: {SafeText.Line(note)}");
        foreach (var problem in findings.Problems)
            terminal.WriteLine($"problem: {SafeText.Line(problem)}");
        terminal.WriteLine(findings.Problems.IsEmpty ? "The domain can be slept over." : $"{Count(findings.Problems.Length, "problem")} to solve before it can be slept over.");
    }

    private static void Tools(Terminal terminal, DomainManifest domain)
    {
        var table = new TextTable("tool", "effect", "parameters~", "faults~");
        foreach (var tool in domain.Tools)
            table.Add(tool.Name, tool.Effect.ToString(), string.Join(", ", tool.Parameters.Select(Parameter)), string.Join(", ", tool.Faults));
        terminal.Write(table);
    }

    private static void Constraints(Terminal terminal, DomainManifest domain, DomainFindings findings)
    {
        if (domain.Constraints.IsEmpty || findings.Policy is not { } review)
            return;
        var table = new TextTable("constraint", "states>", "harm", "likelihood", "risk>", "says~");
        foreach (var constraint in domain.Constraints)
        {
            table.Add(
                constraint.Id, constraint.Automaton.States.ToString(CultureInfo.InvariantCulture), constraint.Harm.ToString(), constraint.Likelihood.ToString(),
                ClinicalRisk.Rating(constraint.Likelihood, constraint.Harm).ToString(CultureInfo.InvariantCulture), constraint.Text);
        }

        terminal.Write(table);
        foreach (var line in PolicyLines.Of(review))
            terminal.WriteLine($"policy: {SafeText.Line(line)}");
        if (!review.Example.IsEmpty)
            terminal.WriteLine($"policy: An allowed conversation: {string.Join(", then ", review.Example.Select(SafeText.Line))}.");
        terminal.WriteLine("policy: `dreaming policy show` draws each automaton.");
        terminal.WriteLine();
    }

    private static void Invariants(Terminal terminal, DomainManifest domain)
    {
        if (domain.Invariants.IsEmpty)
            return;
        var table = new TextTable("invariant", "asked", "harm", "likelihood", "risk>", "because~");
        foreach (var invariant in domain.Invariants)
        {
            table.Add(
                invariant.Id, invariant.Tool is null ? "at the end" : $"before {invariant.Tool}", invariant.Harm.ToString(), invariant.Likelihood.ToString(),
                ClinicalRisk.Rating(invariant.Likelihood, invariant.Harm).ToString(CultureInfo.InvariantCulture), invariant.Because);
        }

        terminal.Write(table);
    }

    private static void Scenarios(Terminal terminal, DomainManifest domain, DomainFindings findings)
    {
        if (domain.Scenarios.IsEmpty)
            return;
        var table = new TextTable("scenario", "suite", "seeds>", "slots~", "what if~");
        foreach (var scenario in domain.Scenarios)
        {
            table.Add(
                scenario.Id, scenario.Safety ? "safety" : "", findings.Seeds.TryGetValue(scenario.Id, out var seeds) ? seeds.ToString(CultureInfo.InvariantCulture) : "?",
                string.Join(", ", scenario.Slots.Select(Slot)), string.Join(", ", scenario.Counterfactuals.Select(c => c.Id)));
        }

        terminal.Write(table);
    }

    private static void Criteria(Terminal terminal, DomainManifest domain)
    {
        if (domain.Criteria.IsEmpty)
            return;
        var table = new TextTable("heading", "points>", "criterion", "judged by", "text~");
        foreach (var criterion in domain.Criteria.OrderBy(c => c.Heading).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            table.Add(
                criterion.Heading.ToString(), criterion.Points.ToString("+0;-0", CultureInfo.InvariantCulture), criterion.Id, criterion.Judge is null ? "chat model" : "code", criterion.Text);
        }

        terminal.Write(table);
    }

    private static void Rules(Terminal terminal, DomainFindings findings)
    {
        if (findings.Rules is not { } rules)
            return;
        terminal.WriteLine(rules.IsEmpty ? "no rule fired" : $"{Count(rules.Length, "finding")} of the rules:");
        foreach (var rule in rules)
            terminal.WriteLine($"  {rule.Severity} {rule.Id} at {SafeText.Line(rule.Place)}: {SafeText.Line(rule.Message)}");
    }

    private static string Parameter(MemberContract member) => $"{member.Name}{(member.Required ? "" : "?")}: {Kind(member)}";

    private static string Kind(MemberContract member) => member.Kind switch
    {
        ValueKind.Array when member.Element is { } element => $"[{Kind(element)}]",
        ValueKind.Map when member.Element is { } element => $"map of {Kind(element)}",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static string Slot(SlotContract slot) => slot.Knowledge == Knowledge.Open ? slot.Member.Name : $"{slot.Member.Name} ({slot.Knowledge.ToString().ToLowerInvariant()})";

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
