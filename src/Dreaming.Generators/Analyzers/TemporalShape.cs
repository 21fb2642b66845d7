using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>What constraints and signals compile with and should not be like.</summary>
internal static class TemporalShape
{
    /// <summary>Checks the constraints of a policy.</summary>
    public static void Constraints(INamedTypeSymbol policy, IRuleSink sink)
    {
        foreach (var (attribute, spec) in TemporalParser.Read(policy, null))
        {
            IdForm.Check(attribute, spec.Id, policy, sink);
            if (string.IsNullOrWhiteSpace(spec.Because))
                sink.Report(UsageRules.NoBecause, attribute.Location(policy), spec.Id);
        }
    }

    /// <summary>Checks a signal.</summary>
    public static void Signal(INamedTypeSymbol signal, IRuleSink sink) => IdForm.Check(signal.Find(KnownNames.Signal)!, signal, sink);

    /// <summary>Whether any of some constraints names a tool, or an interface of it.</summary>
    public static bool SpeakOf(IEnumerable<TemporalSpec> constraints, INamedTypeSymbol tool)
    {
        var types = tool.AllInterfaces.Prepend(tool).ToArray();
        return constraints.SelectMany(c => c.Atoms).Any(a => types.Any(t => a.Operand is { } operand ? operand.Type == t.Code() : EventIndex.IsNamed(t.Code(), a.Written)));
    }

    /// <summary>Finds constraints that nobody reads.</summary>
    public static void Outside(INamedTypeSymbol type, IRuleSink sink)
    {
        foreach (var attribute in type.GetAttributes().Where(TemporalParser.IsConstraint))
            if (!type.Has(KnownNames.Policy))
                sink.Report(TemporalRules.ConstraintOutsidePolicy, attribute.Location(type), attribute.AttributeClass!.Name.Replace("Attribute", ""), type.Name);
    }
}
