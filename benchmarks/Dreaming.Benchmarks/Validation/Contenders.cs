using System.Text.Json;
using System.Text.Json.Serialization;
using Dreaming.Benchmarks.Documents;
using Newtonsoft.Json;
using Newtonsoft.Json.Schema;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Dreaming.Benchmarks.Validation;

/// <summary>The validators and readers that are compared, each prepared for a corpus.</summary>
internal static class Contenders
{
    public const string Ours = "Dreaming";
    public const string Reader = "Utf8JsonReader, bare";
    public const string NJson = "NJsonSchema";
    public const string Newton = "Newtonsoft.Json.Schema";

    private static readonly JsonSerializerOptions Reading = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Contender Generated(Corpus corpus) => new(Ours, document => corpus.Contracts[document.Contract].Validate(document.Utf8));

    public static Contender BareReader { get; } = new(Reader, document =>
    {
        var reader = new Utf8JsonReader(document.Utf8);
        while (reader.Read())
        {
        }

        return true;
    });

    public static Contender Parsed { get; } = new("JsonDocument.Parse", document =>
    {
        using var parsed = JsonDocument.Parse(document.Utf8);
        return true;
    });

    public static Contender Deserialized(Corpus corpus) => new("JsonSerializer.Deserialize", document => JsonSerializer.Deserialize(document.Utf8, corpus.Contracts[document.Contract].Type, Reading) is not null);

    public static async Task<Contender> NJsonSchemaAsync(Corpus corpus, CancellationToken ct)
    {
        var schemas = new List<NJsonSchema.JsonSchema>();
        foreach (var contract in corpus.Contracts)
            schemas.Add(await NJsonSchema.JsonSchema.FromJsonAsync(contract.Schema, ct));
        return new(NJson, document => schemas[document.Contract].Validate(document.Text).Count == 0);
    }

    public static Contender Newtonsoft(Corpus corpus)
    {
        var schemas = corpus.Contracts.Select(c => JSchema.Parse(c.Schema)).ToArray();
        return new(Newton, document =>
        {
            var valid = true;
            using var text = new JsonTextReader(new StringReader(document.Text));
            using var reader = new JSchemaValidatingReader(text) { Schema = schemas[document.Contract] };
            reader.ValidationEventHandler += (_, _) => valid = false;
            while (reader.Read())
            {
            }

            return valid;
        });
    }
}
