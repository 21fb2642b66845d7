using System.Text.Json;
using Dreaming.Cli.Display;
using Dreaming.Contracts;

namespace Dreaming.Cli.Checks;

/// <summary>A check for programs.</summary>
internal static class CheckJson
{
    public static void Write(Utf8JsonWriter writer, DomainManifest domain, DomainFindings findings)
    {
        writer.WriteString("domain", domain.Name);
        writer.WriteString("task", domain.Task.ToString());
        writer.WriteString("contractHash", domain.ContractHash);
        writer.WriteBoolean("ok", findings.Problems.IsEmpty);
        Array(writer, "tools", domain.Tools, (w, tool) =>
        {
            w.WriteString("name", tool.Name);
            w.WriteString("description", tool.Description);
            w.WriteString("effect", tool.Effect.ToString());
            w.WriteStrings("faults", tool.Faults.Select(f => f.ToString()));
            w.WritePropertyName("parameters");
            w.WriteRawValue(tool.ParametersSchema);
            w.WriteNumber("perturbations", tool.Perturbations.Length);
        });
        Array(writer, "constraints", domain.Constraints, (w, constraint) =>
        {
            w.WriteString("id", constraint.Id);
            w.WriteString("text", constraint.Text);
            w.WriteString("because", constraint.Because);
            w.WriteString("harm", constraint.Harm.ToString());
            w.WriteString("likelihood", constraint.Likelihood.ToString());
            w.WriteNumber("rating", ClinicalRisk.Rating(constraint.Likelihood, constraint.Harm));
            w.WriteNumber("states", constraint.Automaton.States);
            w.WriteString("mermaid", AutomatonDiagram.Of(constraint).ToMermaid());
        });
        if (findings.Policy is { } review)
        {
            writer.WriteStartObject("policy");
            writer.WriteString("consistent", review.Consistent.ToString());
            writer.WriteStrings("findings", PolicyLines.Of(review));
            writer.WriteStrings("example", review.Example);
            writer.WriteEndObject();
        }

        Array(writer, "signals", domain.Signals, (w, signal) =>
        {
            w.WriteString("id", signal.Id);
            w.WriteString("description", signal.Description);
        });
        Array(writer, "invariants", domain.Invariants, (w, invariant) =>
        {
            w.WriteString("id", invariant.Id);
            w.WriteString("tool", invariant.Tool);
            w.WriteString("harm", invariant.Harm.ToString());
            w.WriteString("likelihood", invariant.Likelihood.ToString());
            w.WriteNumber("rating", ClinicalRisk.Rating(invariant.Likelihood, invariant.Harm));
            w.WriteString("because", invariant.Because);
        });
        Array(writer, "scenarios", domain.Scenarios, (w, scenario) =>
        {
            w.WriteString("id", scenario.Id);
            w.WriteString("title", scenario.Title);
            w.WriteBoolean("safety", scenario.Safety);
            if (findings.Seeds.TryGetValue(scenario.Id, out var seeds))
                w.WriteNumber("seeds", seeds);
            else
                w.WriteNull("seeds");
            Array(w, "slots", scenario.Slots, (s, slot) =>
            {
                s.WriteString("name", slot.Member.Name);
                s.WriteString("knowledge", slot.Knowledge.ToString());
            });
            w.WriteStrings("counterfactuals", scenario.Counterfactuals.Select(c => c.Id));
        });
        Array(writer, "criteria", domain.Criteria.OrderBy(c => c.Heading).ThenBy(c => c.Id, StringComparer.Ordinal), (w, criterion) =>
        {
            w.WriteString("id", criterion.Id);
            w.WriteString("rubric", criterion.Rubric);
            w.WriteString("heading", criterion.Heading.ToString());
            w.WriteNumber("points", criterion.Points);
            w.WriteString("text", criterion.Text);
            w.WriteBoolean("needsJudge", criterion.Judge is null);
        });
        Array(writer, "contractTests", findings.Contracts, (w, test) =>
        {
            w.WriteString("tool", test.Tool);
            w.WriteString("probe", test.Probe);
            w.WriteBoolean("held", test.Held);
            w.WriteString("detail", test.Detail);
        });
        if (findings.Rules is { } rules)
        {
            Array(writer, "rules", rules, (w, rule) =>
            {
                w.WriteString("id", rule.Id);
                w.WriteString("severity", rule.Severity);
                w.WriteString("message", rule.Message);
                w.WriteString("place", rule.Place);
            });
        }
        else
        {
            writer.WriteNull("rules");
        }

        writer.WriteStrings("notes", findings.Notes);
        writer.WriteStrings("problems", findings.Problems);
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> members)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            members(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
