using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Gates.Tests.Gates;

/// <summary>A tool with one parameter, <c>days</c> from 1 to 90, written by hand so that it can be broken on purpose.</summary>
internal class DaysTool : ToolContract
{
    public override string Name => "order_days";
    public override string Description => "Orders days.";
    public override Effect Effect => Effect.Write;
    public override ImmutableArray<ToolFault> Faults => [ToolFault.Timeout, ToolFault.Stale];
    public override ImmutableArray<MemberContract> Parameters => [new("days", ValueKind.Integer) { Minimum = 1, Maximum = 90 }];
    public override MemberContract Result => new("", ValueKind.String);
    public override string ParametersSchema => """{"type":"object","properties":{"days":{"type":"integer","minimum":1,"maximum":90}},"required":["days"]}""";
    public override ImmutableArray<Perturbation> Perturbations =>
    [
        new("days", PerturbationKind.Valid, "30", "inside the range"),
        new("days", PerturbationKind.Boundary, "1", "minimum"),
        new("days", PerturbationKind.Boundary, "90", "maximum"),
        new("days", PerturbationKind.NearMiss, "0", "below minimum"),
        new("days", PerturbationKind.NearMiss, "91", "above maximum"),
        new("days", PerturbationKind.NearMiss, "\"1\"", "wrong type"),
    ];

    public override Type CallType => typeof(int);

    public override bool Validate(ReadOnlySpan<byte> arguments, ICollection<Violation>? violations = null)
    {
        if (Days(arguments) is >= 1 and <= 90)
            return true;
        violations?.Add(new("/days", "range", "a whole number from 1 to 90", "something else"));
        return false;
    }

    public override object ReadCall(ReadOnlySpan<byte> arguments) => Days(arguments) ?? throw new JsonException("No days.");

    public override void WriteCall(Utf8JsonWriter writer, object call)
    {
        writer.WriteStartObject();
        writer.WriteNumber("days", (int)call);
        writer.WriteEndObject();
    }

    public override string WriteResult(object? result) => (string)result!;

    public override bool TryReadResult(string content, [NotNullWhen(true)] out object? result)
    {
        result = content;
        return true;
    }

    private static int? Days(ReadOnlySpan<byte> arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(arguments));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("days", out var days) && days.ValueKind == JsonValueKind.Number && days.TryGetInt32(out var number)
                ? number
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A domain of hand-made tools.</summary>
internal sealed class HandmadeDomain(params ToolContract[] tools) : DomainManifest
{
    public override string Name => "hand-made";
    public override MedHelm Task => MedHelm.None;
    public override string Instructions => "";
    public override ImmutableArray<ToolContract> Tools => [.. tools];
    public override ImmutableArray<InvariantContract> Invariants => [];
    public override ImmutableArray<ScenarioContract> Scenarios => [];
    public override ImmutableArray<CriterionContract> Criteria => [];
    public override IWorld OpenWorld(WorldOptions options) => throw new NotSupportedException("This domain has no world.");
}
