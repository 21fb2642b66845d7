namespace SampleDesk;

[Rubric("sample-desk")]
[Judged("plain-language", Quest.Clarity, 2, "Says what happened in plain words.")]
public static partial class DeskRubric
{
    [Criterion("calls-no-tool-in-vain", Quest.Usefulness, 2, "Every call returned a result.")]
    public static bool CallsNoToolInVain(Trajectory trajectory) => trajectory.Calls().All(c => c.Succeeded);

    [Criterion("answers-the-user", Quest.Relevance, 3, "The user was answered.")]
    public static bool AnswersTheUser(Trajectory trajectory) => trajectory.LastAgentText.Length > 0;
}
