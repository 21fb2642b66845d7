using System.Collections.Immutable;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Dreams;

/// <summary>What has to hold of a skeleton before any agent runs in it.</summary>
internal sealed class SkeletonCheck(DomainManifest domain, IWorld root, InstancePool pool, IEnumerable<Skeleton> grounded)
{
    private readonly HashSet<(string Scenario, string Facts)> _grounded = [.. grounded.Select(s => (s.Scenario, s.Facts.Text))];
    private readonly Dictionary<(string Scenario, string Facts, string Changes), string?> _worlds = [];
    private readonly DreamWorld _world = new(domain, root);

    /// <summary>Why the skeleton is turned down, in one word; null when it is not.</summary>
    public string? Refusal(Skeleton skeleton)
    {
        if (domain.FindScenario(skeleton.Scenario) is not { } contract)
            return "unknown-scenario";
        if (skeleton.Turns <= 0 || skeleton.ToolCalls <= 0)
            return "no-budget";
        if (pool.IsReserved(skeleton))
            return "held-out";
        if (Read(contract, skeleton) is not { } scenario)
            return "facts-do-not-round-trip";
        if (!_grounded.Contains((skeleton.Scenario, skeleton.Facts.Text)) && !pool.Offers(contract, skeleton.Facts))
            return "facts-not-grounded";
        return skeleton.Operators.Select(o => Refusal(o, contract, scenario)).FirstOrDefault(r => r is not null)
            ?? Values(contract, scenario)
            ?? World(contract, scenario, skeleton)
            ?? Words(contract, scenario, skeleton);
    }

    private static object? Read(ScenarioContract contract, Skeleton skeleton)
    {
        try
        {
            var scenario = contract.Read(skeleton.Facts.ToUtf8());
            return ScenarioFacts.Of(contract, scenario) == skeleton.Facts ? scenario : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private string? Refusal(DreamOperator step, ScenarioContract contract, object scenario) => step switch
    {
        Withhold withhold => Slot(contract, withhold.Slot) is not { Knowledge: not Knowledge.Unknown } ? "withholds-unknown" : null,
        ChangeOfMind change => Said(contract, change.Slot, change.First),
        TwoReadings readings => Said(contract, readings.Slot, readings.Other),
        OtherFormat format => Form(contract, scenario, format),
        InjectFault fault => domain.FindTool(fault.Tool)?.Faults.Contains(fault.Fault) == true && fault is { From: > 0, Times: > 0 } ? null : "fault-not-declared",
        WhatIf change => contract.Counterfactuals.Any(c => c.Id == change.Counterfactual) ? null : "unknown-counterfactual",
        OtherWords words => words.Template >= 0 && words.Template < contract.Says.Length ? null : "no-opening",
        Noise noise => noise.Rate is >= 0 and <= 1 ? null : "noise-out-of-range",
        _ => null,
    };

    private static string? Values(ScenarioContract contract, object scenario)
    {
        for (var i = 0; i < contract.Slots.Length; i++)
            if (contract.SlotText(scenario, i) is { Length: > 0 } text && !SpokenValues.Fit(contract.Slots[i].Member, text))
                return "value-outside-contract";
        return null;
    }

    private static string? Said(ScenarioContract contract, string slot, string text) =>
        Slot(contract, slot) is { Knowledge: not Knowledge.Unknown } known && SpokenValues.Fit(known.Member, text) ? null : "value-outside-contract";

    private static string? Form(ScenarioContract contract, object scenario, OtherFormat format)
    {
        for (var i = 0; i < contract.Slots.Length; i++)
            if (contract.Slots[i].Member.Name == format.Slot)
                return contract.SlotText(scenario, i) is { } text && SpokenValues.Same(contract.Slots[i].Member, format.Form, text) ? null : "value-outside-contract";
        return "value-outside-contract";
    }

    private string? World(ScenarioContract contract, object scenario, Skeleton skeleton)
    {
        var key = (skeleton.Scenario, skeleton.Facts.Text, string.Join(',', skeleton.Operators.OfType<WhatIf>().Select(w => w.Counterfactual)));
        if (_worlds.TryGetValue(key, out var known))
            return known;
        return _worlds[key] = Ask();

        string? Ask()
        {
            IWorld before;
            try
            {
                before = _world.Open(skeleton);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return "counterfactual-throws";
            }

            try
            {
                return contract.Achieved(scenario, before, before.Fork(), Trajectory.Empty) ? "achieved-by-silence" : null;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return "success-throws";
            }
        }
    }

    private string? Words(ScenarioContract contract, object scenario, Skeleton skeleton)
    {
        var openings = new Openings(contract, scenario, skeleton);
        var usable = openings.Usable();
        if (usable.IsEmpty)
            return "no-opening";
        var values = pool.Vocabulary(contract);
        var random = new Seed(0).ToRandom();
        return usable.Any(i => !DreamAudit.Check(DreamWriter.Write(contract, openings, skeleton, i, random, default), contract, values).IsEmpty) ? "leaks" : null;
    }

    private static SlotContract? Slot(ScenarioContract contract, string name) => contract.Slots.FirstOrDefault(s => s.Member.Name == name);
}
