using System;
using System.Collections.Immutable;
using Dreaming.Generators.Emission;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dreaming.Generators;

/// <summary>Turns the declarations of a domain into contracts and a manifest. Reports nothing: <see cref="Analyzers.DomainAnalyzer"/> does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DreamingGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. Each declaration becomes a value-equal spec; the parser is the last to see a symbol.
        var data = Declarations(context, KnownNames.Data, type => RecordParser.Parse(type, null, null), TrackingNames.Data);
        var tools = Declarations(context, KnownNames.Tool, type => ToolParser.Parse(type, null), TrackingNames.Tools);
        var sandboxes = Declarations(context, KnownNames.Sandbox, type => SandboxParser.Parse(type, null), TrackingNames.Sandboxes);
        var policies = Declarations(context, KnownNames.Policy, type => PolicyParser.Parse(type, null), TrackingNames.Policies);
        var scenarios = Declarations(context, KnownNames.Scenario, type => ScenarioParser.Parse(type, null), TrackingNames.Scenarios);
        var rubrics = Declarations(context, KnownNames.Rubric, type => RubricParser.Parse(type, null), TrackingNames.Rubrics);

        // 2. Each spec becomes source.
        Emit(context, data, spec => spec.Type.HintName + ".Data", RecordEmitter.Emit);
        Emit(context, tools, spec => spec.Record.Type.HintName + ".Data", spec => RecordEmitter.Emit(spec.Record));
        Emit(context, tools, spec => spec.Record.Type.HintName + ".Tool", ToolEmitter.Emit);
        Emit(context, sandboxes, spec => spec.Type.HintName + ".Sandbox", SandboxEmitter.Emit);
        Emit(context, policies, spec => spec.Type.HintName + ".Policy", PolicyEmitter.Emit);
        Emit(context, scenarios, spec => spec.Record.Type.HintName + ".Data", spec => RecordEmitter.Emit(spec.Record));
        Emit(context, scenarios, spec => spec.Record.Type.HintName + ".Scenario", ScenarioEmitter.Emit);
        Emit(context, rubrics, spec => spec.Type.HintName + ".Rubric", RubricEmitter.Emit);

        // 3. Their names become the manifest.
        var domain = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.Domain,
            static (node, _) => node is CompilationUnitSyntax,
            static (match, _) => ManifestParser.Domain(match.Attributes)).Collect();
        var root = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (pair, _) => ManifestParser.RootNamespace(pair.Left.GlobalOptions, pair.Right));
        var manifest = domain
            .Combine(root)
            .Combine(sandboxes.Select(static (s, _) => s.Type.FullName).Collect())
            .Combine(Names(tools, static t => new NamedSpec(t.Name, t.Record.Type.FullName)))
            .Combine(Names(policies, static p => new NamedSpec("", p.Type.FullName)))
            .Combine(Names(scenarios, static s => new NamedSpec(s.Id, s.Record.Type.FullName)))
            .Combine(Names(rubrics, static r => new NamedSpec(r.Id, r.Type.FullName)))
            .Select(static (all, _) =>
            {
                var ((((((domains, root), worlds), tools), policies), scenarios), rubrics) = all;
                return ManifestParser.Join(domains.IsEmpty ? null : domains[0], root, worlds, tools, policies, scenarios, rubrics);
            })
            .WithTrackingName(TrackingNames.Manifest);
        context.RegisterSourceOutput(manifest, static (output, spec) =>
        {
            if (spec is not null)
                output.AddSource("Domain.g.cs", ManifestEmitter.Emit(spec));
        });
    }

    private static IncrementalValuesProvider<T> Declarations<T>(IncrementalGeneratorInitializationContext context, string attribute, Func<INamedTypeSymbol, T?> parse, string step)
        where T : class => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (match, _) => match.TargetSymbol is INamedTypeSymbol type ? Guard.Parse(type, parse) : null)
            .Where(static spec => spec is not null)
            .Select(static (spec, _) => spec!)
            .WithTrackingName(step);

    private static IncrementalValueProvider<ImmutableArray<NamedSpec>> Names<T>(IncrementalValuesProvider<T> specs, Func<T, NamedSpec> name) =>
        specs.Select((spec, _) => name(spec)).Collect();

    private static void Emit<T>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T> specs, Func<T, string> hint, Func<T, string> emit) =>
        context.RegisterSourceOutput(specs, (output, spec) => output.AddSource(hint(spec) + ".g.cs", emit(spec)));
}
