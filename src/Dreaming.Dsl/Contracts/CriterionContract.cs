namespace Dreaming.Contracts;

/// <summary>What a criterion is asked about.</summary>
/// <param name="Scenario">The domain's record of the scenario.</param>
/// <param name="Before">The world at the start.</param>
/// <param name="After">The world at the end.</param>
/// <param name="Trajectory">What happened in between.</param>
public readonly record struct CriterionContext(object Scenario, IWorld Before, IWorld After, Trajectory Trajectory);

/// <summary>A criterion, made by generated code.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Rubric">The rubric it stands in.</param>
/// <param name="Heading">The QUEST dimension under which it is reported.</param>
/// <param name="Points">From -10 to 10, never zero.</param>
/// <param name="Text">One observable fact.</param>
/// <param name="Judge">The body; null when a chat model judges. It may throw: the criterion is then Unscored.</param>
public sealed record CriterionContract(
    string Id,
    string Rubric,
    Quest Heading,
    int Points,
    string Text,
    Func<CriterionContext, Verdict>? Judge);
