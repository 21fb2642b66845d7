using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Rules;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Reads the temporal constraints of a policy class. One that is refused is left out; the finding stops the build.</summary>
internal static class TemporalParser
{
    /// <summary>The name of the template that is written as a formula.</summary>
    public const string Formula = "Ltlf";

    public static EquatableArray<TemporalSpec> Parse(INamedTypeSymbol policy, IRuleSink? sink) =>
        EquatableArray.From(Read(policy, sink).Select(c => c.Spec));

    /// <summary>The constraints and where they stand, in the order of the source.</summary>
    public static IReadOnlyList<(AttributeData Attribute, TemporalSpec Spec)> Read(INamedTypeSymbol policy, IRuleSink? sink)
    {
        var read = new List<(AttributeData, TemporalSpec)>();
        foreach (var attribute in policy.GetAttributes().Where(IsConstraint))
            if (Spec(attribute, policy, sink) is { } spec)
                read.Add((attribute, spec));
        return read.Count == 0 || TypeParser.IsFree(policy, "Constraints", sink) ? read : [];
    }

    public static bool IsConstraint(AttributeData attribute)
    {
        for (var t = attribute.AttributeClass; t is not null; t = t.BaseType)
            if (t.Is(KnownNames.Constraint))
                return true;
        return false;
    }

    private static TemporalSpec? Spec(AttributeData attribute, INamedTypeSymbol policy, IRuleSink? sink)
    {
        var template = attribute.AttributeClass!.Name.Replace("Attribute", "");
        var location = attribute.Location(policy);
        var types = attribute.AttributeClass.TypeArguments;
        // What the compiler refuses anyway.
        if (types.Any(t => t.TypeKind == TypeKind.Error) || attribute.AttributeConstructor is null)
            return null;
        var name = TemporalText.Name(template, types);
        if (TemporalNumbers.WhyNot(attribute) is var (rule, why))
        {
            sink?.Report(rule, location, name, why);
            return null;
        }

        var atoms = template == Formula ? FormulaParser.Atoms(attribute, policy, sink) : Atoms(attribute, policy, name, sink);
        if (atoms is null)
            return null;
        var turns = attribute.Named("WithinTurns", -1);
        var calls = attribute.Named("WithinCalls", -1);
        var same = attribute.Named("Same", "");
        var id = attribute.Named("Id", "");
        return new TemporalSpec(
            template,
            id.Length > 0 ? id : TemporalText.Id(template, atoms, same),
            TemporalText.Of(attribute, name),
            attribute.Named("Because", ""),
            attribute.NamedConstant("Harm").EnumName("Minor"),
            attribute.NamedConstant("Likelihood").EnumName("Medium"),
            TemporalNumbers.Count(attribute) ?? 0,
            turns >= 0 ? "Turns" : calls >= 0 ? "Calls" : "None",
            turns >= 0 ? turns : calls,
            same,
            template == Formula ? attribute.Text(0) : "",
            EquatableArray.From(atoms));
    }

    private static IReadOnlyList<AtomSpec>? Atoms(AttributeData attribute, INamedTypeSymbol policy, string name, IRuleSink? sink)
    {
        var operands = new List<OperandSpec>();
        foreach (var type in attribute.AttributeClass!.TypeArguments)
        {
            if (EventParser.Operand(type, policy.ContainingAssembly) is { } operand)
                operands.Add(operand);
            else
                sink?.Report(TemporalRules.NoEvent, attribute.Location(policy), type.Words(), name);
        }

        if (operands.Count < attribute.AttributeClass.TypeArguments.Length)
            return null;
        if (attribute.Named("Same", "") is { Length: > 0 } same && Correlation.WhyNot(operands, same) is { } uncommon)
        {
            sink?.Report(TemporalRules.SameMisfit, attribute.Location(policy), name, same, uncommon);
            return null;
        }

        GuardSpec? guard = null;
        var guarded = -1;
        if (attribute.Named("When", "") is { Length: > 0 } when)
        {
            guard = GuardParser.Parse(policy, when, out var why);
            guarded = guard is null ? -1 : operands.FindIndex(o => GuardParser.Fits(guard, o));
            if (guarded < 0)
            {
                sink?.Report(TemporalRules.WhenMisfit, attribute.Location(policy), when, name, why.Length > 0 ? why : $"it takes a {policy.GetMembers(when).OfType<IMethodSymbol>().First().Parameters[0].Type.Words()}, which none of the constraint's types is");
                return null;
            }
        }

        return [.. operands.Select((o, i) => new AtomSpec(o.Name, o, Succeeded(attribute, i), i == guarded ? guard : null))];
    }

    private static bool Succeeded(AttributeData attribute, int side) => attribute.AttributeClass!.TypeArguments.Length == 1
        ? attribute.Named("Succeeded", false)
        : attribute.NamedConstant("Succeeded").EnumName("Neither") is var which && (which == "Both" || which == (side == 0 ? "First" : "Second"));
}
