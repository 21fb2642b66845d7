using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads a policy class: its invariants and temporal constraints.</summary>
internal static class PolicyParser
{
    public static PolicySpec? Parse(INamedTypeSymbol type, IRuleSink? sink)
    {
        if (TypeParser.Parse(type, "static class", "Invariants", sink) is not { } spec)
            return null;
        var invariants = new List<InvariantSpec>();
        var right = true;
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.Find(KnownNames.Invariant) is not { } attribute)
                continue;
            if (Invariant(method, attribute, sink) is { } invariant)
                invariants.Add(invariant);
            else
                right = false;
        }

        var constraints = TemporalParser.Parse(type, sink);
        return right ? new PolicySpec(spec, EquatableArray.From(invariants), constraints) : null;
    }

    private static InvariantSpec? Invariant(IMethodSymbol method, AttributeData attribute, IRuleSink? sink)
    {
        var arguments = ArgumentParser.Parse(method, Source, "a tool record, the sandbox and a Trajectory", out var why);
        if (arguments is not null && method.ReturnType.SpecialType != SpecialType.System_Boolean)
            (arguments, why) = (null, "it must return bool");
        if (arguments is null)
        {
            sink?.Report(UsageRules.InvariantCannotBeAsked, method.Location(), method.Name, why);
            return null;
        }

        return new InvariantSpec(
            attribute.Text(0),
            attribute.Argument(1).EnumName("Minor"),
            attribute.NamedConstant("Likelihood").EnumName("Medium"),
            attribute.Named("Because", ""),
            method.Name,
            method.Parameters.Select(p => p.Type.Find(KnownNames.Tool)).FirstOrDefault(t => t is not null)?.Text(0),
            EquatableArray.From(arguments));
    }

    private static ArgumentSource? Source(IParameterSymbol parameter) =>
        parameter.Type.Is(KnownNames.Trajectory) ? ArgumentSource.Trajectory
        : parameter.Type.Has(KnownNames.Tool) ? ArgumentSource.Call
        : parameter.Type.Has(KnownNames.Sandbox) ? ArgumentSource.World
        : null;
}
