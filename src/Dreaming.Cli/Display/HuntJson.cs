using System.Text.Json;
using Dreaming.Cli.Hosting;
using Dreaming.Hunting;
using Dreaming.Nights;
using Dreaming.Regressions;
using Dreaming.Shrinking;

namespace Dreaming.Cli.Display;

/// <summary>What a hunt found, for programs.</summary>
internal static class HuntJson
{
    public static void Write(HuntReport report, KeptDreams kept) => JsonOut.Write(json =>
    {
        json.WriteString("domain", report.Domain);
        json.WriteString("agent", report.Agent);
        json.WriteNumber("seed", report.Seed);
        json.WriteString("contractHash", report.ContractHash);
        json.WriteNumber("dreams", report.Dreams);
        json.WriteNumber("fromEpisodes", report.FromEpisodes);
        json.WriteNumber("passed", report.Passed);
        json.WriteNumber("failed", report.Failed);
        json.WriteStartObject("unjudged");
        foreach (var (owner, count) in report.Unjudged)
            json.WriteNumber(owner, count);
        json.WriteEndObject();
        json.WriteStartArray("failures");
        foreach (var failure in report.Failures)
            Failure(json, failure, kept);
        json.WriteEndArray();
        json.WriteStartObject("coverage");
        Share(json, "familyTools", report.Coverage.FamilyTools);
        Share(json, "faults", report.Coverage.Faults);
        Share(json, "transitions", report.Coverage.Transitions);
        json.WriteEndObject();
        json.WriteNumber("shrinkRollouts", report.ShrinkRollouts);
        json.WriteString("ended", report.Ended);
        json.WriteStrings("notDone", report.NotDone);
    });

    public static void Write(JudgedRollout judged, FrozenDream frozen, bool broken) => JsonOut.Write(json =>
    {
        json.WriteString("dream", judged.Rollout.Dream.Id);
        json.WriteString("agent", judged.Rollout.Agent);
        json.WriteString("owner", judged.Scorecard.Owner.ToString());
        json.WriteString("rule", frozen.Rule?.Id);
        json.WriteBoolean("broken", broken);
        if (judged.Scorecard.Passed is { } passed)
            json.WriteBoolean("passed", passed);
        else
            json.WriteNull("passed");
    });

    private static void Failure(Utf8JsonWriter json, HuntedFailure failure, KeptDreams kept)
    {
        var (cluster, shrunk) = (failure.Cluster, failure.Shrunk);
        json.WriteStartObject();
        json.WriteString("cluster", cluster.Id);
        json.WriteString("kind", cluster.Rule.Kind.ToString());
        json.WriteString("rule", cluster.Rule.Id);
        json.WriteString("step", cluster.Step);
        json.WriteString("because", cluster.Rule.Because);
        json.WriteNumberOrNull("rating", failure.Rating);
        json.WriteString("owner", shrunk.Smallest.Scorecard.Owner.ToString());
        json.WriteNumber("dreams", failure.Dreams);
        json.WriteString("scenario", shrunk.Smallest.Rollout.Dream.Skeleton.Scenario);
        json.WriteString("dream", shrunk.Smallest.Rollout.Dream.Id);
        Size(json, "before", shrunk.Before);
        Size(json, "after", shrunk.After);
        json.WriteNumber("rollouts", shrunk.Rollouts);
        json.WriteBoolean("smallest", shrunk.Finished);
        json.WriteNumberOrNull("failureRate", shrunk.FailureRate);
        json.WriteString("text", kept.Tell(failure));
        json.WriteString("file", kept.FileOf(failure));
        json.WriteString("replay", kept.Replay(failure));
        json.WriteEndObject();
    }

    private static void Size(Utf8JsonWriter json, string name, DreamSize size)
    {
        json.WriteStartObject(name);
        json.WriteNumber("total", size.Total);
        json.WriteNumber("operators", size.Operators);
        json.WriteNumber("strength", size.Strength);
        json.WriteNumber("facts", size.Facts);
        json.WriteNumber("budget", size.Budget);
        json.WriteEndObject();
    }

    private static void Share(Utf8JsonWriter json, string name, Covered covered)
    {
        json.WriteStartObject(name);
        json.WriteNumber("exercised", covered.Exercised);
        json.WriteNumber("of", covered.Of);
        json.WriteEndObject();
    }
}
