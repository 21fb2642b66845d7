using Dreaming.Contracts;
using Dreaming.Gates;
using Dreaming.Reports.Html;

namespace Dreaming.Reports.Sections;

/// <summary>The policy's automata: which transitions the rollouts took, and which no dream ever did.</summary>
internal static class PolicySection
{
    public static void Write(HtmlWriter html, IReadOnlyCollection<ConstraintCoverage> policy)
    {
        var (all, taken) = (policy.Sum(c => c.Transitions.Length), policy.Sum(c => c.Transitions.Count(t => t.Exercised > 0)));
        html.Leaf("p", $"{Words.Number(taken)} of {Phrase.Count(all, "transition")} of {Phrase.Count(policy.Count, "constraint")} were exercised. What no dream ever exercised is marked in words.");
        foreach (var constraint in policy)
            WriteConstraint(html, constraint);
    }

    private static void WriteConstraint(HtmlWriter html, ConstraintCoverage constraint)
    {
        var never = constraint.Transitions.Count(t => t.Exercised == 0);
        using (html.Element("details", ("class", "constraint")))
        {
            using (html.Element("summary"))
                html.Leaf("code", constraint.Constraint).Text(never == 0 ? " – every transition exercised" : $" – {Words.Number(never)} of {Words.Number(constraint.Transitions.Length)} never exercised");
            html.Leaf("p", constraint.Text, ("class", "note"));
            if (constraint.Unread > 0)
                html.Leaf("p", $"In {Phrase.Count(constraint.Unread, "rollout")} a guard, a key or a signal threw; they are not counted here.", ("class", "note"));
            AutomatonDrawing.Write(html, constraint);
            Table.Write(html, $"Transitions of {constraint.Constraint}", ["Arrow", "From", "When", "To", "#Rollouts"], () =>
            {
                using var body = html.Element("tbody");
                foreach (var (index, transition) in constraint.Transitions.Index())
                    WriteRow(html, index + 1, transition);
            });
        }

        html.Line();
    }

    private static void WriteRow(HtmlWriter html, int number, TransitionCoverage transition)
    {
        using var row = html.Element("tr");
        Table.Name(html, Words.Number(number));
        html.Leaf("td", State(transition.From, transition.Before));
        html.Leaf("td", transition.Event);
        html.Leaf("td", transition.From == transition.To ? "stays" : State(transition.To, transition.After));
        if (transition.Exercised == 0)
            html.Leaf("td", "never exercised", ("class", "cell never"));
        else
            Table.Number(html, Words.Number(transition.Exercised));
    }

    private static string State(int state, RvVerdict verdict) => $"{Words.Number(state)}: {AutomatonDiagram.Words(verdict)}";
}
