using System.Globalization;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Dreams;

namespace Dreaming.Regressions;

/// <summary>Operators as people read them: in a name, and in a sentence.</summary>
public static class OperatorText
{
    /// <summary>A short name without spaces, for example <c>check_stock-Timeout</c> or <c>withhold-medication</c>.</summary>
    /// <param name="step">The operator.</param>
    public static string Name(DreamOperator step) => step switch
    {
        OtherWords words => string.Create(CultureInfo.InvariantCulture, $"words-{words.Template + 1}"),
        OtherFacts => "other-facts",
        ChangeOfMind change => $"change-of-mind-{change.Slot}",
        Withhold withhold => $"withhold-{withhold.Slot}",
        TwoReadings readings => $"two-readings-{readings.Slot}",
        WhatIf change => change.Counterfactual,
        InjectFault fault => $"{fault.Tool}-{fault.Fault}",
        Noise noise => string.Create(CultureInfo.InvariantCulture, $"noise-{noise.Rate * 100:0}"),
        OtherFormat format => $"other-form-{format.Slot}",
        _ => step.GetType().Name,
    };

    /// <summary>A sentence.</summary>
    /// <param name="step">The operator.</param>
    /// <param name="scenario">The scenario that it belongs to.</param>
    public static string Sentence(DreamOperator step, ScenarioContract? scenario = null) => step switch
    {
        OtherWords words => string.Create(CultureInfo.InvariantCulture, $"the user opens with template {words.Template + 1}"),
        OtherFacts facts => $"the facts are another instance's: {facts.Slots} differ from the seed's",
        ChangeOfMind change => $"the user first says {Quoted(change.First)} for {change.Slot}, and corrects it",
        Withhold withhold => $"the user leaves {withhold.Slot} out until asked",
        TwoReadings readings => $"what the user says for {readings.Slot} also fits {Quoted(readings.Other)}",
        WhatIf change => scenario?.Counterfactuals.FirstOrDefault(c => c.Id == change.Counterfactual) is { } known ? $"{change.Counterfactual}: {known.Description}" : $"the world is as {change.Counterfactual} has it",
        InjectFault { Fault: ToolFault.Outage } fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Tool} is down from its call {fault.From} on (Outage)"),
        InjectFault { Times: 1 } fault => string.Create(CultureInfo.InvariantCulture, $"call {fault.From} of {fault.Tool} fails ({fault.Fault})"),
        InjectFault fault => string.Create(CultureInfo.InvariantCulture, $"calls {fault.From} to {fault.From + fault.Times - 1} of {fault.Tool} fail ({fault.Fault})"),
        Noise noise => string.Create(CultureInfo.InvariantCulture, $"{noise.Rate * 100:0} % of the user's words have a slip of the keyboard"),
        OtherFormat format => $"the user writes {format.Slot} as {Quoted(format.Form)}",
        _ => step.ToString(),
    };

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(PlainText.Line(text), System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
