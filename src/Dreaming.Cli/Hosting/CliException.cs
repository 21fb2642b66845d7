namespace Dreaming.Cli.Hosting;

/// <summary>A failure that is told to people as it stands: what happened, where, what to do.</summary>
internal sealed class CliException : Exception
{
    public CliException(string message, int exitCode = Hosting.ExitCode.BadInput, Exception? inner = null)
        : base(message, inner) => ExitCode = exitCode;

    public int ExitCode { get; }

    /// <summary>Lines that are printed below the message, for example a compiler's errors.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
