using Spectre.Console;

namespace Dreaming.Cli.Display;

/// <summary>The two streams that people and programs read: results go to the first, everything said along the way to the second.</summary>
internal sealed class Terminal
{
    private const int WidthWithoutTerminal = 160;
    private const int NarrowestTerminal = 60;

    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;

    private Terminal(bool outputIsTerminal, bool errorIsTerminal, bool color)
    {
        Width = outputIsTerminal ? Math.Max(Console.WindowWidth, NarrowestTerminal) : WidthWithoutTerminal;
        Live = errorIsTerminal;
        Error = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_error),
            Ansi = errorIsTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = errorIsTerminal && color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = errorIsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
    }

    /// <summary>How wide a table of results may be, in characters.</summary>
    public int Width { get; }

    /// <summary>Where progress is redrawn.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Progress may be redrawn in place.</summary>
    public bool Live { get; }

    public static Terminal OfProcess()
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(!dumb && !Console.IsOutputRedirected, !dumb && !Console.IsErrorRedirected, color);
    }

    /// <summary>Writes a line as it stands: no markup is read, no word wrapped.</summary>
    public void WriteLine(string line = "") => _out.WriteLine(line);

    public void Write(TextTable table)
    {
        foreach (var line in table.Lines(Width))
            WriteLine(line);
    }

    /// <summary>Says something along the way.</summary>
    public void Note(string line) => _error.WriteLine(line);

    /// <summary>Writes bytes to standard output and nothing around them.</summary>
    public static void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        using var stream = Console.OpenStandardOutput();
        stream.Write(utf8);
        stream.Write("\n"u8);
        stream.Flush();
    }
}
