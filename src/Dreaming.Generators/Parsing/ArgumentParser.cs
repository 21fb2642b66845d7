using System;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads where the arguments of an invariant or a criterion come from.</summary>
internal static class ArgumentParser
{
    /// <summary>The arguments; null when one cannot be supplied.</summary>
    /// <param name="method">The method.</param>
    /// <param name="source">Where a parameter's argument comes from; null when from nowhere.</param>
    /// <param name="choices">What can be supplied, for a reader.</param>
    /// <param name="why">Why not, for a reader.</param>
    public static IReadOnlyList<ArgumentSpec>? Parse(IMethodSymbol method, Func<IParameterSymbol, ArgumentSource?> source, string choices, out string why)
    {
        why = "";
        var arguments = new List<ArgumentSpec>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None || source(parameter) is not { } from)
            {
                why = $"nothing can be supplied for '{parameter.Type.Words()} {parameter.Name}'; parameters are {choices}";
                return null;
            }

            if (arguments.Any(a => a.Source == from))
            {
                why = $"'{parameter.Name}' asks a second time for what another parameter gets";
                return null;
            }

            arguments.Add(new ArgumentSpec(from, parameter.Type.Code()));
        }

        if (!method.IsStatic)
            why = "make it static";
        else if (method.IsGenericMethod)
            why = "it cannot be generic";
        else if (method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal))
            why = "make it public or internal";
        return why.Length == 0 ? arguments : null;
    }
}
