using System.Text.Json;
using System.Text.Json.Serialization;
using Dreaming.Distillation;
using Dreaming.Overlays;

namespace Dreaming.Nights;

/// <summary>How a night writes its units. The bytes are part of the digest: the same unit gives the same bytes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JudgedRollout))]
[JsonSerializable(typeof(Trajectory))]
[JsonSerializable(typeof(RepairFindings))]
[JsonSerializable(typeof(LearntOverlay))]
internal sealed partial class NightJson : JsonSerializerContext;

/// <summary>What learning came to.</summary>
/// <param name="Overlay">The candidate; null when there was nothing to learn.</param>
/// <param name="Content">Its content.</param>
/// <param name="Kept">How many repairs became lessons.</param>
internal sealed record LearntOverlay(Overlay? Overlay, byte[]? Content, int Kept);
