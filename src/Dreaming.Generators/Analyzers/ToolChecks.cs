using System;
using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>What a tool or data record compiles with and should not be like.</summary>
internal static class ToolChecks
{
    private static readonly string[] ForScenarios = [KnownNames.Hidden, KnownNames.Unknown, KnownNames.Asked];

    public static void Check(INamedTypeSymbol type, IRuleSink sink)
    {
        var tool = type.Find(KnownNames.Tool)!;
        if (string.IsNullOrWhiteSpace(tool.Text(1)))
            sink.Report(ToolRules.NoToolDescription, tool.Location(type), tool.Text(0));
        if (type.Find(KnownNames.Fails) is { } fails)
            Faults(fails, type, tool, sink);
        foreach (var (property, parameter) in RecordParser.Members(type))
            if (MemberParser.Attributes(property, parameter).Find(KnownNames.Description)?.Text(0) is null or "")
                sink.Report(ToolRules.NoParameterDescription, property.Location(), property.Name, tool.Text(0));
        Slots(type, sink);
    }

    /// <summary>Finds what speaks of a user's knowledge outside of a scenario.</summary>
    public static void Slots(INamedTypeSymbol type, IRuleSink sink)
    {
        foreach (var (property, parameter) in RecordParser.Members(type))
            foreach (var attribute in MemberParser.Attributes(property, parameter))
                if (ForScenarios.Any(attribute.AttributeClass.Is))
                    sink.Report(UsageRules.SlotOutsideScenario, attribute.Location(property), attribute.AttributeClass!.Name.Replace("Attribute", ""), property.Name, type.Name);
    }

    private static void Faults(AttributeData fails, INamedTypeSymbol type, AttributeData tool, IRuleSink sink)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fault in fails.ConstructorArguments.SelectMany(a => a.Elements()).Select(f => ((TypedConstant?)f).EnumName("")))
        {
            if (!seen.Add(fault))
                sink.Report(ToolRules.DuplicateFault, fails.Location(type), tool.Text(0), fault);
            else if (fault == "Stale" && tool.NamedConstant("Effect").EnumName("Read") != "Read")
                sink.Report(ToolRules.IdleFault, fails.Location(type), tool.Text(0), fault);
        }
    }
}
