using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the predicates across the members of a record: its own, and those of the records that it derives from.</summary>
internal static class PredicateParser
{
    /// <returns>Null when one of the record's own is wrong.</returns>
    public static IReadOnlyList<PredicateSpec>? Parse(INamedTypeSymbol type, IRuleSink? sink)
    {
        var predicates = new List<PredicateSpec>();
        var right = true;
        foreach (var (method, attribute) in Declared(type))
        {
            if (WhyNot(method, attribute, predicates) is not { } why)
            {
                predicates.Add(Of(method, attribute));
                continue;
            }

            sink?.Report(ToolRules.PredicateShape, method.Location(), method.Name, why);
            right = false;
        }

        for (var above = type.BaseType; above is { IsRecord: true }; above = above.BaseType)
            foreach (var (method, attribute) in Declared(above))
                if (WhyNot(method, attribute, predicates) is null && (method.DeclaredAccessibility == Accessibility.Public || SymbolEqualityComparer.Default.Equals(above.ContainingAssembly, type.ContainingAssembly)))
                    predicates.Add(Of(method, attribute));
        return right ? predicates : null;
    }

    private static PredicateSpec Of(IMethodSymbol method, AttributeData attribute) => new(attribute.Text(0), attribute.Named("Because", ""), method.Name);

    private static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> Declared(INamedTypeSymbol type) =>
        from method in type.GetMembers().OfType<IMethodSymbol>()
        let attribute = method.Find(KnownNames.Invariant)
        where attribute is not null
        select (method, attribute);

    private static string? WhyNot(IMethodSymbol method, AttributeData attribute, List<PredicateSpec> others) =>
        method.IsStatic ? "make it an instance method; what needs more than the record stands in a [Policy]"
        : method.Parameters.Length > 0 || method.IsGenericMethod ? "it takes no parameters; what needs more than the record stands in a [Policy]"
        : method.ReturnType.SpecialType != SpecialType.System_Boolean ? "it must return bool"
        : method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal) ? "make it public or internal"
        : others.Any(p => p.Id == attribute.Text(0)) ? $"another predicate has the id '{attribute.Text(0)}'"
        : null;
}
