using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the declaration of the domain, and puts together what its manifest names.</summary>
internal static class ManifestParser
{
    public static DomainSpec? Domain(ImmutableArray<AttributeData> attributes) => attributes.Find(KnownNames.Domain) is { } domain
        ? new DomainSpec(domain.Text(0), domain.NamedConstant("Task").EnumName("None"), domain.Named("Instructions", ""))
        : null;

    /// <summary>The namespace of the manifest: the project's root namespace, or else the assembly's name.</summary>
    public static string RootNamespace(AnalyzerConfigOptions options, string? assembly) =>
        options.TryGetValue("build_property.RootNamespace", out var root) && root.Length > 0 ? root : Naming.Namespace(assembly ?? "");

    /// <summary>The manifest; null unless the domain has exactly one sandbox.</summary>
    /// <param name="all">What is declared.</param>
    /// <param name="rootNamespace">The namespace of the manifest.</param>
    /// <param name="temporal">The policies with constraints that mean something.</param>
    public static ManifestSpec? Join(DeclarationSet all, string rootNamespace, IEnumerable<string> temporal) => all.Domains.Count == 0 || all.Sandboxes.Count != 1
        ? null
        : new ManifestSpec(
            all.Domains[0],
            rootNamespace,
            all.Sandboxes[0].Type.FullName,
            Ordered(all.Tools.Select(t => new NamedSpec(t.Name, t.Record.Type.FullName))),
            Ordered(all.Policies.Select(p => new NamedSpec("", p.Type.FullName))),
            Ordered(all.Scenarios.Select(s => new NamedSpec(s.Id, s.Record.Type.FullName))),
            Ordered(all.Rubrics.Select(r => new NamedSpec(r.Id, r.Type.FullName))))
        {
            Constraints = EquatableArray.From(temporal.OrderBy(p => p, System.StringComparer.Ordinal)),
            Signals = EquatableArray.From(all.Signals.OrderBy(s => s.Id, System.StringComparer.Ordinal).ThenBy(s => s.Event.Operand.Type, System.StringComparer.Ordinal)),
        };

    private static EquatableArray<string> Ordered(IEnumerable<NamedSpec> specs) => EquatableArray.From(specs
        .OrderBy(s => s.Id, System.StringComparer.Ordinal)
        .ThenBy(s => s.FullName, System.StringComparer.Ordinal)
        .Select(s => s.FullName));
}
