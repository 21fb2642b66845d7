using System;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>Checks what no declaration shows on its own.</summary>
internal static class WholeDomain
{
    public static void Check(IAssemblySymbol assembly, DomainDeclarations declarations, IRuleSink sink)
    {
        var tools = declarations.With(KnownNames.Tool);
        var sandboxes = declarations.With(KnownNames.Sandbox);
        Unique(ToolRules.DuplicateTool, tools.Select(t => Declared(t, t.Find(KnownNames.Tool))), sink);
        Unique(ScenarioRules.DuplicateScenario, declarations.With(KnownNames.Scenario).Select(s => Declared(s, s.Find(KnownNames.Scenario))), sink);
        Unique(UsageRules.DuplicateInvariant, declarations.With(KnownNames.Policy).SelectMany(Invariants), sink);
        Unique(RubricRules.DuplicateCriterion, Criteria(declarations.With(KnownNames.Rubric)), sink);
        foreach (var sandbox in sandboxes)
            CheckHandlers(sandbox, tools, sink);
        if (assembly.Find(KnownNames.Domain) is { } domain && sandboxes.Count != 1)
            sink.Report(UsageRules.NotOneSandbox, domain.Location(assembly), domain.Text(0), sandboxes.Count);
        CheckGuards(tools, declarations.With(KnownNames.Policy), sink);
        SensitiveChecks.Check(assembly, declarations, sink);
        if (assembly.Find(KnownNames.Domain) is not { } whole)
            return;
        CheckNight(whole, assembly, tools, declarations.With(KnownNames.Scenario).Count, sink);
        FamilyChecks.Check(whole, assembly, declarations.With(KnownNames.Scenario), sink);
        var rubrics = declarations.With(KnownNames.Rubric);
        CheckPoints(rubrics, sink);
        var invariants = declarations.With(KnownNames.Policy).Concat(tools).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Where(m => m.Has(KnownNames.Invariant));
        ProofChecks.Check(rubrics, Included(rubrics), invariants, sink);
    }

    private static void CheckNight(AttributeData domain, IAssemblySymbol assembly, IReadOnlyList<INamedTypeSymbol> tools, int scenarios, IRuleSink sink)
    {
        IdForm.Check(domain, assembly, sink);
        var missing = tools.Count == 0 ? "tools" : scenarios == 0 ? "scenarios" : tools.Any(t => t.Has(KnownNames.Fails)) ? null : "tool that fails ([Fails]), so that the family FailureInjection applies to nothing";
        if (missing is not null)
            sink.Report(UsageRules.NothingToDream, domain.Location(assembly), domain.Text(0), missing);
    }

    // A predicate on the record guards as much as one in a policy, and so does a temporal constraint; one that reads the whole trajectory may speak of any tool.
    private static void CheckGuards(IEnumerable<INamedTypeSymbol> tools, IReadOnlyList<INamedTypeSymbol> policies, IRuleSink sink)
    {
        var guarded = new HashSet<ISymbol>(
            policies.SelectMany(p => p.GetMembers().OfType<IMethodSymbol>()).Where(m => m.Has(KnownNames.Invariant)).SelectMany(m => m.Parameters).Select(p => p.Type),
            SymbolEqualityComparer.Default);
        var constraints = policies.SelectMany(p => TemporalParser.Read(p, null)).Select(c => c.Spec).ToArray();
        foreach (var tool in tools)
            if (tool.Find(KnownNames.Tool) is { } attribute && attribute.NamedConstant("Effect").EnumName("Read") == "Write"
                && !guarded.Contains(tool) && !TemporalShape.SpeakOf(constraints, tool) && !tool.GetMembers().Any(m => m.Has(KnownNames.Invariant)))
                sink.Report(ToolRules.UnguardedWrite, attribute.Location(tool), attribute.Text(0));
    }

    private static void CheckPoints(IReadOnlyList<INamedTypeSymbol> rubrics, IRuleSink sink)
    {
        var points = Included(rubrics).SelectMany(RubricParser.Declared).Select(c => RubricParser.Points(c.Attribute)).ToArray();
        if (points.Length > 0 && points.All(p => p <= 0) && rubrics[0].Find(KnownNames.Rubric) is { } rubric)
            sink.Report(RubricRules.NoPositivePoints, rubric.Location(rubrics[0]));
    }

    private static void CheckHandlers(INamedTypeSymbol sandbox, IEnumerable<INamedTypeSymbol> tools, IRuleSink sink)
    {
        var handled = new HashSet<ISymbol>(SandboxParser.Handlers(sandbox).Select(h => h.Tool), SymbolEqualityComparer.Default);
        foreach (var tool in tools)
            if (!handled.Contains(tool))
                sink.Report(ToolRules.NoHandler, sandbox.Location(), sandbox.Name, tool.Name, ToolParser.Result(tool)?.Words() ?? "TResult");
    }

    private static IEnumerable<Declaration> Invariants(INamedTypeSymbol policy) => policy.GetMembers()
        .OfType<IMethodSymbol>()
        .Where(m => m.Has(KnownNames.Invariant))
        .Select(m => Declared(m, m.Find(KnownNames.Invariant)));

    // Rubrics of other assemblies come first: the one that is reported can be changed here.
    private static IEnumerable<Declaration> Criteria(IReadOnlyList<INamedTypeSymbol> own) =>
        Included(own).Where(r => !own.Contains(r, SymbolEqualityComparer.Default)).Concat(own).SelectMany(rubric =>
            RubricParser.Declared(rubric).Select(c => Declared(c.Method ?? (ISymbol)rubric, c.Attribute)));

    private static List<INamedTypeSymbol> Included(IReadOnlyList<INamedTypeSymbol> own)
    {
        var reached = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var included = new List<INamedTypeSymbol>();
        foreach (var rubric in own)
            Reach(rubric, reached, included);
        return included;
    }

    private static void Reach(INamedTypeSymbol rubric, HashSet<INamedTypeSymbol> reached, List<INamedTypeSymbol> order)
    {
        if (!reached.Add(rubric))
            return;
        order.Add(rubric);
        foreach (var include in RubricParser.Includes(rubric))
            Reach(include, reached, order);
    }

    private static void Unique(DiagnosticDescriptor rule, IEnumerable<Declaration> declarations, IRuleSink sink)
    {
        var first = new Dictionary<string, Declaration>(StringComparer.Ordinal);
        foreach (var declaration in declarations)
        {
            if (!first.TryGetValue(declaration.Id, out var earlier))
                first.Add(declaration.Id, declaration);
            else
                sink.Report(rule, declaration.At, declaration.Id, earlier.By);
        }
    }

    private static Declaration Declared(ISymbol symbol, AttributeData? attribute) =>
        new(attribute?.Text(0) ?? "", symbol.Name, attribute?.Location(symbol) ?? symbol.Location());

    private readonly record struct Declaration(string Id, string By, Location At);
}
