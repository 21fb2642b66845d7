using Dreaming.Cli.Hosting;

namespace Dreaming.Cli.Checks;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Found">What was found.</param>
/// <param name="Fix">What to do about it; null when it is well.</param>
/// <param name="ExitCode">What the shell is told.</param>
internal sealed record Ailment(string What, string Found, string? Fix = null, int ExitCode = Hosting.ExitCode.Done)
{
    public bool Well => Fix is null;

    public static Ailment Machine(string what, string found, string fix) => new(what, found, fix, Hosting.ExitCode.Broken);

    public static Ailment Input(string what, string found, string fix) => new(what, found, fix, Hosting.ExitCode.BadInput);
}
