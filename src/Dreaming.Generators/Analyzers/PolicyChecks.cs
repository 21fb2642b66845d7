using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>What a policy compiles with and should not be like.</summary>
internal static class PolicyChecks
{
    public static void Check(INamedTypeSymbol type, IRuleSink sink)
    {
        if (!type.GetMembers().Any(m => m.Has(KnownNames.Invariant)) && !type.GetAttributes().Any(TemporalParser.IsConstraint))
            sink.Report(UsageRules.EmptyPolicy, type.Location(), type.Name);
        Invariants(type, sink);
        TemporalShape.Constraints(type, sink);
    }

    /// <summary>Checks the invariants of a policy, or the predicates of a record.</summary>
    public static void Invariants(INamedTypeSymbol type, IRuleSink sink)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.Find(KnownNames.Invariant) is not { } attribute)
                continue;
            IdForm.Check(attribute, method, sink);
            if (string.IsNullOrWhiteSpace(attribute.Named("Because", "")))
                sink.Report(UsageRules.NoBecause, attribute.Location(method), attribute.Text(0));
            if (method.Always(true))
                sink.Report(UsageRules.AlwaysHolds, method.Location(), attribute.Text(0));
        }
    }
}
