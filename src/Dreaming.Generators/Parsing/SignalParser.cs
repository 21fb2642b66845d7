using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads a signal. Nothing is added to it, so that it need not be partial.</summary>
internal static class SignalParser
{
    public static SignalSpec? Parse(INamedTypeSymbol type, IRuleSink? sink)
    {
        var signal = type.Find(KnownNames.Signal)!;
        if (Why(type) is { } why)
        {
            sink?.Report(TemporalRules.SignalShape, type.Location(), type.Name, why);
            return null;
        }

        return TypeParser.HasSeveralRoles(type) ? null : new SignalSpec(signal.Text(0), signal.Text(1), EventParser.Parse(type, OperandKind.Signal, signal.Text(0)));
    }

    private static string? Why(INamedTypeSymbol type) =>
        !type.IsRecord || type.IsValueType ? "make it a record class"
        : type.IsAbstract || type.IsGenericType ? "make it neither abstract nor generic"
        : IsHidden(type) ? "make it public or internal, and the types around it too"
        : type.Implemented(KnownNames.SignalInterface) is not { } implemented || !SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type) ? $"implement ISignal<{type.Name}>"
        : null;

    private static bool IsHidden(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
            if (t.IsFileLocal || t.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return true;
        return false;
    }
}
