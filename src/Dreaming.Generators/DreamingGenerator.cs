using System;
using System.Linq;
using Dreaming.Generators.Emission;
using Dreaming.Generators.Incremental;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators;

/// <summary>Turns the declarations of a domain into contracts and a manifest. Reports nothing: <see cref="Analyzers.DomainAnalyzer"/> does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DreamingGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. All declarations become value-equal specs, read again only where an edit can have changed them.
        var reader = new DeclarationReader();
        var declarations = context.CompilationProvider.Select(reader.Read).WithTrackingName(TrackingNames.Declarations);
        var data = Each(declarations, all => all.Data, spec => spec.Type, TrackingNames.Data);
        var tools = Each(declarations, all => all.Tools, spec => spec.Record.Type, TrackingNames.Tools);
        var sandboxes = Each(declarations, all => all.Sandboxes, spec => spec.Type, TrackingNames.Sandboxes);
        var policies = Each(declarations, all => all.Policies, spec => spec.Type, TrackingNames.Policies);
        var scenarios = Each(declarations, all => all.Scenarios, spec => spec.Record.Type, TrackingNames.Scenarios);
        var rubrics = Each(declarations, all => all.Rubrics, spec => spec.Type, TrackingNames.Rubrics);

        // A constraint may name an interface, which stands for what implements it anywhere in the domain.
        var events = declarations
            .Select(static (all, _) => EventIndex.Of([.. all.Tools.Select(tool => tool.Event)], [.. all.Signals.Select(signal => signal.Event)]))
            .WithTrackingName(TrackingNames.Events);
        var constraints = policies
            .Where(static policy => policy.Spec.Constraints.Count > 0)
            .Combine(events)
            .Select(static (pair, _) => new Declared<BoundPolicy>(TemporalBinder.Bind(pair.Left.Spec, pair.Right), pair.Left.FileName))
            .WithTrackingName(TrackingNames.Constraints);

        // 2. Each spec becomes one file: the driver compares all files' names with each other after every edit.
        Emit(context, data, "Data", RecordEmitter.Emit);
        Emit(context, tools, "Tool", spec => SourceFile.Together(spec.Record.Type, RecordEmitter.Emit(spec.Record), ToolEmitter.Emit(spec)));
        Emit(context, sandboxes, "Sandbox", SandboxEmitter.Emit);
        Emit(context, policies, "Policy", PolicyEmitter.Emit);
        Emit(context, constraints, "Constraints", ConstraintEmitter.Emit);
        Emit(context, scenarios, "Scenario", spec => SourceFile.Together(spec.Record.Type, RecordEmitter.Emit(spec.Record), ScenarioEmitter.Emit(spec)));
        Emit(context, rubrics, "Rubric", RubricEmitter.Emit);

        // 3. Their names become the manifest.
        var root = context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (pair, _) => ManifestParser.RootNamespace(pair.Left.GlobalOptions, pair.Right));
        var manifest = declarations
            .Combine(root)
            .Combine(constraints.Select(static (policy, _) => policy.Spec.Type.FullName).Collect())
            .Select(static (all, _) => ManifestParser.Join(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Manifest);
        context.RegisterSourceOutput(manifest, static (output, spec) =>
        {
            if (spec is not null)
                output.AddSource("Domain.g.cs", ManifestEmitter.Emit(spec));
        });
    }

    private static IncrementalValuesProvider<Declared<T>> Each<T>(
        IncrementalValueProvider<DeclarationSet> declarations, Func<DeclarationSet, EquatableArray<T>> part, Func<T, TypeSpec> type, string step)
        where T : class, IEquatable<T> => declarations
            .SelectMany((all, _) => part(all).Select(spec => new Declared<T>(spec, all.FileName(type(spec)))))
            .WithTrackingName(step);

    private static void Emit<T>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Declared<T>> declared, string kind, Func<T, string> emit)
        where T : class => context.RegisterSourceOutput(declared, (output, one) => output.AddSource($"{one.FileName}.{kind}.g.cs", emit(one.Spec)));
}
