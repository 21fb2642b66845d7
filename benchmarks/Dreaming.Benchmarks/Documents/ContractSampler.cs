using System.Buffers;
using System.Text.Json;
using Dreaming.Contracts;

namespace Dreaming.Benchmarks.Documents;

/// <summary>Makes documents from contracts: from examples, allowed values and bounds. A text whose pattern has no example may come out wrong.</summary>
/// <param name="random">Decides every choice.</param>
public sealed class ContractSampler(Random random)
{
    /// <summary>Arguments of a tool, with the values that were derived for it when it was compiled.</summary>
    public byte[] Arguments(ToolContract tool) => Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var parameter in tool.Parameters)
        {
            if (!parameter.Required && random.Next(2) == 0)
                continue;
            writer.WritePropertyName(parameter.Name);
            var known = tool.Perturbations.Where(p => p.Parameter == parameter.Name && p.Kind != PerturbationKind.NearMiss).ToArray();
            if (known.Length > 0 && random.Next(4) > 0)
                writer.WriteRawValue(known[random.Next(known.Length)].Json);
            else
                Value(writer, parameter);
        }

        writer.WriteEndObject();
    });

    /// <summary>A document of a contract.</summary>
    public byte[] Document(MemberContract contract) => Write(writer => Value(writer, contract));

    private void Value(Utf8JsonWriter writer, MemberContract contract)
    {
        if (contract.Nullable && random.Next(4) == 0)
        {
            writer.WriteNullValue();
            return;
        }

        switch (contract.Kind)
        {
            case ValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in contract.Members)
                {
                    if (!member.Required && random.Next(2) == 0)
                        continue;
                    writer.WritePropertyName(member.Name);
                    Value(writer, member);
                }

                writer.WriteEndObject();
                break;
            case ValueKind.Array:
                writer.WriteStartArray();
                for (var i = Math.Max(contract.MinLength ?? 0, random.Next(3)); i > 0; i--)
                    Value(writer, contract.Element!);
                writer.WriteEndArray();
                break;
            case ValueKind.Map:
                writer.WriteStartObject();
                for (var i = random.Next(3); i > 0; i--)
                {
                    writer.WritePropertyName($"key {i}");
                    Value(writer, contract.Element!);
                }

                writer.WriteEndObject();
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(random.Next(2) == 0);
                break;
            case ValueKind.Integer or ValueKind.Number:
                writer.WriteNumberValue(contract.Minimum ?? contract.Maximum ?? random.Next(100));
                break;
            case ValueKind.Any:
                writer.WriteRawValue("""{"any":[1,true,null,"text"]}""");
                break;
            default:
                writer.WriteStringValue(Text(contract));
                break;
        }
    }

    private string Text(MemberContract contract) => contract switch
    {
        { Examples: { IsDefaultOrEmpty: false } examples } => examples[random.Next(examples.Length)],
        { Allowed: { IsDefaultOrEmpty: false } allowed } => allowed[random.Next(allowed.Length)],
        { Kind: ValueKind.Date } => "2026-02-28",
        { Kind: ValueKind.Time } => "09:30:00",
        { Kind: ValueKind.String } => new string('x', Math.Max(contract.MinLength ?? 0, Math.Min(contract.MaxLength ?? 12, random.Next(12)))),
        { Kind: ValueKind.Instant } => "2026-02-28T09:30:00Z",
        _ => "123e4567-e89b-12d3-a456-426614174000",
    };

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
