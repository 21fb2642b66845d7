using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dreaming;

[assembly: Domain("sample-desk", Task = MedHelm.PatientProviderMessaging, Instructions = "You work at a desk.")]

namespace Dreaming.Dsl.Tests.Domain;

public enum Urgency
{
    Routine,
    [JsonStringEnumMemberName("same_day")]
    SameDay,
    Emergency,
}

[Data]
public sealed partial record Address(
    string Street,
    [RegularExpression(@"\d{5}")] string Zip,
    string? Note = null);

[Data]
public readonly partial record struct PatientId([property: RegularExpression(@"PT-\d{6}")] string Value);

[Data]
public sealed partial record Receipt(string OrderId, decimal Price, ImmutableArray<Address> Stops, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Remark);

[Tool("place_order", "Places an order.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Outage)]
public sealed partial record PlaceOrder(
    [RegularExpression(@"RX-\d{6}"), Description("The prescription."), Example("RX-100001")] string PrescriptionId,
    [Range(1, 90)] int DaysSupply,
    Urgency Urgency,
    [Length(1, 3)] ImmutableArray<string> Items,
    Address ShipTo,
    [Sensitive] DateOnly BirthDate,
    int Copies = 1,
    string? Note = null) : ITool<Receipt>;

[Tool("look_up", "Looks something up.")]
public sealed partial record LookUp([MinLength(2), MaxLength(5)] string Key) : ITool<string>;

[Tool("list_all", "Lists everything.")]
public sealed partial record ListAll : ITool<ImmutableArray<Receipt>>;

[Tool("everything", "Has a parameter of each type.", Effect = Effect.None)]
public sealed partial record Everything(
    bool Flag,
    byte Tiny,
    sbyte Signed,
    short Small,
    ushort Port,
    [Range(-5, 5)] int Whole,
    uint Count,
    long Big,
    ulong Huge,
    float Ratio,
    [Range(0.5, 2.5)] double Factor,
    [Range(typeof(decimal), "0.01", "99.99")] decimal Price,
    DateOnly Day,
    TimeOnly Clock,
    DateTimeOffset When,
    Guid Id,
    [AllowedValues("red", "green")] string Color,
    string[] Words,
    List<int> Numbers,
    IReadOnlyList<Urgency> Urgencies,
    Dictionary<string, int> Counts,
    IReadOnlyDictionary<string, Address> Addresses,
    ImmutableDictionary<string, string?> Notes,
    ImmutableSortedDictionary<string, ImmutableArray<decimal>> Prices,
    JsonElement Anything,
    PatientId Patient,
    int? Maybe,
    Urgency? MaybeUrgency,
    PatientId? MaybePatient,
    ImmutableArray<int?> Holes) : ITool<IReadOnlyDictionary<string, int?>>
{
    [StringLength(4, MinimumLength = 1)]
    public string Label { get; init; } = "none";

    public required bool Sure { get; init; }
}
