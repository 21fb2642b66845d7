using Dreaming.Nights;

namespace Dreaming.Cli.Display;

/// <summary>Shows how far a night is.</summary>
internal abstract class NightDisplay : IProgress<NightProgress>
{
    /// <summary>The display that fits the stream on which progress is shown.</summary>
    /// <param name="terminal">The streams.</param>
    /// <param name="json">A program reads: without a terminal nothing is shown.</param>
    /// <param name="time">For rates and times left.</param>
    public static NightDisplay Of(Terminal terminal, bool json, TimeProvider time) =>
        terminal.Live ? new LiveDisplay(terminal.Error)
        : json ? new SilentDisplay()
        : new PlainDisplay(terminal.Note, time);

    /// <summary>Shows progress while work is done.</summary>
    public abstract Task<T> WhileAsync<T>(Func<Task<T>> work);

    /// <inheritdoc/>
    public abstract void Report(NightProgress value);

    /// <summary>What a stage does, in words.</summary>
    protected static string Words(string stage) => stage.Split(' ') is [var kind, var round] ? $"{Words(kind)}, round {round}" : stage switch
    {
        "read" => "reading episodes",
        "dream" => "dreaming",
        "before" => "running the agent as it is",
        "practice" => "running the agent as taught so far",
        "repair" => "searching for repairs",
        "learn" => "learning an overlay",
        "after" => "running the agent with the overlay",
        "gate" => "gating",
        "report" => "reporting",
        _ => stage,
    };

    private sealed class SilentDisplay : NightDisplay
    {
        public override Task<T> WhileAsync<T>(Func<Task<T>> work) => work();

        public override void Report(NightProgress value)
        {
            // A program that reads a result wants nothing else.
        }
    }
}
