using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads a tool.</summary>
internal static class ToolParser
{
    public static ToolSpec? Parse(INamedTypeSymbol type, IRuleSink? sink)
    {
        var tool = type.Find(KnownNames.Tool)!;
        var name = tool.Text(0);
        var right = true;
        if (!Naming.IsSnake(name))
        {
            sink?.Report(ToolRules.ToolName, tool.Location(type), name);
            right = false;
        }

        var record = RecordParser.Parse(type, "Contract", sink);
        if (Result(type) is not { } result)
        {
            sink?.Report(ToolRules.NoTool, type.Location(), type.Name);
            return null;
        }

        if (ValueParser.Parse(result, out var why) is not { } value)
        {
            sink?.Report(ToolRules.UnsupportedType, type.Location(), type.Name, result.Words(), why);
            return null;
        }

        var predicates = Predicates(type, sink, ref right);
        if (record is null || !right)
            return null;
        var faults = type.Find(KnownNames.Fails)?.ConstructorArguments.SelectMany(a => a.Elements()).Select(f => ((TypedConstant?)f).EnumName("")).Where(f => f.Length > 0) ?? [];
        return new ToolSpec(
            record,
            name,
            tool.Text(1),
            tool.NamedConstant("Effect").EnumName("Read"),
            EquatableArray.From(faults.Distinct()),
            value,
            EquatableArray.From(predicates),
            EventParser.Parse(type, OperandKind.Tool, name));
    }

    private static List<PredicateSpec> Predicates(INamedTypeSymbol type, IRuleSink? sink, ref bool right)
    {
        var predicates = new List<PredicateSpec>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (method.Find(KnownNames.Invariant) is not { } attribute)
                continue;
            var why = method.IsStatic ? "make it an instance method; what needs more than the call stands in a [Policy]"
                : method.Parameters.Length > 0 || method.IsGenericMethod ? "it takes no parameters; what needs more than the call stands in a [Policy]"
                : method.ReturnType.SpecialType != SpecialType.System_Boolean ? "it must return bool"
                : method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal) ? "make it public or internal"
                : predicates.Any(p => p.Id == attribute.Text(0)) ? $"another predicate has the id '{attribute.Text(0)}'"
                : null;
            if (why is null)
            {
                predicates.Add(new PredicateSpec(attribute.Text(0), attribute.Named("Because", ""), method.Name));
                continue;
            }

            sink?.Report(ToolRules.PredicateShape, method.Location(), method.Name, why);
            right = false;
        }

        return predicates;
    }

    /// <summary>What a successful call returns; null when the type is no tool.</summary>
    public static ITypeSymbol? Result(INamedTypeSymbol type) => type.Implemented(KnownNames.ToolInterface)?.TypeArguments[0];
}
