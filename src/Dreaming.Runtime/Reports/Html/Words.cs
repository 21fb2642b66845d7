using System.Globalization;
using System.Text;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Gates;

namespace Dreaming.Reports.Html;

/// <summary>Names of the code in the words of a reader.</summary>
internal static class Words
{
    /// <summary><c>IntentVariation</c> or <c>intentVariation</c> as <c>Intent variation</c>.</summary>
    public static string Spaced(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append(' ').Append(char.ToLowerInvariant(c));
            else
                text.Append(text.Length == 0 ? char.ToUpperInvariant(c) : c);
        }

        return text.ToString();
    }

    /// <summary>A family or fault or verdict.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Spaced(value.ToString());

    /// <summary>A stratum: families are spaced, scenario ids stay as they are.</summary>
    public static string Stratum(string stratum) => stratum == "all" ? "All" : Enum.TryParse<Family>(stratum, out _) ? Spaced(stratum) : stratum;

    /// <summary>A stage of the night.</summary>
    public static string Stage(string stage) => stage switch
    {
        "before" => "In dreams, as it went to bed",
        "after" => "In dreams, with the overlay",
        "held-out before" => "On held-out episodes, as it went to bed",
        "held-out after" => "On held-out episodes, with the overlay",
        "safety before" => "In the safety suite, as it went to bed",
        "safety after" => "In the safety suite, with the overlay",
        _ => stage,
    };

    /// <summary>Where a stage stands in the report.</summary>
    public static int StageOrder(string stage) => Array.IndexOf(["safety after", "held-out after", "after", "safety before", "held-out before", "before"], stage) is var i and >= 0 ? i : int.MaxValue;

    /// <summary>What a verdict means, with a sign that needs no colour.</summary>
    public static string Verdict(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => "✓ Pass",
        GateVerdict.Fail => "✗ Fail",
        _ => "? Inconclusive",
    };

    /// <summary>The class that colours a verdict.</summary>
    public static string VerdictClass(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Pass => "good",
        GateVerdict.Fail => "bad",
        _ => "doubt",
    };

    /// <summary>How a conversation ended.</summary>
    public static string End(EndReason reason) => reason switch
    {
        EndReason.UserDone => "The user was done",
        EndReason.UserGaveUp => "The user gave up",
        EndReason.Handover => "Handed over to a human",
        EndReason.TurnBudget => "The budget of turns was spent",
        EndReason.CallBudget => "The budget of tool calls was spent",
        EndReason.AgentStopped => "The agent stopped",
        EndReason.AgentFailed => "The agent failed",
        EndReason.UserFailed => "The user simulator failed",
        EndReason.Ungrounded => "Nothing could answer: neither sandbox nor recording",
        EndReason.Broken => "Something broke that is nobody's performance",
        _ => "The recording does not say how it ended",
    };

    /// <summary>How a dream leaves the beaten path.</summary>
    public static string Operator(DreamOperator step, ScenarioContract? scenario) => step switch
    {
        OtherWords o => string.Create(CultureInfo.InvariantCulture, $"opens in other words (template {o.Template + 1})"),
        OtherFacts o => $"other facts: {o.Slots}",
        ChangeOfMind o => $"first says “{o.First}” for {o.Slot}, and corrects it later",
        Withhold o => $"leaves out {o.Slot} until asked",
        TwoReadings o => $"{o.Slot} could also be read as “{o.Other}”",
        WhatIf o => scenario?.Counterfactuals.FirstOrDefault(c => c.Id == o.Counterfactual) is { Description.Length: > 0 } known ? $"what if: {known.Description}" : $"what if: {o.Counterfactual}",
        InjectFault { Fault: ToolFault.Outage } o => string.Create(CultureInfo.InvariantCulture, $"{o.Tool} is out from call {o.From} on"),
        InjectFault o => string.Create(CultureInfo.InvariantCulture, $"{o.Tool} fails ({Of(o.Fault).ToLowerInvariant()}) from call {o.From}, {Phrase.Count(o.Times, "time")}"),
        Noise o => $"slips of the keyboard in {Phrase.Percent(o.Rate)} of the words",
        OtherFormat o => $"writes {o.Slot} as “{o.Form}”",
        _ => Spaced(step.GetType().Name),
    };

    /// <summary>A rate with its interval: <c>83 % (76 to 88)</c>; <c>not judged</c> without one.</summary>
    public static string Rate(Interval? rate) => rate is null
        ? "not judged"
        : string.Create(CultureInfo.InvariantCulture, $"{Phrase.Percent(rate.Estimate)} ({rate.Low * 100:0} to {rate.High * 100:0})");

    /// <summary>A number with two decimals; a dash for none.</summary>
    public static string Number(double? number) => number?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A count with separators: <c>12,345</c>.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
