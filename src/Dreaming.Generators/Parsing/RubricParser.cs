using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads a rubric class and its criteria.</summary>
internal static class RubricParser
{
    public static RubricSpec? Parse(INamedTypeSymbol type, IRuleSink? sink)
    {
        if (TypeParser.Parse(type, "static class", "Criteria", sink) is not { } spec)
            return null;
        var rubric = type.Find(KnownNames.Rubric)!;
        var criteria = new List<CriterionSpec>();
        var right = true;
        foreach (var (attribute, method) in Declared(type))
        {
            if (Criterion(attribute, method, type, sink) is { } criterion)
                criteria.Add(criterion);
            else
                right = false;
        }

        var includes = Includes(type).Select(t => t.Code());
        if (IncludesItself(type))
        {
            sink?.Report(RubricRules.CircularRubric, rubric.Location(type), rubric.Text(0));
            return null;
        }

        right &= IsRight(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));
        return right ? new RubricSpec(spec, rubric.Text(0), EquatableArray.From(criteria), EquatableArray.From(includes)) : null;
    }

    /// <summary>The declared criteria: those with a body, and then the judged ones, which have no method.</summary>
    public static IEnumerable<(AttributeData Attribute, IMethodSymbol? Method)> Declared(INamedTypeSymbol type)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            if (method.Find(KnownNames.Criterion) is { } attribute)
                yield return (attribute, method);
        foreach (var judged in type.GetAttributes())
            if (judged.AttributeClass.Is(KnownNames.Judged))
                yield return (judged, null);
    }

    /// <summary>The points of a criterion; 0 where they are no number.</summary>
    public static int Points(AttributeData criterion) => criterion.Argument(2)?.Value is int points ? points : 0;

    /// <summary>The rubrics that one names as part of itself.</summary>
    public static IEnumerable<INamedTypeSymbol> Includes(INamedTypeSymbol type) =>
        (type.Find(KnownNames.Rubric)?.NamedConstant("Includes")?.Elements() ?? []).Select(c => c.Value).OfType<INamedTypeSymbol>();

    private static bool IncludesItself(INamedTypeSymbol type)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamedTypeSymbol>(Includes(type));
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (SymbolEqualityComparer.Default.Equals(next, type))
                return true;
            if (seen.Add(next))
                foreach (var include in Includes(next))
                    open.Push(include);
        }

        return false;
    }

    // A rubric is written only when all that it includes is written too.
    private static bool IsRight(INamedTypeSymbol type, HashSet<ITypeSymbol> seen) =>
        !seen.Add(type)
        || type.DeclaringSyntaxReferences.Length == 0
        || (TypeParser.Parse(type, "static class", "Criteria", null) is not null
            && !IncludesItself(type)
            && Declared(type).All(c => Criterion(c.Attribute, c.Method, type, null) is not null)
            && Includes(type).All(i => IsRight(i, seen)));

    private static CriterionSpec? Criterion(AttributeData attribute, IMethodSymbol? method, INamedTypeSymbol type, IRuleSink? sink)
    {
        var id = attribute.Text(0);
        if (attribute.ConstructorArguments.Length < 4)
            return null;
        if (attribute.ConstructorArguments[2].Value is not int points || points is 0 or < -10 or > 10)
        {
            sink?.Report(RubricRules.CriterionPoints, attribute.Location(method ?? (ISymbol)type), id, attribute.ConstructorArguments[2].Value ?? 0);
            return null;
        }

        IReadOnlyList<ArgumentSpec>? arguments = [];
        if (method is not null)
        {
            arguments = ArgumentParser.Parse(method, Source, "a Trajectory, a scenario record, and the sandbox as 'before' and as 'after'", out var why);
            if (arguments is not null && method.ReturnType.SpecialType != SpecialType.System_Boolean && !method.ReturnType.Is(KnownNames.Verdict))
                (arguments, why) = (null, "it must return bool or Verdict");
            if (arguments is null)
            {
                sink?.Report(RubricRules.CriterionCannotBeAsked, method.Location(), method.Name, why);
                return null;
            }
        }

        return new CriterionSpec(id, attribute.Argument(1).EnumName("Accuracy"), points, attribute.Text(3), method?.Name, EquatableArray.From(arguments));
    }

    private static ArgumentSource? Source(IParameterSymbol parameter)
    {
        if (parameter.Type.Is(KnownNames.Trajectory))
            return ArgumentSource.Trajectory;
        if (parameter.Type.Has(KnownNames.Scenario))
            return ArgumentSource.Scenario;
        if (!parameter.Type.Has(KnownNames.Sandbox))
            return null;
        return parameter.Name switch
        {
            "before" => ArgumentSource.Before,
            "after" => ArgumentSource.After,
            _ => null,
        };
    }
}
