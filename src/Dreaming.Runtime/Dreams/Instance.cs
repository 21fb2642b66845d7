using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Dreams;

/// <summary>One instance of a scenario.</summary>
/// <param name="Facts">As JSON.</param>
/// <param name="Texts">What a person would say for each slot, by index; null where there is no value.</param>
internal sealed record Instance(RawJson Facts, ImmutableArray<string?> Texts)
{
    public static Instance Of(ScenarioContract contract, object scenario) => new(ScenarioFacts.Of(contract, scenario), [.. ScenarioFacts.Texts(contract, scenario)]);

    /// <summary>The indexes of the slots in which two instances differ.</summary>
    public IEnumerable<int> Differences(Instance other)
    {
        for (var i = 0; i < Texts.Length; i++)
            if (Texts[i] != other.Texts[i])
                yield return i;
    }
}
