using System.Globalization;
using System.Text;
using Dreaming.Regressions;
using Dreaming.Shrinking;
using Xunit;

namespace Dreaming.Xunit;

/// <summary>What a failing row shows: the rule, the dream in its smallest form, the conversation around the failure, and how to see and keep it.</summary>
internal static class FailureReport
{
    public static string NotJudged(DreamResult result) =>
        $"The dream {result.Case.Name} could not be judged, owner {result.Scorecard.Owner}: {result.Scorecard.Unscored ?? result.Trajectory.End.Detail}\n\n{TranscriptLines.Of(result.Judged)}";

    public static async Task<string> WriteAsync(DreamResult result, FailedRule rule, CancellationToken cancellationToken)
    {
        var (row, domain) = (result.Case, result.Case.Domain);
        var shrunk = row.ShrinkRollouts > 0 ? await row.Stage.ShrinkAsync(result.Judged, rule, result.Agent, row.ShrinkRollouts, cancellationToken).ConfigureAwait(false) : null;
        var shown = shrunk?.Smallest ?? result.Judged;
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"The agent {result.Judged.Rollout.Agent} breaks the {rule.Kind.ToString().ToLowerInvariant()} '{rule.Id}' in the dream {row.Name}.\n\n")
            .Append(CultureInfo.InvariantCulture, $"because   {rule.Because}\n");
        if (shrunk is not null)
            text.Append("size      ").Append(Shrunk(shrunk)).Append('\n');
        text.Append(ScenarioText.Of(shown.Rollout.Dream, domain)).Append("\n\n")
            .Append(TranscriptLines.Around(shown, rule)).Append("\n\n")
            .Append("replay    ").Append(ReplayCommand(row)).Append('\n')
            .Append(await KeptAsync(shrunk is null ? FrozenDream.Of(shown, domain, rule) : FrozenDream.Of(shrunk, domain), row, cancellationToken).ConfigureAwait(false));
        return text.ToString();
    }

    private static string Shrunk(ShrinkResult shrunk) => string.Create(
        CultureInfo.InvariantCulture,
        $"{shrunk.After.Total}, was {shrunk.Before.Total}; budget {shrunk.After.Budget}, was {shrunk.Before.Budget}; {shrunk.Rollouts} rollouts{(shrunk.Finished ? "" : ", which were all that was allowed")}")
        + (shrunk.FailureRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"; the agent fails in {rate * 100:0} % of its runs") : "");

    // Traits need no quoting in any shell, and name the dream whatever its row is called.
    private static string ReplayCommand(DreamCase row)
    {
        var method = TestContext.Current is { TestClass: { } type, TestMethod: { } test } ? $"&FullyQualifiedName~{type.TestClassName}.{test.MethodName}" : "";
        return $"dotnet test --filter \"Dream={row.Dream.Skeleton.Id}{method}\"";
    }

    private static async Task<string> KeptAsync(FrozenDream frozen, DreamCase row, CancellationToken cancellationToken)
    {
        if (row.Frozen is not null)
            return $"frozen    after {PlainAgent(row.Frozen)}";
        var file = Path.Combine(AppContext.BaseDirectory, "dreams", RegressionText.FileName(frozen.Dream));
        var fact = RegressionText.Fact(frozen, row.Domain, file);
        TestContext.Current.AddAttachment("frozen dream", FrozenDreamFile.Text(frozen), replaceExistingValue: true);
        try
        {
            // Rows that run at once may come down to the same dream.
            var own = $"{file}.{Guid.NewGuid():N}";
            await FrozenDreamFile.WriteAsync(frozen, own, cancellationToken).ConfigureAwait(false);
            File.Move(own, file, overwrite: true);
            return $"frozen    {file}\n          keep it: copy the file beside the test's source, and add\n\n{fact}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"frozen    not kept: {error.Message}";
        }
    }

    private static string PlainAgent(FrozenDream frozen) => frozen.Rule is { } rule ? $"the agent {frozen.Agent} broke '{rule.Id}'" : $"the agent {frozen.Agent} passed";
}
