using Dreaming.Nights;

namespace Dreaming.Cli.Hosting;

/// <summary>A night as it was asked for.</summary>
/// <param name="Domain">The domain as it was typed.</param>
/// <param name="Episodes">The recordings; null for the domain's own folder.</param>
/// <param name="World">The world's file; null for the domain's own data.</param>
/// <param name="Out">The folder of journal and reports; null for the domain's own.</param>
/// <param name="Promote">Promote when the gate passes.</param>
/// <param name="Options">What the night is asked to do.</param>
internal sealed record NightRequest(string Domain, string? Episodes, string? World, string? Out, bool Promote, NightOptions Options)
{
    /// <summary>A command on what this night leaves, ready to be typed.</summary>
    public string Command(string verb, params ReadOnlySpan<string> arguments) =>
        string.Join(' ', ["dreaming", verb, Quoted(Domain), .. Journal(), .. arguments.ToArray()]);

    /// <summary>The command that replays a rollout, up to the rollout's id.</summary>
    public string ReplayCommand => World is null ? Command("replay") : Command("replay", "--world", Quoted(World));

    private string[] Journal() => Out is null ? [] : ["--journal", Quoted(Out)];

    /// <summary>A word of a command, quoted where the shell needs it.</summary>
    internal static string Quoted(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '\\' or '.' or '_' or '-' or ':' or '~' or '+' or '=')
            ? text
            : OperatingSystem.IsWindows() ? $"\"{text}\"" : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
