namespace Dreaming.Cli.Hosting;

/// <summary>Lets one build at a time into the shared intermediate folders. Held by the operating system, so that it is free again however the process ends.</summary>
internal sealed class BuildLock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream? _held;

    private BuildLock(FileStream? held) => _held = held;

    public static async Task<BuildLock> TakeAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"dreaming-build-{Environment.UserName}.lock");
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception nowhere) when (nowhere is IOException or UnauthorizedAccessException)
            {
                // There is no place for a lock: the build then relies on nobody else building.
                return new BuildLock(null);
            }
        }
    }

    public ValueTask DisposeAsync() => _held?.DisposeAsync() ?? ValueTask.CompletedTask;
}
