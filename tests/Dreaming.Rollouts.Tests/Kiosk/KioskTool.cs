using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Rollouts.Tests.Kiosk;

public sealed record KioskCall(string Tool, string Ticket);

// Every tool of the kiosk takes one ticket number. The contract is written by hand, so that a test can hold what no compiler would let pass.
public sealed class KioskTool(string name, Effect effect, params ToolFault[] faults) : ToolContract
{
    public override string Name => name;
    public override string Description => $"The tool {name}.";
    public override Effect Effect => effect;
    public override ImmutableArray<ToolFault> Faults => [.. faults];
    public override ImmutableArray<MemberContract> Parameters => [new("ticket", ValueKind.String) { Pattern = @"T-\d{4}" }];
    public override MemberContract Result => new("", ValueKind.Any);
    public override string ParametersSchema => """{"type":"object","properties":{"ticket":{"type":"string","pattern":"^T-\\d{4}$"}},"required":["ticket"],"additionalProperties":false}""";
    public override ImmutableArray<Perturbation> Perturbations => [];
    public override Type CallType => typeof(KioskCall);

    public override bool Validate(ReadOnlySpan<byte> arguments, ICollection<Violation>? violations = null)
    {
        try
        {
            using var document = JsonDocument.Parse(arguments.ToArray());
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Broken(violations, "", "type", "an object", document.RootElement.ValueKind.ToString());
            if (!document.RootElement.TryGetProperty("ticket", out var ticket))
                return Broken(violations, "/ticket", "required", "a ticket number", "nothing");
            if (ticket.ValueKind != JsonValueKind.String || ticket.GetString() is not ['T', '-', _, _, _, _])
                return Broken(violations, "/ticket", "pattern", @"T-\d{4}", ticket.GetRawText());
            return true;
        }
        catch (JsonException)
        {
            return Broken(violations, "", "json", "JSON", "no JSON");
        }
    }

    public override object ReadCall(ReadOnlySpan<byte> arguments)
    {
        using var document = JsonDocument.Parse(arguments.ToArray());
        return new KioskCall(name, document.RootElement.GetProperty("ticket").GetString()!);
    }

    public override void WriteCall(Utf8JsonWriter writer, object call)
    {
        writer.WriteStartObject();
        writer.WriteString("ticket", ((KioskCall)call).Ticket);
        writer.WriteEndObject();
    }

    public override string WriteResult(object? result) => (string)result!;

    public override bool TryReadResult(string content, [NotNullWhen(true)] out object? result)
    {
        result = content;
        return true;
    }

    private static bool Broken(ICollection<Violation>? violations, string pointer, string rule, string expected, string found)
    {
        violations?.Add(new Violation(pointer, rule, expected, found));
        return false;
    }
}
