using Dreaming.Hunting;

namespace Dreaming.Cli.Hosting;

/// <summary>A hunt as it was asked for.</summary>
/// <param name="Domain">The domain as it was typed.</param>
/// <param name="Agent">The agent as it was typed.</param>
/// <param name="Episodes">The recordings; null for the domain's own folder.</param>
/// <param name="World">The world's file; null for what the domain ships, or for what lies beside the recordings.</param>
/// <param name="Out">The folder that keeps failing dreams; null for the domain's own.</param>
/// <param name="AnswerTimeout">The patience with one answer, in seconds; null for the default.</param>
/// <param name="JUnit">The file to write as JUnit XML; null for none.</param>
/// <param name="Trx">The file to write as TRX; null for none.</param>
/// <param name="Sarif">The file to write as SARIF; null for none.</param>
/// <param name="Options">How long and how widely it searches.</param>
internal sealed record HuntRequest(
    string Domain, string Agent, string? Episodes, string? World, string? Out, double? AnswerTimeout, string? JUnit, string? Trx, string? Sarif, HuntOptions Options)
{
    /// <summary>The files that are asked for.</summary>
    public IEnumerable<string> Files => new[] { JUnit, Trx, Sarif }.OfType<string>();

    /// <summary>The command that runs the agent in a kept dream again.</summary>
    public string ReplayCommand(string file)
    {
        List<string> words = ["dreaming", "hunt", NightRequest.Quoted(Domain), "--agent", NightRequest.Quoted(Agent), "--replay", NightRequest.Quoted(file)];
        if (World is not null)
            words.AddRange(["--world", NightRequest.Quoted(World)]);
        if (AnswerTimeout is { } seconds)
            words.AddRange(["--answer-timeout", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return string.Join(' ', words);
    }
}
