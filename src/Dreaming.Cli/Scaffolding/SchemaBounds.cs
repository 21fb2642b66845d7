using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Between which numbers a JSON Schema leaves room: of each side the tighter of two bounds, and whether the bound itself is left out.</summary>
internal readonly record struct SchemaBounds(decimal? Least, bool LeastIsOut, decimal? Most, bool MostIsOut)
{
    /// <summary>The bounds of a schema. Older drafts say with a truth value that a bound is left out, newer ones with a number of its own.</summary>
    public static SchemaBounds Of(JsonElement schema)
    {
        var (least, above) = (schema.Number("minimum"), schema.Number("exclusiveMinimum"));
        var (most, below) = (schema.Number("maximum"), schema.Number("exclusiveMaximum"));
        return new(
            above is null || least > above ? least : above,
            (above is not null && !(least > above)) || IsTrue(schema, "exclusiveMinimum"),
            below is null || most < below ? most : below,
            (below is not null && !(most < below)) || IsTrue(schema, "exclusiveMaximum"));
    }

    /// <summary>Whether a number lies between them.</summary>
    public bool Hold(decimal number) =>
        !(number < Least || (LeastIsOut && number == Least) || number > Most || (MostIsOut && number == Most));

    private static bool IsTrue(JsonElement schema, string name) => schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
