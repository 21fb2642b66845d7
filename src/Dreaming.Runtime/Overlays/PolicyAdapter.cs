using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Dreaming.Agents;
using Dreaming.Agents.Scoring;
using Dreaming.Contracts;
using Dreaming.Determinism;

namespace Dreaming.Overlays;

/// <summary>The policy agent's low-rank change as the content of an overlay, and back.</summary>
internal static class PolicyAdapter
{
    private const string StateTensor = "policy.lora_A.weight";
    private const string ActionTensor = "policy.lora_B.weight";

    /// <summary>Raised when features or base change, so that numbers learnt for other ones are refused.</summary>
    private const string Features = "1";

    public static Overlay Write(LowRankChange change, DomainManifest domain, Overlay? parent, int episodeLessons, int dreamLessons)
    {
        var content = Safetensors.Write(
            [
                new Tensor(StateTensor, [change.StateDimensions, change.Rank], change.A),
                new Tensor(ActionTensor, [change.ActionDimensions, change.Rank], change.B),
            ],
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create("alpha", change.Alpha.ToString("R", CultureInfo.InvariantCulture)),
                KeyValuePair.Create("base_model", PolicyAgent.ModelId),
                KeyValuePair.Create("contract_hash", domain.ContractHash),
                KeyValuePair.Create("features", Features),
                KeyValuePair.Create("rank", change.Rank.ToString(CultureInfo.InvariantCulture)),
            ]));
        var overlay = new Overlay
        {
            Id = "",
            Kind = OverlayKind.Adapter,
            Agent = PolicyAgent.ModelId,
            ContractHash = domain.ContractHash,
            ParentId = parent?.Id,
            EpisodeLessons = episodeLessons,
            DreamLessons = dreamLessons,
            Content = content,
        };
        return overlay with { Id = IdOf(overlay) };
    }

    /// <summary>The id that an overlay of this content has.</summary>
    public static string IdOf(Overlay overlay) => ContentId.Of(
        overlay.Kind.ToString(), overlay.Agent, overlay.ContractHash, overlay.ParentId, Convert.ToHexStringLower(SHA256.HashData(overlay.Content.AsSpan())));

    /// <exception cref="ArgumentException">The overlay is for another kind of agent or other contracts, or its content is no adapter.</exception>
    public static LowRankChange Read(Overlay overlay, DomainManifest domain)
    {
        if (overlay.Kind != OverlayKind.Adapter || overlay.Agent != PolicyAgent.ModelId)
            throw new ArgumentException($"The overlay {overlay.Id} was made for the agent {overlay.Agent}; the agent {PolicyAgent.ModelId} cannot wear it.", nameof(overlay));
        if (overlay.ContractHash != domain.ContractHash)
            throw new ArgumentException($"The overlay {overlay.Id} was learnt under the contracts {overlay.ContractHash}; the domain {domain.Name} now has {domain.ContractHash}. Learn a new one.", nameof(overlay));
        try
        {
            return ReadContent(overlay);
        }
        catch (InvalidDataException e)
        {
            throw new ArgumentException($"The overlay {overlay.Id} cannot be worn. {e.Message}", nameof(overlay), e);
        }
    }

    private static LowRankChange ReadContent(Overlay overlay)
    {
        var (tensors, metadata) = Safetensors.Read(overlay.Content.AsSpan());
        if (metadata.GetValueOrDefault("features") != Features)
            throw new InvalidDataException($"It was learnt for another version of the policy agent's features ({metadata.GetValueOrDefault("features") ?? "none"} instead of {Features}).");
        var a = tensors.FirstOrDefault(t => t.Name == StateTensor);
        var b = tensors.FirstOrDefault(t => t.Name == ActionTensor);
        if (a is not { Shape.Length: 2 } || b is not { Shape.Length: 2 } || a.Shape[1] != b.Shape[1] || a.Shape[1] is < 1 or > 256)
            throw new InvalidDataException("Its two matrices are missing or do not fit each other.");
        if (!double.TryParse(metadata.GetValueOrDefault("alpha"), NumberStyles.Float, CultureInfo.InvariantCulture, out var alpha))
            throw new InvalidDataException("It does not state its alpha.");
        var change = new LowRankChange(a.Shape[0], b.Shape[0], a.Shape[1], alpha);
        a.Values.Span.CopyTo(change.A);
        b.Values.Span.CopyTo(change.B);
        return change;
    }
}
