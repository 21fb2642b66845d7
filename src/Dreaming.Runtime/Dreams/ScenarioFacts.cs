using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Dreams;

/// <summary>A scenario's instance as facts.</summary>
internal static class ScenarioFacts
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RawJson Of(ScenarioContract contract, object scenario)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Compact))
            contract.Write(writer, scenario);
        return new RawJson(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    /// <summary>What a person would say for each slot, by index; null where there is no value.</summary>
    public static ImmutableArray<string?> Texts(ScenarioContract contract, object scenario)
    {
        var texts = ImmutableArray.CreateBuilder<string?>(contract.Slots.Length);
        for (var i = 0; i < contract.Slots.Length; i++)
            texts.Add(contract.SlotText(scenario, i) is { Length: > 0 } text ? text : null);
        return texts.MoveToImmutable();
    }
}
