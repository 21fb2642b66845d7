using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dreaming.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Parsing;

/// <summary>Writes a temporal constraint as a person would.</summary>
internal static class TemporalText
{
    /// <summary><c>Precedence&lt;VerifyIdentity, RequestRefill&gt;</c>.</summary>
    public static string Name(string template, ImmutableArray<ITypeSymbol> types) =>
        types.IsEmpty ? template : $"{template}<{string.Join(", ", types.Select(t => t.Words()))}>";

    /// <summary>The name and what is said beside it: <c>Precedence&lt;VerifyIdentity, RequestRefill&gt;(Same = PatientId)</c>.</summary>
    public static string Of(AttributeData attribute, string name)
    {
        var said = attribute.ConstructorArguments
            .Select(a => a.Value is string text ? $"\"{text}\"" : Convert.ToString(a.Value, CultureInfo.InvariantCulture) ?? "")
            .Concat(Named(attribute))
            .ToArray();
        return said.Length == 0 ? name : $"{name}({string.Join(", ", said)})";
    }

    /// <summary>The id of a constraint that is given none: <c>precedence-verify-identity-request-refill-per-patient-id</c>.</summary>
    public static string Id(string template, IReadOnlyList<AtomSpec> atoms, string same) =>
        Naming.Kebab(template)
        + string.Concat(atoms.Select(Written).Distinct().Select(w => "-" + w))
        + (same.Length > 0 ? "-per-" + Naming.Kebab(same) : "");

    /// <summary>An atom for a reader: <c>request_refill succeeded [IsControlled]</c>.</summary>
    public static string Label(AtomSpec atom, OperandSpec operand) => (operand.Kind switch
    {
        OperandKind.Reply => "reply",
        OperandKind.UserTurn => "user turn",
        OperandKind.AnyCall => "any call",
        OperandKind.Interface => operand.Name,
        _ => operand.Event,
    }) + (atom.Succeeded ? " succeeded" : "") + (atom.Guard is { } guard ? $" [{guard.Method}]" : "");

    private static IEnumerable<string> Named(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments.OrderBy(a => Array.IndexOf(Order, a.Key)))
            if (Array.IndexOf(Order, argument.Key) >= 0 && Value(argument.Value) is { } value)
                yield return $"{argument.Key} = {value}";
    }

    private static readonly string[] Order = ["Same", "When", "Succeeded", "WithinTurns", "WithinCalls"];

    // What says nothing is left out.
    private static string? Value(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Enum } => ((TypedConstant?)value).EnumName("Neither") is not "Neither" and var side ? side : null,
        { Value: string { Length: > 0 } text } => text,
        { Value: true } => "true",
        { Value: int and >= 0 and var number } => ((int)number).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Written(AtomSpec atom)
    {
        var name = atom.Written.Substring(atom.Written.LastIndexOf('.') + 1);
        return Naming.Kebab(name.Length > 2 && name[0] == 'I' && char.IsUpper(name[1]) && char.IsLower(name[2]) ? name.Substring(1) : name);
    }
}
