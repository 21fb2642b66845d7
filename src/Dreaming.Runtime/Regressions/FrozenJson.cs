using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dreaming.Regressions;

/// <summary>How frozen dreams are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FrozenDream))]
internal sealed partial class FrozenJson : JsonSerializerContext;
