using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Incremental;

/// <summary>Turns the declarations of one file into specs; the last to see a symbol.</summary>
internal static class DeclarationParser
{
    /// <param name="compilation">What gives the file its meaning.</param>
    /// <param name="tree">The file.</param>
    /// <param name="aliases">The names that may stand for an attribute of the language.</param>
    public static DeclarationSet Parse(Compilation compilation, SyntaxTree tree, ImmutableHashSet<string> aliases, CancellationToken ct)
    {
        var root = tree.GetRoot(ct);
        var data = new List<RecordSpec>();
        var tools = new List<ToolSpec>();
        var sandboxes = new List<SandboxSpec>();
        var policies = new List<PolicySpec>();
        var signals = new List<SignalSpec>();
        var scenarios = new List<ScenarioSpec>();
        var rubrics = new List<RubricSpec>();
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in DeclarationSyntax.Types(root, aliases))
        {
            ct.ThrowIfCancellationRequested();
            if (model.GetDeclaredSymbol(node, ct) is not INamedTypeSymbol type)
                continue;
            foreach (var role in Written(type.GetAttributes(), node).Select(a => a.AttributeClass?.ToDisplayString()).Distinct())
                _ = role switch
                {
                    KnownNames.Data => Add(data, Guard.Parse(type, t => RecordParser.Parse(t, null, null))),
                    KnownNames.Tool => Add(tools, Guard.Parse(type, t => ToolParser.Parse(t, null))),
                    KnownNames.Sandbox => Add(sandboxes, Guard.Parse(type, t => SandboxParser.Parse(t, null))),
                    KnownNames.Policy => Add(policies, Guard.Parse(type, t => PolicyParser.Parse(t, null))),
                    KnownNames.Signal => Add(signals, Guard.Parse(type, t => SignalParser.Parse(t, null))),
                    KnownNames.Scenario => Add(scenarios, Guard.Parse(type, t => ScenarioParser.Parse(t, null))),
                    KnownNames.Rubric => Add(rubrics, Guard.Parse(type, t => RubricParser.Parse(t, null))),
                    _ => false,
                };
        }

        var domain = DeclarationSyntax.MayDeclareDomain(root, aliases)
            ? ManifestParser.Domain([.. Written(compilation.Assembly.GetAttributes(), root)])
            : null;
        return new DeclarationSet(
            EquatableArray.From(data),
            EquatableArray.From(tools),
            EquatableArray.From(sandboxes),
            EquatableArray.From(policies),
            EquatableArray.From(signals),
            EquatableArray.From(scenarios),
            EquatableArray.From(rubrics),
            domain is null ? [] : EquatableArray.From([domain]));
    }

    // A partial declaration counts where its attribute stands.
    private static IEnumerable<AttributeData> Written(ImmutableArray<AttributeData> attributes, SyntaxNode on) => attributes.Where(a =>
        a.ApplicationSyntaxReference is { } at && at.SyntaxTree == on.SyntaxTree && on.FullSpan.Contains(at.Span));

    private static bool Add<T>(List<T> specs, T? spec)
        where T : class
    {
        if (spec is not null)
            specs.Add(spec);
        return spec is not null;
    }
}
