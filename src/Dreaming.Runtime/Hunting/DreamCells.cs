using Dreaming.Dreams;

namespace Dreaming.Hunting;

/// <summary>The cells of the space of dreams that a skeleton lies in.</summary>
internal static class DreamCells
{
    /// <summary>What lies close together, and is likely to be equally hard: a scenario with one kind of operator.</summary>
    public static IEnumerable<string> Neighbourhoods(Skeleton skeleton) => skeleton.Operators.IsEmpty
        ? [AsItWas(skeleton.Scenario)]
        : skeleton.Operators.Select(o => $"{skeleton.Scenario}/{Kind(o)}").Distinct(StringComparer.Ordinal);

    /// <summary>The neighbourhood of a scenario without any operator.</summary>
    public static string AsItWas(string scenario) => $"{scenario}/as it was";

    /// <summary>What a dream would try: its neighbourhoods, its family with each operator, and each two operators together.</summary>
    public static IEnumerable<string> Features(Skeleton skeleton)
    {
        foreach (var neighbourhood in Neighbourhoods(skeleton))
            yield return neighbourhood;
        var kinds = skeleton.Operators.Select(Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var kind in kinds)
            yield return $"{skeleton.Family}:{kind}";
        for (var i = 0; i < kinds.Length; i++)
            for (var j = i + 1; j < kinds.Length; j++)
                yield return $"{kinds[i]}+{kinds[j]}";
    }

    private static string Kind(DreamOperator step) => step switch
    {
        OtherWords => "other-words",
        OtherFacts => "other-facts",
        ChangeOfMind change => $"change-of-mind-{change.Slot}",
        Withhold withhold => $"withhold-{withhold.Slot}",
        TwoReadings readings => $"two-readings-{readings.Slot}",
        WhatIf change => $"what-if-{change.Counterfactual}",
        InjectFault fault => $"{fault.Tool}-{fault.Fault}",
        Noise => "noise",
        OtherFormat format => $"other-form-{format.Slot}",
        _ => step.GetType().Name,
    };
}
