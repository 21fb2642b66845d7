using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dreaming.Overlays;

/// <summary>What a night produces. Bound to the contracts under which it was learnt.</summary>
public sealed record Overlay
{
    /// <summary>Hash of kind, contract, parent and content.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required OverlayKind Kind { get; init; }

    /// <summary>The agent it was learnt for.</summary>
    public required string Agent { get; init; }

    /// <summary>The contract hash of the domain at that time.</summary>
    public required string ContractHash { get; init; }

    /// <summary>The overlay it goes on from; null for the first.</summary>
    public string? ParentId { get; init; }

    /// <summary>How many lessons it was learnt from, by origin.</summary>
    public required int EpisodeLessons { get; init; }

    /// <inheritdoc cref="EpisodeLessons"/>
    public required int DreamLessons { get; init; }

    /// <summary>A safetensors file for an adapter, UTF-8 Markdown for a playbook.</summary>
    [JsonIgnore]
    public ImmutableArray<byte> Content { get; init; } = [];
}

/// <summary>What an overlay is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OverlayKind>))]
public enum OverlayKind
{
    /// <summary>Low-rank weights for the embedded policy agent.</summary>
    Adapter,

    /// <summary>Words for any chat model.</summary>
    Playbook,
}
