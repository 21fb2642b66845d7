using System.Runtime.InteropServices;

namespace Dreaming.Cli.Hosting;

/// <summary>Turns Ctrl-C and a request to terminate into a cancellation. The second one is obeyed by the operating system at once.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public Interrupts() => _registrations = [Register(PosixSignal.SIGINT, Hosting.ExitCode.Interrupted), Register(PosixSignal.SIGTERM, Hosting.ExitCode.Terminated)];

    public CancellationToken Token => _source.Token;

    /// <summary>What an interrupted process says to the shell.</summary>
    public int ExitCode { get; private set; } = Hosting.ExitCode.Interrupted;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int exitCode) => PosixSignalRegistration.Create(signal, context =>
    {
        if (_source.IsCancellationRequested)
            return;
        context.Cancel = true;
        ExitCode = exitCode;
        _source.Cancel();
    });
}
