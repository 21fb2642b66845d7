using System.Globalization;
using System.Text;
using Dreaming.Contracts;
using Dreaming.Dreams;

namespace Dreaming.Regressions;

/// <summary>A dream as a short scenario: who wants what, with which facts, and what is not as usual.</summary>
public static class ScenarioText
{
    /// <summary>Writes it, a line for each thing.</summary>
    /// <param name="dream">The dream.</param>
    /// <param name="domain">Its domain.</param>
    public static string Of(Dream dream, DomainManifest domain)
    {
        var skeleton = dream.Skeleton;
        var scenario = domain.FindScenario(skeleton.Scenario);
        var text = new StringBuilder()
            .Append("scenario  ").Append(skeleton.Scenario).Append(": ").Append(scenario?.Title ?? "no longer declared").Append('\n')
            .Append("facts     ").Append(PlainText.Line(skeleton.Facts.Text)).Append('\n');
        foreach (var step in skeleton.Operators)
            text.Append("but       ").Append(PlainText.Line(OperatorText.Sentence(step, scenario))).Append('\n');
        return text
            .Append("user      ").Append(PlainText.Line(dream.Opening)).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"budget    {skeleton.Turns} messages, {skeleton.ToolCalls} calls")
            .ToString();
    }
}
