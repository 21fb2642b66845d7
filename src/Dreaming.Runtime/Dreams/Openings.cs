using System.Collections.Immutable;
using Dreaming.Contracts;

namespace Dreaming.Dreams;

/// <summary>What a skeleton lets its user say at first.</summary>
internal sealed class Openings
{
    private readonly ScenarioContract _contract;
    private readonly ImmutableArray<string?> _texts;
    private readonly ImmutableArray<DreamOperator> _operators;
    private readonly ImmutableArray<Template> _templates;

    public Openings(ScenarioContract contract, object scenario, Skeleton skeleton)
    {
        _contract = contract;
        _texts = ScenarioFacts.Texts(contract, scenario);
        _operators = skeleton.Operators;
        _templates = [.. contract.Says.Select(Template.Parse)];
    }

    /// <summary>What the user says for a slot when asked; null when there is nothing to say.</summary>
    public string? Spoken(int slot) => _contract.Slots[slot].Knowledge == Knowledge.Unknown || _texts[slot] is not { } text
        ? null
        : _operators.OfType<OtherFormat>().LastOrDefault(f => f.Slot == _contract.Slots[slot].Member.Name)?.Form ?? text;

    /// <summary>
    /// The templates that may open this dream, by index. There may be none: then every template names a slot that must not be named or has no value, or none names the slot that an
    /// operator is about.
    /// </summary>
    public ImmutableArray<int> Usable()
    {
        var mustMention = MustMention();
        var usable = _templates.Index().Where(t => IsSayable(t.Item) && mustMention.All(t.Item.Mentions)).Select(t => t.Index).ToImmutableArray();
        if (_operators.OfType<OtherWords>().LastOrDefault() is { } words)
            return usable.Contains(words.Template) ? [words.Template] : [];
        var withheld = Named<Withhold>(o => o.Slot).ToArray();
        var silent = usable.Where(i => !withheld.Any(_templates[i].Mentions)).ToImmutableArray();
        return silent.IsEmpty ? usable : silent;
    }

    /// <summary>A template as this dream says it: without the sentences that are about nothing but what is withheld, if any are left then.</summary>
    public Template Words(int template)
    {
        var withheld = Named<Withhold>(o => o.Slot).ToArray();
        var mustMention = MustMention();
        return withheld.Length == 0 ? _templates[template] : Template.Without(_contract.Says[template], s => !withheld.Any(s.Mentions) || mustMention.Any(s.Mentions));
    }

    /// <summary>Whether some usable template names a slot, so that an operator on it is heard.</summary>
    public bool Mentions(SlotContract slot) => Usable().Any(i => _templates[i].Mentions(slot.ClrName));

    /// <summary>Whether some usable template leaves a slot out.</summary>
    public bool CanOmit(SlotContract slot) => Usable().Any(i => !_templates[i].Mentions(slot.ClrName));

    private bool IsSayable(Template template) =>
        template.Parts.All(p => p.Slot is null || (IndexOf(p.Slot) is var i and >= 0 && _contract.Slots[i].Knowledge == Knowledge.Open && _texts[i] is not null));

    /// <summary>What the user says for a slot at first: the words of the slot when its value is withheld.</summary>
    public string First(string clrName, bool otherFirst)
    {
        var i = IndexOf(clrName);
        var slot = _contract.Slots[i];
        var name = slot.Member.Name;
        if (IsWithheld(clrName))
            return SlotWords(slot);
        if (_operators.OfType<ChangeOfMind>().LastOrDefault(c => c.Slot == name) is { } change)
            return change.First;
        var said = Spoken(i)!;
        if (_operators.OfType<TwoReadings>().LastOrDefault(r => r.Slot == name) is { } readings)
            return otherFirst ? $"{readings.Other} or {said}" : $"{said} or {readings.Other}";
        return said;
    }

    /// <summary>Whether the dream keeps a slot's value out of the opening.</summary>
    public bool IsWithheld(string clrName) => IndexOf(clrName) is var i and >= 0 && _operators.OfType<Withhold>().Any(w => w.Slot == _contract.Slots[i].Member.Name);

    private string[] MustMention() => [.. Named<ChangeOfMind>(o => o.Slot), .. Named<TwoReadings>(o => o.Slot)];

    private IEnumerable<string> Named<T>(Func<T, string> slot)
        where T : DreamOperator =>
        _operators.OfType<T>().Select(slot).Select(name => _contract.Slots.FirstOrDefault(s => s.Member.Name == name)?.ClrName ?? name);

    private int IndexOf(string clrName)
    {
        for (var i = 0; i < _contract.Slots.Length; i++)
            if (_contract.Slots[i].ClrName == clrName)
                return i;
        return -1;
    }

    private static string SlotWords(SlotContract slot)
    {
        var words = slot.Member.Name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words is [.. var front, "id" or "number"] && front.Length > 0 ? front : words);
    }
}
