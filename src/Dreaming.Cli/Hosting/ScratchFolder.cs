namespace Dreaming.Cli.Hosting;

/// <summary>A folder of its own under the temporary one, gone when it is not needed any more.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dreaming-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
