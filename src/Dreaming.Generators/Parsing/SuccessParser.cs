using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the tools of which a scenario's success takes a call.</summary>
internal static class SuccessParser
{
    /// <summary>The tools' names, in ordinal order.</summary>
    public static IEnumerable<string> Parse(INamedTypeSymbol scenario, IRuleSink? sink)
    {
        var tools = new SortedSet<string>(System.StringComparer.Ordinal);
        foreach (var attribute in Attributes(scenario))
        {
            var type = attribute.AttributeClass!.TypeArguments[0];
            if (type.TypeKind == TypeKind.Error)
                continue;
            if (EventParser.Operand(type, scenario.ContainingAssembly) is { Kind: OperandKind.Tool } tool)
                tools.Add(tool.Event);
            else
                sink?.Report(TemporalRules.SucceedsByNoTool, attribute.Location(scenario), type.Words());
        }

        return tools;
    }

    public static IEnumerable<AttributeData> Attributes(INamedTypeSymbol scenario) =>
        scenario.GetAttributes().Where(a => a.AttributeClass.Is(KnownNames.SucceedsBy));
}
