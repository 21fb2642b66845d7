using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the invariants of a policy.</summary>
internal static class PolicyEmitter
{
    public static string Emit(PolicySpec policy) => SourceFile.Part(policy.Type, "", writer =>
    {
        writer.Line("/// <summary>The invariants that this policy declares.</summary>");
        writer.Line($"public static {SourceFile.Immutable}ImmutableArray<{SourceFile.Contracts}InvariantContract> Invariants {{ get; }} =").Line("[").Indent();
        foreach (var invariant in policy.Invariants)
        {
            writer.Line("new(").Indent();
            writer.Line($"{SourceFile.Literal(invariant.Id)},");
            writer.Line($"global::Dreaming.Harm.{invariant.Harm},");
            writer.Line($"global::Dreaming.Likelihood.{invariant.Likelihood},");
            writer.Line($"{SourceFile.Literal(invariant.Because)},");
            writer.Line(invariant.Tool is { } tool ? $"{SourceFile.Literal(tool)}," : "null,");
            writer.Line($"static context => {policy.Type.FullName}.{SourceFile.Name(invariant.Method)}({string.Join(", ", invariant.Arguments.Select(Argument))})),").Unindent();
        }

        writer.Unindent().Line("];");
    });

    private static string Argument(ArgumentSpec argument) => argument.Source switch
    {
        ArgumentSource.Call => $"({argument.Type})context.Call!",
        ArgumentSource.World => $"({argument.Type})context.World",
        _ => "context.Trajectory",
    };
}
