using System;
using System.Collections.Immutable;
using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dreaming.Generators.Analyzers;

/// <summary>Refuses declarations that make no sense, by the same parsers that the generator reads them with.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DomainAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rule.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var declarations = new DomainDeclarations();
            start.RegisterSymbolAction(action => Read((INamedTypeSymbol)action.Symbol, declarations, new Sink(action.ReportDiagnostic)), SymbolKind.NamedType);
            start.RegisterOperationBlockAction(action => SuccessChecks.Check(action.OwningSymbol, action.OperationBlocks, new Sink(action.ReportDiagnostic)));
            start.RegisterCompilationEndAction(end =>
            {
                WholeDomain.Check(end.Compilation.Assembly, declarations, new Sink(end.ReportDiagnostic));
                TemporalChecks.Check(declarations, end.ReportDiagnostic, end.CancellationToken);
            });
        });
    }

    private static void Read(INamedTypeSymbol type, DomainDeclarations declarations, IRuleSink sink)
    {
        TemporalShape.Outside(type, sink);
        foreach (var name in type.GetAttributes().Select(a => a.AttributeClass?.ToDisplayString()).Distinct())
        {
            Action? parse = name switch
            {
                KnownNames.Data => () =>
                {
                    if (RecordParser.Parse(type, null, sink) is null)
                        return;
                    ToolChecks.Slots(type, sink);
                    PolicyChecks.Invariants(type, sink);
                },
                KnownNames.Tool => () =>
                {
                    if (ToolParser.Parse(type, sink) is null)
                        return;
                    ToolChecks.Check(type, sink);
                    PolicyChecks.Invariants(type, sink);
                },
                KnownNames.Sandbox => () => SandboxParser.Parse(type, sink),
                KnownNames.Policy => () =>
                {
                    if (PolicyParser.Parse(type, sink) is not null)
                        PolicyChecks.Check(type, sink);
                },
                KnownNames.Signal => () =>
                {
                    if (SignalParser.Parse(type, sink) is not null)
                        TemporalShape.Signal(type, sink);
                },
                KnownNames.Scenario => () =>
                {
                    ScenarioParser.Parse(type, sink);
                    ScenarioChecks.Check(type, sink);
                },
                KnownNames.Rubric => () =>
                {
                    if (RubricParser.Parse(type, sink) is not null)
                        RubricChecks.Check(type, sink);
                },
                _ => null,
            };
            if (parse is null)
                continue;
            declarations.Add(name!, type);
            Guarded(type, sink, parse);
        }
    }

    /// <summary>Runs a parser; its own failure is a finding at the declaration that it failed on.</summary>
    internal static void Guarded(INamedTypeSymbol type, IRuleSink sink, Action parse)
    {
        try
        {
            parse();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            sink.Report(InternalRules.Internal, type.Location(), type.Name, e.GetType().Name + " " + e.Message);
        }
    }

    private sealed class Sink(Action<Diagnostic> report) : IRuleSink
    {
        public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
            report(Diagnostic.Create(rule, location, arguments));
    }
}
