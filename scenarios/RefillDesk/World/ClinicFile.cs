using System.Text.Json;
using System.Text.Json.Serialization;

namespace RefillDesk;

public sealed record ClinicFile(
    ImmutableArray<PickupPoint> PickupPoints,
    ImmutableArray<Medication> Medications,
    ImmutableArray<string> OutOfStock,
    ImmutableArray<Patient> Patients,
    ImmutableArray<Prescription> Prescriptions,
    ImmutableArray<Slot> Slots)
{
    private static readonly Lazy<ClinicFile> _shipped = new(ReadShipped);

    public static ClinicFile Shipped => _shipped.Value;

    public static ClinicFile ReadFrom(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    private static ClinicFile ReadShipped()
    {
        using var stream = typeof(ClinicFile).Assembly.GetManifestResourceStream("clinic.json")
            ?? throw new InvalidOperationException("The assembly was built without its resource clinic.json: build RefillDesk again.");
        return Read(stream, "clinic.json");
    }

    private static ClinicFile Read(Stream stream, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(stream, ClinicJson.Default.ClinicFile)
                ?? throw new InvalidDataException($"{name} holds no clinic: it is null. Compare it with the clinic.json that the domain ships.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} is no clinic file, at {e.Path} in line {e.LineNumber + 1}. Compare it with the clinic.json that the domain ships.", e);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ClinicFile))]
internal sealed partial class ClinicJson : JsonSerializerContext;
