using Dreaming.Nights;

namespace Dreaming.Cli.Display;

/// <summary>What a night would do and cost.</summary>
internal static class ForecastText
{
    public static void Write(Terminal terminal, NightForecast forecast, string journal)
    {
        terminal.WriteLine($"night {forecast.NightId}: nothing was run, nothing was written");
        terminal.WriteLine($"episodes: {Numbers.Whole(forecast.EpisodesRead)} read, {Numbers.Whole(forecast.Train)} train, {Numbers.Whole(forecast.HeldOut)} held out, {Numbers.Whole(forecast.Quarantined)} quarantined");
        var table = new TextTable("what", "of", "count>");
        foreach (var (family, count) in forecast.Dreams)
            table.Add("dreams", family, Numbers.Whole(count));
        foreach (var (stage, count) in forecast.Rollouts)
            table.Add("rollouts", stage, Numbers.Whole(count));
        table.Add("calls of a chat model", "judge", Numbers.Whole(forecast.JudgeCalls));
        terminal.Write(table);
        terminal.WriteLine($"journal: {SafeText.Line(journal)}");
    }

    public static void WriteJson(NightForecast forecast, string domain, ulong seed) => JsonOut.Write(writer =>
    {
        writer.WriteString("domain", domain);
        writer.WriteString("nightId", forecast.NightId);
        writer.WriteNumber("seed", seed);
        writer.WriteStartObject("episodes");
        writer.WriteNumber("read", forecast.EpisodesRead);
        writer.WriteNumber("kept", forecast.Train + forecast.HeldOut);
        writer.WriteNumber("train", forecast.Train);
        writer.WriteNumber("heldOut", forecast.HeldOut);
        writer.WriteNumber("quarantined", forecast.Quarantined);
        writer.WriteEndObject();
        Counts("dreams", forecast.Dreams);
        Counts("rollouts", forecast.Rollouts);
        writer.WriteNumber("judgeCalls", forecast.JudgeCalls);

        void Counts(string name, IReadOnlyDictionary<string, int> counts)
        {
            writer.WriteStartObject(name);
            foreach (var (key, count) in counts)
                writer.WriteNumber(key, count);
            writer.WriteEndObject();
        }
    });
}
