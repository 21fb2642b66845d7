using System.Collections.Generic;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Parsing;

/// <summary>Finds the member that correlates the events of a constraint.</summary>
internal static class Correlation
{
    /// <summary>Why a member cannot correlate events of these types; null when it can.</summary>
    public static string? WhyNot(IReadOnlyList<OperandSpec> operands, string same)
    {
        foreach (var operand in operands)
        {
            if (Find(operand, same) is { Reading: not KeyReading.None })
                continue;
            return Find(operand, same) is { } found
                ? $"'{operand.Name}.{same}' is a {found.Type}; a member that correlates is a string, a bool, a whole number, an enum, a DateOnly, a DateTimeOffset or a Guid"
                : $"'{operand.Name}' has no public property of that name{Common(operands)}";
        }

        var first = Find(operands[0], same)!;
        return operands.FirstOrDefault(o => Find(o, same)!.Type != first.Type) is { } other
            ? $"'{operands[0].Name}.{same}' is a {first.Type} and '{other.Name}.{same}' is a {Find(other, same)!.Type}"
            : null;
    }

    public static KeySpec? Find(OperandSpec operand, string same) => operand.Keys.FirstOrDefault(k => k.Name == same);

    // The members that would do.
    private static string Common(IReadOnlyList<OperandSpec> operands)
    {
        var common = operands[0].Keys
            .Where(k => k.Reading != KeyReading.None && operands.All(o => Find(o, k.Name)?.Type == k.Type))
            .Select(k => $"'{k.Name}'")
            .ToArray();
        return common.Length == 0 ? "; the types of the constraint have no member in common" : $"; in common are {string.Join(", ", common)}";
    }
}
