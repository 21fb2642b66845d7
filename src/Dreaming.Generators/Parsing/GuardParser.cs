using System.Linq;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Finds the guard of a constraint in its policy class.</summary>
internal static class GuardParser
{
    /// <summary>The guard; null when no method of that name can be one.</summary>
    /// <param name="policy">The policy class.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="why">Why not, for a reader.</param>
    public static GuardSpec? Parse(INamedTypeSymbol policy, string name, out string why)
    {
        var methods = policy.GetMembers(name).OfType<IMethodSymbol>().ToArray();
        why = methods.Length switch
        {
            0 => $"'{policy.Name}' has no such method",
            1 => Why(methods[0]),
            _ => "it is overloaded; give the guard a name of its own",
        };
        return why.Length == 0 ? new GuardSpec($"{policy.ToDisplayString()}.{name}", name, methods[0].Parameters[0].Type.Code()) : null;
    }

    /// <summary>Whether a guard can take the record of an event.</summary>
    public static bool Fits(GuardSpec guard, OperandSpec operand) =>
        operand.Kind != OperandKind.AnyCall && (operand.Type == guard.Takes || operand.Supertypes.Contains(guard.Takes));

    private static string Why(IMethodSymbol method) =>
        !method.IsStatic ? "make it static"
        : method.IsGenericMethod ? "it cannot be generic"
        : method.ReturnType.SpecialType != SpecialType.System_Boolean ? "it must return bool"
        : method.Parameters.Length != 1 || method.Parameters[0].RefKind != RefKind.None ? "it takes the event, and nothing else"
        : "";
}
