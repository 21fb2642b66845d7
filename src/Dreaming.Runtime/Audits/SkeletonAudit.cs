using System.Collections.Frozen;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;

namespace Dreaming.Audits;

/// <summary>Holds what is dreamed to the scenario, the contracts, the world and the episode that it came from.</summary>
/// <param name="domain">The domain.</param>
/// <param name="root">The world as the night found it.</param>
/// <param name="rehearsals">What each episode was, by the episode's id; null when the episodes are not at hand.</param>
internal sealed class SkeletonAudit(DomainManifest domain, IWorld root, FrozenDictionary<string, Skeleton>? rehearsals)
{
    private readonly Dictionary<(string Scenario, string Facts, string Changes), string?> _worlds = [];
    private readonly DreamWorld _dreams = new(domain, root);

    /// <returns>The scenario; null when the facts are none of it, so that nothing further can be held against them.</returns>
    public object? Check(Skeleton skeleton, InstanceValues instances, Report report)
    {
        var contract = instances.Contract;
        if (skeleton.Turns != contract.Turns || skeleton.ToolCalls != contract.ToolCalls)
            report(null, AuditRules.Grounding, $"The dream allows {skeleton.Turns} messages and {skeleton.ToolCalls} calls; the scenario {contract.Turns} and {contract.ToolCalls}.");
        if (Read(contract, skeleton) is not { } scenario)
        {
            report(null, AuditRules.Grounding, $"The facts are no instance of the scenario '{contract.Id}'.");
            return null;
        }

        Origin(skeleton, instances, report);
        for (var i = 0; i < contract.Slots.Length; i++)
            if (contract.SlotText(scenario, i) is { Length: > 0 } text && !SpokenValues.Fit(contract.Slots[i].Member, text))
                report(null, AuditRules.Grounding, $"'{text}' does not fit '{contract.Slots[i].Member.Name}'.");
        foreach (var step in skeleton.Operators)
            if (Wrong(step, instances, scenario) is { } why)
                report(null, AuditRules.Operator, why);
        if (World(contract, scenario, skeleton) is { } broken)
            report(null, AuditRules.World, broken);
        return scenario;
    }

    private static object? Read(ScenarioContract contract, Skeleton skeleton)
    {
        try
        {
            var scenario = contract.Read(skeleton.Facts.ToUtf8());
            return InstanceValues.Facts(contract, scenario) == skeleton.Facts.Text ? scenario : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Origin(Skeleton skeleton, InstanceValues instances, Report report)
    {
        var departed = skeleton.Operators.Any(o => o is OtherFacts);
        if (skeleton.EpisodeId is not { } episode)
        {
            if (!instances.Offers(skeleton.Facts))
                report(null, AuditRules.Grounding, "The world offers no instance with these facts.");
            else if (!departed && skeleton.TaskId != ContentId.Of(skeleton.Scenario, skeleton.Facts.Text))
                report(null, AuditRules.Id, "The task's id is not the hash of the facts.");
        }
        else if (departed && !instances.Offers(skeleton.Facts))
        {
            report(null, AuditRules.Grounding, "The facts were changed to some that the world offers no instance with.");
        }
        else if (rehearsals is not null && rehearsals.GetValueOrDefault(episode) is var was)
        {
            if (was is null)
                report(null, AuditRules.Grounding, $"The episode {episode} that the dream is grounded in is not there, or no scenario recognises it.");
            else if (was.TaskId != skeleton.TaskId || was.Scenario != skeleton.Scenario || !departed && was.Facts != skeleton.Facts)
                report(null, AuditRules.Grounding, $"The facts are not those of the episode {episode}.");
        }
    }

    private string? Wrong(DreamOperator step, InstanceValues instances, object scenario)
    {
        var contract = instances.Contract;
        return step switch
        {
            OtherWords words => words.Template >= 0 && words.Template < contract.Says.Length ? null : $"The scenario has no opening {words.Template}.",
            Withhold withhold => Slot(contract, withhold.Slot) >= 0 ? null : $"The user cannot withhold '{withhold.Slot}'.",
            ChangeOfMind change => OtherValue(instances, scenario, change.Slot, change.First),
            TwoReadings readings => OtherValue(instances, scenario, readings.Slot, readings.Other),
            WhatIf change => contract.Counterfactuals.Any(c => c.Id == change.Counterfactual) ? null : $"The scenario declares no counterfactual '{change.Counterfactual}'.",
            InjectFault fault => domain.FindTool(fault.Tool)?.Faults.Contains(fault.Fault) == true && fault is { From: > 0, Times: > 0 } ? null : $"{fault.Tool} does not declare {fault.Fault}.",
            Noise noise => noise.Rate is > 0 and <= 1 ? null : "The rate of slips is out of its range.",
            OtherFormat format => Slot(contract, format.Slot) is >= 0 and var i && contract.SlotText(scenario, i) is { } text && SpokenValues.Same(contract.Slots[i].Member, format.Form, text)
                ? null
                : $"'{format.Form}' is not what '{format.Slot}' is in another form.",
            _ => null,
        };
    }

    private static string? OtherValue(InstanceValues instances, object scenario, string slot, string value)
    {
        var contract = instances.Contract;
        if (Slot(contract, slot) is not (>= 0 and var i) || contract.Slots[i].Knowledge != Knowledge.Open)
            return $"The user does not speak of '{slot}' by themselves.";
        if (contract.SlotText(scenario, i) == value)
            return $"'{value}' is the fact itself and no other value of '{slot}'.";
        return instances.Has(i, value) ? null : $"'{value}' is no value that the world offers for '{slot}'.";
    }

    private string? World(ScenarioContract contract, object scenario, Skeleton skeleton)
    {
        var key = (skeleton.Scenario, skeleton.Facts.Text, string.Join(',', skeleton.Operators.OfType<WhatIf>().Select(w => w.Counterfactual)));
        if (_worlds.TryGetValue(key, out var known))
            return known;
        try
        {
            var world = _dreams.Open(skeleton);
            return _worlds[key] = contract.Achieved(scenario, world, world.Fork(), Trajectory.Empty) ? "The user has what they came for before anything happens." : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return _worlds[key] = $"The dream's world does not open, or cannot be asked: {e.GetType().Name}: {e.Message}";
        }
    }

    private static int Slot(ScenarioContract contract, string name)
    {
        for (var i = 0; i < contract.Slots.Length; i++)
            if (contract.Slots[i].Member.Name == name && contract.Slots[i].Knowledge != Knowledge.Unknown)
                return i;
        return -1;
    }
}
