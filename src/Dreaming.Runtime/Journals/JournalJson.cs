using System.Text.Json.Serialization;
using Dreaming.Overlays;

namespace Dreaming.Journals;

/// <summary>How the journal writes what it keeps.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Overlay))]
internal sealed partial class JournalJson : JsonSerializerContext;
