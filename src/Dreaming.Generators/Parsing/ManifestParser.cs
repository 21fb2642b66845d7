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
    public static ManifestSpec? Join(
        DomainSpec? domain,
        string rootNamespace,
        ImmutableArray<string> worlds,
        ImmutableArray<NamedSpec> tools,
        ImmutableArray<NamedSpec> policies,
        ImmutableArray<NamedSpec> scenarios,
        ImmutableArray<NamedSpec> rubrics) => domain is null || worlds.Length != 1
            ? null
            : new ManifestSpec(domain, rootNamespace, worlds[0], Ordered(tools), Ordered(policies), Ordered(scenarios), Ordered(rubrics));

    private static EquatableArray<string> Ordered(IEnumerable<NamedSpec> specs) => EquatableArray.From(specs
        .OrderBy(s => s.Id, System.StringComparer.Ordinal)
        .ThenBy(s => s.FullName, System.StringComparer.Ordinal)
        .Select(s => s.FullName));
}
