using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dreaming.Contracts;
using Dreaming.Determinism;
using Dreaming.Dreams;
using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Benchmarks.Dreams;

/// <summary>What FsCheck knows of a scenario's facts.</summary>
internal enum FsCheckKnows
{
    /// <summary>The contract of each slot: a pattern, a kind, bounds.</summary>
    Contracts,

    /// <summary>The values that the world has for each slot, each by itself.</summary>
    Values,

    /// <summary>Whole instances that the world offers: what our sampler departs from.</summary>
    Instances,
}

/// <summary>
/// Skeletons by FsCheck's generators: a scenario, its facts, and one or two operators with their arguments, as somebody would write them who has FsCheck instead of families. What comes out is
/// held to the same check as our own and written by the same writer; only what passes and is new counts.
/// </summary>
internal sealed class FsCheckDreams
{
    private readonly DomainManifest _domain;
    private readonly SkeletonCheck _check;
    private readonly DreamWriter _writer;
    private readonly Gen<Skeleton> _skeletons;

    public FsCheckDreams(DomainManifest domain, IWorld root, FsCheckKnows knows)
    {
        _domain = domain;
        var pool = new InstancePool(root, []);
        _check = new SkeletonCheck(domain, root, pool, []);
        _writer = new DreamWriter(domain);
        _skeletons = Gen.OneOf(domain.Scenarios.Where(s => pool.Instances(s).Length > 0).Select(s => Of(s, pool.Instances(s), knows)));
    }

    /// <summary>Draws candidates, keeps what is valid and new, and writes it.</summary>
    /// <param name="tries">How many candidates.</param>
    /// <param name="seed">Decides them.</param>
    /// <returns>How many different dreams came out.</returns>
    public int Run(int tries, ulong seed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var written = new Seed(seed);
        foreach (var drawn in _skeletons.Sample(size: 50, seed: new Rnd(seed), numberOfSamples: tries))
        {
            var skeleton = SkeletonId.Seal(drawn);
            if (seen.Contains(skeleton.Id) || _check.Refusal(skeleton) is not null)
                continue;
            seen.Add(skeleton.Id);
            _writer.Write(skeleton, written);
        }

        return seen.Count;
    }

    private Gen<Skeleton> Of(ScenarioContract contract, ImmutableArray<Instance> instances, FsCheckKnows knows)
    {
        var operators = Operators(contract, instances);
        return from facts in knows == FsCheckKnows.Instances ? Gen.Elements(instances.Select(i => i.Facts)) : Facts(contract, instances, knows)
               from first in operators
               from more in Gen.Frequency((85, Gen.Constant(0)), (15, Gen.Constant(1)))
               from second in operators
               select new Skeleton
               {
                   Id = "",
                   Scenario = contract.Id,
                   Facts = facts,
                   TaskId = ContentId.Of(contract.Id, facts.Text),
                   Turns = contract.Turns,
                   ToolCalls = contract.ToolCalls,
                   Operators = more == 0 ? [first] : [first, second],
               };
    }

    private static Gen<RawJson> Facts(ScenarioContract contract, ImmutableArray<Instance> instances, FsCheckKnows knows)
    {
        var slots = contract.Slots.Select((slot, i) => knows == FsCheckKnows.Contracts
            ? Value(slot.Member)
            : Gen.Elements(instances.Select(o => JsonNode.Parse(o.Facts.Text)![slot.Member.Name]?.ToJsonString() ?? "null").Distinct(StringComparer.Ordinal)));
        return Gen.CollectToArray(slots).Select(values => new RawJson(
            $"{{{string.Join(',', contract.Slots.Select((slot, i) => $"{JsonSerializer.Serialize(slot.Member.Name)}:{values[i]}"))}}}"));
    }

    private static Gen<string> Value(MemberContract member) => member.Kind switch
    {
        ValueKind.Date => Gen.Choose(0, 45_000).Select(d => $"\"{new DateOnly(1910, 1, 1).AddDays(d):yyyy-MM-dd}\""),
        ValueKind.Integer => Gen.Choose((int)(member.Minimum ?? 0), (int)(member.Maximum ?? 1_000)).Select(n => n.ToString(CultureInfo.InvariantCulture)),
        ValueKind.Boolean => Gen.Elements("true", "false"),
        _ when !member.Allowed.IsDefaultOrEmpty => Gen.Elements(member.Allowed.Select(a => JsonSerializer.Serialize(a))),
        ValueKind.Array => Value(member.Element!).ArrayOf(2).Select(v => $"[{string.Join(',', v)}]"),
        _ when member.Pattern is { } pattern => Patterned(pattern),
        _ => Gen.Elements("abcdefghijklmnopqrstuvwxyz ".ToCharArray()).NonEmptyListOf().Select(c => JsonSerializer.Serialize(string.Concat(c))),
    };

    // The patterns of the domain are letters, a dash and digits: PT-\d{6}.
    private static Gen<string> Patterned(string pattern)
    {
        var at = pattern.IndexOf(@"\d{", StringComparison.Ordinal);
        var digits = int.Parse(pattern[(at + 3)..pattern.IndexOf('}', at)], CultureInfo.InvariantCulture);
        return Gen.Choose(0, 9).ArrayOf(digits).Select(d => $"\"{pattern[..at]}{string.Concat(d)}\"");
    }

    private Gen<DreamOperator> Operators(ScenarioContract contract, ImmutableArray<Instance> instances)
    {
        var slots = Gen.Elements(Enumerable.Range(0, contract.Slots.Length));
        var faults = _domain.Tools.SelectMany(t => t.Faults.Select(f => (t.Name, Fault: f))).ToArray();
        var kinds = new List<Gen<DreamOperator>>
        {
            Gen.Choose(0, contract.Says.Length - 1).Select(i => (DreamOperator)new OtherWords(i)),
            from slot in slots from first in Values(slot) select (DreamOperator)new ChangeOfMind(Name(slot), first),
            from slot in slots from other in Values(slot) select (DreamOperator)new TwoReadings(Name(slot), other),
            slots.Select(slot => (DreamOperator)new Withhold(Name(slot))),
            from fault in Gen.Elements(faults) from start in Gen.Choose(1, 2) from times in Gen.Choose(1, 2) select (DreamOperator)new InjectFault(fault.Name, fault.Fault, start, times),
            Gen.Elements(0.1, 0.2, 0.3).Select(rate => (DreamOperator)new Noise(rate)),
        };
        if (!contract.Counterfactuals.IsEmpty)
            kinds.Add(Gen.Elements(contract.Counterfactuals.Select(c => (DreamOperator)new WhatIf(c.Id))));
        return Gen.OneOf(kinds);

        string Name(int slot) => contract.Slots[slot].Member.Name;

        Gen<string> Values(int slot) => Gen.Elements(instances.Select(o => o.Texts[slot] ?? "").Distinct(StringComparer.Ordinal));
    }
}
