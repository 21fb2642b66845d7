using System.Collections.Immutable;
using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dreaming.Generators.Analyzers;

/// <summary>Looks into the body of a scenario's Achieved for what shows that the user got it.</summary>
internal static class SuccessChecks
{
    public static void Check(ISymbol owner, ImmutableArray<IOperation> blocks, IRuleSink sink)
    {
        if (owner is not IMethodSymbol { Parameters.Length: 3 } method || (method.Name != "Achieved" && !method.Name.EndsWith(".Achieved", System.StringComparison.Ordinal))
            || !method.ContainingType.Has(KnownNames.Scenario) || method.ContainingType.Implemented(KnownNames.ScenarioInterface)?.TypeArguments[1] is not INamedTypeSymbol world)
            return;
        var operations = blocks.SelectMany(b => b.DescendantsAndSelf()).ToArray();
        var happened = operations.OfType<IParameterReferenceOperation>().Any(r => r.Parameter.Ordinal is 1 or 2);
        // A body that is not written yet, and one that says no to everything, are other matters.
        if (!happened && !method.Always(false) && !operations.Any(o => o is IThrowOperation))
            sink.Report(ScenarioRules.Unobserved, method.Location(), method.ContainingType.Name, "Achieved reads neither the world after the conversation nor the trajectory");
        foreach (var call in operations.OfType<IInvocationOperation>())
            if (call.TargetMethod is { Name: "Calls" or "Succeeded", TypeArguments.Length: 1 } asked && asked.ContainingType.Is(KnownNames.Trajectory)
                && asked.TypeArguments[0] is INamedTypeSymbol tool && tool.Has(KnownNames.Tool) && !SandboxParser.Handlers(world).Any(h => SymbolEqualityComparer.Default.Equals(h.Tool, tool)))
                sink.Report(ScenarioRules.Unobserved, call.Syntax.GetLocation(), method.ContainingType.Name, $"it asks for calls of '{tool.Name}', which sandbox '{world.Name}' does not handle");
    }
}
