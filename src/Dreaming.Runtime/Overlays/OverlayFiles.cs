using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dreaming.Overlays;

/// <summary>
/// Keeps an overlay in a folder: <c>overlay.json</c> says what it is, and beside it lies its content: <c>adapter.safetensors</c> for an adapter, <c>playbook.md</c> for a playbook.
/// </summary>
public static class OverlayFiles
{
    private const string Description = "overlay.json";

    /// <summary>Writes an overlay; the folder is made where it is missing. The description is written last, so that a half-written overlay is not taken for a whole one.</summary>
    /// <param name="overlay">The overlay.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Gives the writing up.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task SaveAsync(Overlay overlay, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(overlay);
        Directory.CreateDirectory(folder);
        await ReplaceAsync(Path.Combine(folder, ContentFile(overlay.Kind)), ImmutableCollectionsMarshal.AsArray(overlay.Content) ?? [], cancellationToken).ConfigureAwait(false);
        await ReplaceAsync(Path.Combine(folder, Description), JsonSerializer.SerializeToUtf8Bytes(OverlayDescription.Of(overlay), OverlayJson.Default.OverlayDescription), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an overlay, and checks that it is the one that was written.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Gives the reading up.</param>
    /// <exception cref="InvalidDataException">A part is missing, cut short or was changed; the message says so in one sentence.</exception>
    public static async Task<Overlay> LoadAsync(string folder, CancellationToken cancellationToken = default)
    {
        var descriptionFile = Path.Combine(folder, Description);
        OverlayDescription? description;
        byte[] content;
        try
        {
            var text = await File.ReadAllBytesAsync(descriptionFile, cancellationToken).ConfigureAwait(false);
            description = JsonSerializer.Deserialize(text, OverlayJson.Default.OverlayDescription);
            if (description is null)
                throw new InvalidDataException($"The overlay's description {descriptionFile} is empty.");
            content = await File.ReadAllBytesAsync(Path.Combine(folder, ContentFile(description.Kind)), cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The overlay's description {descriptionFile} cannot be read: it is no description of an overlay.", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"There is no whole overlay in {folder}: {Description} or its content is missing.", e);
        }

        var overlay = description.With(ImmutableCollectionsMarshal.AsImmutableArray(content));
        if (PolicyAdapter.IdOf(overlay) != overlay.Id)
            throw new InvalidDataException($"The overlay in {folder} is not the one that was written as {overlay.Id}: its content or its description was changed or cut short.");
        return overlay;
    }

    private static string ContentFile(OverlayKind kind) => kind == OverlayKind.Adapter ? "adapter.safetensors" : "playbook.md";

    private static async Task ReplaceAsync(string file, byte[] content, CancellationToken cancellationToken)
    {
        var temporary = file + ".new";
        await File.WriteAllBytesAsync(temporary, content, cancellationToken).ConfigureAwait(false);
        File.Move(temporary, file, overwrite: true);
    }
}

/// <summary>An overlay without its content.</summary>
internal sealed record OverlayDescription
{
    public required string Id { get; init; }
    public required OverlayKind Kind { get; init; }
    public required string BaseModel { get; init; }
    public required string ContractHash { get; init; }
    public string? ParentId { get; init; }
    public required int EpisodeLessons { get; init; }
    public required int DreamLessons { get; init; }
    /// <summary>What a reader wants to know of an adapter without opening it: rank, alpha, dimensions.</summary>
    public AdapterConfig? Adapter { get; init; }

    public static OverlayDescription Of(Overlay overlay) => new()
    {
        Id = overlay.Id,
        Kind = overlay.Kind,
        BaseModel = overlay.Agent,
        ContractHash = overlay.ContractHash,
        ParentId = overlay.ParentId,
        EpisodeLessons = overlay.EpisodeLessons,
        DreamLessons = overlay.DreamLessons,
        Adapter = overlay.Kind == OverlayKind.Adapter ? AdapterConfig.Of(overlay.Content) : null,
    };

    public Overlay With(ImmutableArray<byte> content) => new()
    {
        Id = Id,
        Kind = Kind,
        Agent = BaseModel,
        ContractHash = ContractHash,
        ParentId = ParentId,
        EpisodeLessons = EpisodeLessons,
        DreamLessons = DreamLessons,
        Content = content,
    };
}

/// <summary>The shape of an adapter.</summary>
internal sealed record AdapterConfig(string Type, int Rank, string Alpha, ImmutableArray<AdapterTensor> Tensors)
{
    public static AdapterConfig Of(ImmutableArray<byte> content)
    {
        var (tensors, metadata) = Safetensors.Read(content.AsSpan());
        return new("lora", tensors.IsEmpty ? 0 : tensors[0].Shape[^1], metadata.GetValueOrDefault("alpha", ""), [.. tensors.Select(t => new AdapterTensor(t.Name, t.Shape))]);
    }
}

/// <summary>A matrix of an adapter.</summary>
internal sealed record AdapterTensor(string Name, ImmutableArray<int> Shape);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OverlayDescription))]
internal sealed partial class OverlayJson : JsonSerializerContext;
