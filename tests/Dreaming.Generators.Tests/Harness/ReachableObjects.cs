using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dreaming.Generators.Tests.Harness;

/// <summary>Walks what the tracked steps hold, and finds what belongs to the compiler. By assignability: the compiler's own types are internal subclasses.</summary>
internal static class ReachableObjects
{
    public static void Check(GeneratorRunResult result)
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var name in GeneratorHarness.TrackedNames)
        {
            if (!result.TrackedSteps.TryGetValue(name, out var steps))
                continue;
            foreach (var output in steps.SelectMany(s => s.Outputs))
                Visit(output.Value, name, visited);
        }
    }

    /// <summary>The object is part of a compilation, or keeps one.</summary>
    public static bool IsForbidden(object value) =>
        value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or AttributeData or SourceText or SyntaxReference or Diagnostic or IOperation;

    public static void Visit(object? value, string path, HashSet<object> visited)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || (!value.GetType().IsValueType && !visited.Add(value)))
            return;
        Assert.False(IsForbidden(value), $"{path} reaches a {value.GetType()}.");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Visit(item, path + "[]", visited);
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Visit(field.GetValue(value), $"{path}.{field.Name}", visited);
    }
}
