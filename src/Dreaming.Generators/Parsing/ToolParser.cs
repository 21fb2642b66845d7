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
            EventParser.Parse(type, OperandKind.Tool, name));
    }

    /// <summary>What a successful call returns; null when the type is no tool.</summary>
    public static ITypeSymbol? Result(INamedTypeSymbol type) => type.Implemented(KnownNames.ToolInterface)?.TypeArguments[0];
}
