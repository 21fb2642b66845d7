using System.Text.Encodings.Web;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Episodes;

namespace Dreaming.Regressions;

/// <summary>Frozen dreams as files: one JSON object, indented, for a repository.</summary>
public static class FrozenDreamFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Largest = 16 * 1024 * 1024;

    private const int MostBudget = 10_000;

    // Quotes and letters as people read them: the file is looked at in reviews.
    private static readonly FrozenJson Legible = new(new JsonSerializerOptions(FrozenJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The text of the file.</summary>
    /// <param name="frozen">The dream.</param>
    public static string Text(FrozenDream frozen) => JsonSerializer.Serialize(frozen, Legible.FrozenDream) + "\n";

    /// <summary>Writes the file, wholly or not at all.</summary>
    /// <param name="frozen">The dream.</param>
    /// <param name="path">Where.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="IOException">It cannot be written; what was there is untouched.</exception>
    public static Task WriteAsync(FrozenDream frozen, string path, CancellationToken cancellationToken = default) =>
        AtomicFile.WriteAsync(path, stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Text(frozen)), cancellationToken).AsTask(), cancellationToken);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="domain">The domain that it has to belong to.</param>
    /// <param name="root">The domain's world.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="InvalidDataException">It is no frozen dream of this domain; the message says where and what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<FrozenDream> ReadAsync(string path, DomainManifest domain, IWorld root, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"There is no frozen dream '{path}'. Check the path, or freeze one with `dreaming freeze`.");
        if (new FileInfo(path).Length > Largest)
            throw new InvalidDataException($"'{path}' is larger than 16 MiB: no frozen dream is.");
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return Parse(bytes, path, domain, root);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="domain">The domain that it has to belong to.</param>
    /// <param name="root">The domain's world.</param>
    /// <exception cref="InvalidDataException">It is no frozen dream of this domain; the message says why and what to do.</exception>
    public static FrozenDream Parse(string text, DomainManifest domain, IWorld root) => Parse(System.Text.Encoding.UTF8.GetBytes(text), "text", domain, root);

    private static FrozenDream Parse(byte[] bytes, string from, DomainManifest domain, IWorld root)
    {
        var (frozen, problem) = Read(bytes, domain, root);
        return problem is null ? frozen! : throw new InvalidDataException($"'{from}' is no frozen dream of '{domain.Name}': {problem}");
    }

    private static (FrozenDream? Frozen, string? Problem) Read(byte[] bytes, DomainManifest domain, IWorld root)
    {
        FrozenDream frozen;
        try
        {
            if (JsonSerializer.Deserialize(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes, FrozenJson.Default.FrozenDream) is not { } read)
                return (null, "it holds nothing. Freeze the dream again.");
            frozen = read;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return (null, $"{e.Message} Freeze the dream again.");
        }

        return (frozen, Problem(frozen, domain, root));
    }

    private static string? Problem(FrozenDream frozen, DomainManifest domain, IWorld root)
    {
        var skeleton = frozen.Dream.Skeleton;
        if (frozen.Format != FrozenDream.CurrentFormat)
            return $"its format is '{Shown.Of(frozen.Format)}' and not '{FrozenDream.CurrentFormat}'. Freeze the dream again.";
        if (frozen.Domain != domain.Name)
            return $"it belongs to the domain '{Shown.Of(frozen.Domain)}'.";
        if (domain.FindScenario(skeleton.Scenario) is null)
            return $"the scenario '{Shown.Of(skeleton.Scenario)}' is not declared any more. Remove the file, or declare the scenario.";
        if (skeleton is not { Turns: > 0 and <= MostBudget, ToolCalls: > 0 and <= MostBudget })
            return "its budget is out of range.";
        if (frozen.Replies.IsDefault || skeleton.Operators.IsDefault || skeleton.Operators.Any(o => o is null) || frozen.Replies.Any(r => r is null))
            return "a list in it is missing. Freeze the dream again.";
        try
        {
            var worlds = new DreamWorld(domain, root);
            _ = worlds.ReadScenario(skeleton);
            _ = worlds.Open(skeleton);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"its world cannot be opened: {e.Message} Freeze the dream again.";
        }
    }
}
