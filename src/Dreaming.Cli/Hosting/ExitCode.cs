namespace Dreaming.Cli.Hosting;

/// <summary>What the command says to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int GateFailed = 1;
    public const int BadInput = 2;
    public const int Broken = 3;
    public const int Inconclusive = 4;
    public const int Interrupted = 130;
    public const int Terminated = 143;

    /// <summary>The table that help and docs print.</summary>
    public const string Table = """
        Exit codes:
          0    done; the gate passed, or no gate was asked for
          1    the gate failed, a check failed, a replay came out differently, or a hunt found a failure
          2    wrong usage or wrong input
          3    something broke that is nobody's performance: disk, journal, SDK
          4    inconclusive: not enough evidence either way
          130  interrupted; the next start goes on where this one stopped
        """;
}
