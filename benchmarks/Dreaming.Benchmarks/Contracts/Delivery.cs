using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Dreaming.Benchmarks.Contracts;

/// <summary>How fast.</summary>
public enum Speed
{
    /// <summary>Whenever it suits.</summary>
    [JsonStringEnumMemberName("standard")]
    Standard,
    /// <summary>Tomorrow.</summary>
    [JsonStringEnumMemberName("next_day")]
    NextDay,
    /// <summary>Today.</summary>
    [JsonStringEnumMemberName("same_day")]
    SameDay,
}

/// <summary>Thirty members in four records, with constraints of every kind: what a large tool call looks like.</summary>
[Data]
public sealed partial record Delivery(
    [RegularExpression(@"DL-\d{8}")] string DeliveryId,
    Guid Correlation,
    Speed Speed,
    [Range(1, 90)] int DaysSupply,
    [Range(0.0, 1.0)] double Confidence,
    [Range(typeof(decimal), "0.00", "99999.99")] decimal Price,
    [AllowedValues("EUR", "USD", "GBP")] string Currency,
    DateOnly Due,
    DateTimeOffset Created,
    bool Signature,
    [MaxLength(200)] string Remark,
    Recipient Recipient,
    [Length(1, 20)] ImmutableArray<Parcel> Parcels);

/// <summary>Who gets it.</summary>
[Data]
public sealed partial record Recipient(
    [RegularExpression(@"PT-\d{6}")] string RecipientId,
    [Length(1, 80)] string FirstName,
    [Length(1, 80)] string LastName,
    DateOnly BirthDate,
    [RegularExpression(@"\+?[0-9 ]{6,20}")] string Phone,
    [RegularExpression(@"[^@\s]+@[^@\s]+\.[a-z]{2,}")] string Email,
    Place Place);

/// <summary>Where it goes.</summary>
[Data]
public sealed partial record Place(
    [Length(1, 100)] string Street,
    [Length(1, 60)] string City,
    [RegularExpression(@"[A-Z]{2}")] string Country,
    [RegularExpression(@"\d{5}")] string Zip,
    string? Note);

/// <summary>What is in it.</summary>
[Data]
public sealed partial record Parcel(
    [RegularExpression(@"[A-Z]{3}-\d{4}")] string Sku,
    [MaxLength(80)] string Title,
    [Range(1, 100)] int Quantity,
    [Range(typeof(decimal), "0.01", "9999.99")] decimal Weight,
    bool Fragile);
