using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;

namespace Dreaming.Shrinking;

/// <summary>Writes the smaller forms of a dream in the words of the whole: the same template wherever it can still open the dream, the same slips, the same seed.</summary>
internal sealed class SameWords
{
    private readonly DomainManifest _domain;
    private readonly Seed _seed;
    private readonly int? _template;

    public SameWords(DomainManifest domain, Dream whole)
    {
        (_domain, _seed) = (domain, new Seed(whole.Seed));
        // The writer's first draw chose the template; one that was written otherwise has none to keep.
        var usable = Openings(whole.Skeleton, out _).Usable();
        _template = usable.IsEmpty ? null : Words().Pick(usable);
    }

    /// <exception cref="ArgumentException">No template can open this dream.</exception>
    public Dream Write(Skeleton skeleton)
    {
        var openings = Openings(skeleton, out var contract);
        var usable = openings.Usable();
        if (usable.IsEmpty)
            throw new ArgumentException($"No template of the scenario '{contract.Id}' can open this dream.", nameof(skeleton));
        var random = Words();
        var drawn = random.Pick(usable);
        return DreamWriter.Write(contract, openings, skeleton, _template is { } kept && usable.Contains(kept) ? kept : drawn, random, _seed);
    }

    private SeededRandom Words() => _seed.Derive("words").ToRandom();

    private Openings Openings(Skeleton skeleton, out ScenarioContract contract)
    {
        contract = _domain.FindScenario(skeleton.Scenario) ?? throw new ArgumentException($"The domain '{_domain.Name}' has no scenario '{skeleton.Scenario}'.", nameof(skeleton));
        return new Openings(contract, contract.Read(skeleton.Facts.ToUtf8()), skeleton);
    }
}
