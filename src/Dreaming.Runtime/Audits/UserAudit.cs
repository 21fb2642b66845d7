using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dreaming.Dreams;

namespace Dreaming.Audits;

/// <summary>Holds every message of the user to what the user of the dream knows, hides and was asked.</summary>
internal sealed partial class UserAudit(InstanceValues instances, object scenario)
{
    public void Check(Dream dream, Trajectory trajectory, Report report)
    {
        var facts = UserFact.Of(instances.Contract, scenario, dream);
        Spoken(dream, facts, report);
        var heard = new List<SquashedText>();
        var first = true;
        for (var i = 0; i < trajectory.Events.Length; i++)
        {
            if (trajectory.Events[i] is AgentSaid agent)
                heard.Add(new SquashedText(agent.Text));
            if (trajectory.Events[i] is not UserSaid user)
                continue;
            if (first && user.Text != dream.Opening)
                report(i, AuditRules.Opening, "The user does not begin with the dream's opening.");
            first = false;
            Message(i, user.Text, facts, heard, report);
        }

        if (first)
            report(null, AuditRules.Opening, "The user says nothing.");
    }

    private static void Spoken(Dream dream, ImmutableArray<UserFact> facts, Report report)
    {
        foreach (var name in dream.Spoken.Keys.Where(n => !facts.Any(f => f.Slot.Member.Name == n)))
            report(null, AuditRules.Spoken, $"The user would speak of '{name}', which the scenario has no slot for.");
        foreach (var fact in facts)
        {
            var (name, said) = (fact.Slot.Member.Name, dream.Spoken.GetValueOrDefault(fact.Slot.Member.Name));
            if (!fact.IsKnown && said is not null)
                report(null, AuditRules.Unknown, $"The user would tell '{name}', which they do not know.");
            else if (fact.IsKnown && fact.Text is not null && said is null)
                report(null, AuditRules.Spoken, $"The user knows '{name}' and has no words for it.");
            else if (said is not null && fact.Text is null)
                report(null, AuditRules.Spoken, $"The user would say '{said}' for '{name}', which has no value.");
            else if (said is not null && said != fact.Text && !SpokenValues.Same(fact.Slot.Member, said, fact.Text!))
                report(null, AuditRules.Spoken, $"The user would say '{said}' for '{name}', which is '{fact.Text}'.");
        }
    }

    private void Message(int at, string said, ImmutableArray<UserFact> facts, List<SquashedText> heard, Report report)
    {
        var text = new SquashedText(said);
        foreach (var value in facts.SelectMany(f => f.Declared))
            text.Cover(value);
        foreach (var fact in facts.Where(f => f.IsFree || f.IsKnown && heard.Exists(m => f.IsAskedIn(m, instances))))
            foreach (var value in fact.Values)
                text.Cover(value);

        foreach (var fact in facts)
        {
            if (fact.Values.FirstOrDefault(v => IsNamed(v)) is not { } value)
                continue;
            var name = fact.Slot.Member.Name;
            if (!fact.IsKnown)
                report(at, AuditRules.Unknown, $"The user names the value of '{name}', which they do not know.");
            else
                report(at, AuditRules.Leak, $"The user names the value of '{name}', which they {(fact.Withheld ? "withhold" : "hide")}, before anybody asked for it.");
            text.Cover(value);
        }

        foreach (var (value, shown, slot) in instances.In(text).Where(v => IsNamed(v.Squashed)))
        {
            report(at, AuditRules.Foreign, $"The user names '{shown}', which another instance has for '{instances.Contract.Slots[slot].Member.Name}', and which no operator put there.");
            text.Cover(value);
        }

        foreach (var shown in instances.Patterns.Append(IsoDate()).SelectMany(p => p.Matches(said)).Select(m => m.Value).Distinct(StringComparer.Ordinal))
            if (IsNamed(SquashedText.Squash(shown)))
                report(at, AuditRules.Foreign, $"The user names '{shown}', which is no fact of the dream.");

        bool IsNamed(string value) => value.Length >= InstanceValues.Shortest && text.Names(value) && !instances.SaysItself(value) && !heard.Exists(m => m.Names(value));
    }

    [GeneratedRegex(@"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();
}
