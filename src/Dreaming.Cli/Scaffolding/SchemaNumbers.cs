using System.Globalization;
using System.Text.Json;

namespace Dreaming.Cli.Scaffolding;

/// <summary>Reads numbers of JSON Schemas as types and attributes of the DSL.</summary>
internal static class SchemaNumbers
{
    private const decimal Farthest = 1e27m;

    /// <summary>A whole number.</summary>
    public static ValueModel Whole(JsonElement schema, Action<string> note)
    {
        var bounds = SchemaBounds.Of(schema);
        if (Math.Abs(bounds.Least ?? 0) > Farthest || Math.Abs(bounds.Most ?? 0) > Farthest)
            return Unbounded("long", Denied(schema, whole: true), note);
        var least = bounds.Least is { } low ? bounds.LeastIsOut ? decimal.Floor(low) + 1 : decimal.Ceiling(low) : (decimal?)null;
        var most = bounds.Most is { } high ? bounds.MostIsOut ? decimal.Ceiling(high) - 1 : decimal.Floor(high) : (decimal?)null;
        var denied = Denied(schema, whole: true);
        if (least is null && most is null)
            return new ValueModel("long", false, denied);
        if (least > most || least > long.MaxValue || most < long.MinValue)
            return Unbounded("long", denied, note);
        return least >= int.MinValue && most <= int.MaxValue && denied.Length == 0
            ? new ValueModel("int", false, [$"Range({Text(least.Value)}, {Text(most.Value)})"])
            : new ValueModel("long", false, [$"Range(typeof(long), \"{Text(Math.Max(least ?? long.MinValue, long.MinValue))}\", \"{Text(Math.Min(most ?? long.MaxValue, long.MaxValue))}\")", .. denied]);
    }

    /// <summary>Any number.</summary>
    public static ValueModel Real(JsonElement schema, Action<string> note)
    {
        var (least, leastIsOut, most, mostIsOut) = SchemaBounds.Of(schema);
        var denied = Denied(schema, whole: false);
        if (least is null && most is null)
            return new ValueModel("double", false, denied);
        if (least is null || most is null)
            note("the side without a bound is bounded by 1e27");
        if (least > most || (least == most && (leastIsOut || mostIsOut)) || Math.Abs(least ?? 0) > Farthest || Math.Abs(most ?? 0) > Farthest)
            return Unbounded("double", denied, note);
        var outside = (leastIsOut ? ", MinimumIsExclusive = true" : "") + (mostIsOut ? ", MaximumIsExclusive = true" : "");
        return new ValueModel("double", false, [$"Range({Literal(least, "-1e27")}, {Literal(most, "1e27")}{outside})", .. denied]);

        static string Literal(decimal? bound, string otherwise) => bound is { } number ? Text(number) is var text && text.Contains('.', StringComparison.Ordinal) ? text : text + ".0" : otherwise;
    }

    /// <summary>One of some numbers; null when they are not all numbers that a type here can hold.</summary>
    public static ValueModel? Choice(JsonElement schema, IReadOnlyList<JsonElement> values, string? type, Action<string> note)
    {
        if (values.Count == 0 || values.Any(v => v.ValueKind != JsonValueKind.Number || !v.TryGetDecimal(out _)))
            return null;
        var bounds = SchemaBounds.Of(schema);
        var whole = type != "number" && values.All(v => v.TryGetInt64(out _));
        var left = values.Where(v => bounds.Hold(v.GetDecimal()) && !SchemaDenied.Holds(schema, v)).ToList();
        var name = !whole ? "double" : left.All(v => v.TryGetInt32(out _)) ? "int" : "long";
        return left.Count == 0
            ? Unbounded(whole ? "long" : "double", [], note)
            : new ValueModel(name, false, [$"AllowedValues({string.Join(", ", left.Select(v => Constant(v, name)).Distinct(StringComparer.Ordinal))})"]);
    }

    private static string[] Denied(JsonElement schema, bool whole)
    {
        var values = (SchemaDenied.Of(schema) ?? []).Where(v => v.ValueKind == JsonValueKind.Number && v.TryGetDecimal(out _) && (!whole || v.TryGetInt64(out _))).ToList();
        return values.Count == 0 ? [] : [$"DeniedValues({string.Join(", ", values.Select(v => Constant(v, whole ? "long" : "double")).Distinct(StringComparer.Ordinal))})"];
    }

    private static string Constant(JsonElement value, string type) => type switch
    {
        "int" => value.GetInt32().ToString(CultureInfo.InvariantCulture),
        "long" => value.GetInt64().ToString(CultureInfo.InvariantCulture) + "L",
        _ => value.GetDouble().ToString("R", CultureInfo.InvariantCulture) + "D",
    };

    private static ValueModel Unbounded(string type, IReadOnlyList<string> denied, Action<string> note)
    {
        note("its bounds leave no value within reach and are not enforced");
        return new ValueModel(type, false, denied);
    }

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
