using System.Globalization;
using System.Linq;
using Dreaming.Generators.Specs;

namespace Dreaming.Generators.Emission;

/// <summary>Writes the criteria of a rubric.</summary>
internal static class RubricEmitter
{
    public static string Emit(RubricSpec rubric) => SourceFile.Part(rubric.Type, "", writer =>
    {
        var array = $"{SourceFile.Immutable}ImmutableArray<{SourceFile.Contracts}CriterionContract>";
        writer.Line("/// <summary>The criteria of this rubric: its own, and those of the rubrics that it includes.</summary>");
        writer.Line($"public static {array} Criteria {{ get; }} =").Line("[").Indent();
        foreach (var criterion in rubric.Criteria)
        {
            writer.Line($"new {SourceFile.Contracts}CriterionContract(").Indent();
            writer.Line($"{SourceFile.Literal(criterion.Id)},");
            writer.Line($"{SourceFile.Literal(rubric.Id)},");
            writer.Line($"global::Dreaming.Quest.{criterion.Heading},");
            writer.Line($"{criterion.Points.ToString(CultureInfo.InvariantCulture)},");
            writer.Line($"{SourceFile.Literal(criterion.Text)},");
            writer.Line($"{Judge(rubric, criterion)}),").Unindent();
        }

        foreach (var include in rubric.Includes)
            writer.Line($".. {include}.Criteria,");
        writer.Unindent().Line("];");
    });

    private static string Judge(RubricSpec rubric, CriterionSpec criterion)
    {
        if (criterion.Method is null)
            return "null";
        var call = $"{rubric.Type.FullName}.{SourceFile.Name(criterion.Method)}({string.Join(", ", criterion.Arguments.Select(Argument))})";
        return criterion.Arguments.FirstOrDefault(a => a.Source == ArgumentSource.Scenario) is { } scenario
            ? $"static context => context.Scenario is {scenario.Type} scenario ? {call} : global::Dreaming.Verdict.NotApplicable"
            : $"static context => {call}";
    }

    private static string Argument(ArgumentSpec argument) => argument.Source switch
    {
        ArgumentSource.Scenario => "scenario",
        ArgumentSource.Before => $"({argument.Type})context.Before",
        ArgumentSource.After => $"({argument.Type})context.After",
        _ => "context.Trajectory",
    };
}
