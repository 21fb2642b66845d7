using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Dreaming.Contracts;

/// <summary>Names the generated manifest of an assembly, so that a host can load the domain without searching.</summary>
/// <param name="type">A type with a public parameterless constructor that derives from <see cref="DomainManifest"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DomainManifestAttribute(Type type) : Attribute
{
    /// <summary>The manifest's type.</summary>
    public Type Type { get; } = type;
}

/// <summary>One domain: everything that was declared in its assembly. Made by generated code.</summary>
public abstract class DomainManifest
{
    private FrozenDictionary<string, ToolContract>? _tools;
    private FrozenDictionary<string, ScenarioContract>? _scenarios;
    private string? _hash;

    /// <summary>The domain's name.</summary>
    public abstract string Name { get; }
    /// <summary>What kind of clinical work this is.</summary>
    public abstract MedHelm Task { get; }
    /// <summary>What an agent is told before it meets a user.</summary>
    public abstract string Instructions { get; }
    /// <summary>The tools, ordered by name.</summary>
    public abstract ImmutableArray<ToolContract> Tools { get; }
    /// <summary>The invariants, ordered by id.</summary>
    public abstract ImmutableArray<InvariantContract> Invariants { get; }
    /// <summary>The temporal constraints, ordered by id.</summary>
    public virtual ImmutableArray<ConstraintContract> Constraints => [];
    /// <summary>The signals, ordered by id: the order in which those of one message happen.</summary>
    public virtual ImmutableArray<SignalContract> Signals => [];
    /// <summary>The scenarios, ordered by id.</summary>
    public abstract ImmutableArray<ScenarioContract> Scenarios { get; }
    /// <summary>The criteria, ordered by id.</summary>
    public abstract ImmutableArray<CriterionContract> Criteria { get; }
    /// <summary>Opens the domain's world.</summary>
    public abstract IWorld OpenWorld(WorldOptions options);

    /// <summary>
    /// A hash of what an overlay is learnt under: tool names, effects, faults, schemas and predicates, invariants, signals, temporal constraints and scenarios. 16 hexadecimal digits of SHA-256.
    /// Criteria are left out on purpose: a changed rubric changes what is measured, not what was learnt.
    /// </summary>
    public string ContractHash => _hash ??= ComputeHash();

    /// <summary>The tool of that name; null when none is declared.</summary>
    public ToolContract? FindTool(string name) =>
        (_tools ??= Tools.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal)).GetValueOrDefault(name);

    /// <summary>The scenario of that id; null when none is declared.</summary>
    public ScenarioContract? FindScenario(string id) =>
        (_scenarios ??= Scenarios.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    private string ComputeHash()
    {
        var text = new StringBuilder().Append(Name).Append('\n');
        foreach (var tool in Tools)
        {
            text.Append("tool ").Append(tool.Name).Append(' ').Append(tool.Effect).Append(' ').AppendJoin(',', tool.Faults).Append(' ').Append(tool.ParametersSchema).Append('\n');
            foreach (var predicate in tool.Predicates.Concat(tool.Parameters.SelectMany(p => p.AllPredicates())))
                text.Append("predicate ").Append(predicate).Append('\n');
        }

        foreach (var invariant in Invariants)
            text.Append("invariant ").Append(invariant.Id).Append(' ').Append(invariant.Tool).Append(' ').Append(invariant.Harm).Append(' ').Append(invariant.Likelihood).Append('\n');
        foreach (var signal in Signals)
            text.Append("signal ").Append(signal.Id).Append('\n');
        foreach (var constraint in Constraints)
            text.Append("constraint ").Append(constraint.Id).Append(' ').Append(constraint.Text).Append(' ').Append(constraint.Harm).Append(' ').Append(constraint.Likelihood).Append('\n');
        foreach (var scenario in Scenarios)
            text.Append("scenario ").Append(scenario.Id).Append(' ').AppendJoin(',', scenario.Slots.Select(s => s.Member.Name)).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
