using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Dreaming.Dsl.Tests.Domain;

[Data]
public sealed partial record Stay(TimeSpan Length, Uri Page, HashSet<string> Tags, IReadOnlySet<int> Rooms, ImmutableHashSet<Urgency> Kinds, [UniqueItems, MaxLength(3)] ImmutableArray<decimal> Prices);

[Data]
public sealed partial record Limits(
    [Range(0.0, 1.0, MinimumIsExclusive = true)] double Share,
    [Range(0.0, 1.0, MaximumIsExclusive = true)] decimal Rest,
    [AllowedValues(1, 2, 5)] int Coin,
    [DeniedValues(0.5, 2)] double Odd,
    [DeniedValues("root")] string User,
    [EmailAddress, Sensitive] string Mail,
    [Url] string Site,
    [Base64String] string Bytes);

[Data]
public sealed partial record Node(string Name, ImmutableArray<Node> Children, Node? Twin = null);

[Data]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Voucher), "voucher")]
[JsonDerivedType(typeof(Split), "split")]
public abstract partial record Payment(decimal Amount);

[Data]
public sealed partial record Card(decimal Amount, [RegularExpression(@"\d{4}")] string LastFour) : Payment(Amount);

[Data]
public sealed partial record Voucher(decimal Amount, string Code) : Payment(Amount);

[Data]
public sealed partial record Split(decimal Amount, ImmutableArray<Payment> Parts) : Payment(Amount);

[Data]
public sealed partial record Bill(Payment Payment, Payment? Tip = null);

[Data]
public sealed partial record Wide(
    int A00, int A01, int A02, int A03, int A04, int A05, int A06, int A07, int A08, int A09, int A10, int A11, int A12, int A13, int A14, int A15, int A16, int A17,
    int A18, int A19, int A20, int A21, int A22, int A23, int A24, int A25, int A26, int A27, int A28, int A29, int A30, int A31, int A32, int A33, int A34, int A35,
    int A36, int A37, int A38, int A39, int A40, int A41, int A42, int A43, int A44, int A45, int A46, int A47, int A48, int A49, int A50, int A51, int A52, int A53,
    int A54, int A55, int A56, int A57, int A58, int A59, int A60, int A61, int A62, int A63, int A64, int A65, int? A66, Wide? Inner);

[Tool("book_room", "Books a room.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout)]
public sealed partial record BookRoom(DateOnly From, DateOnly To, [Range(1, 9)] int Guests, int Beds) : ITool<bool>
{
    [Invariant("from-before-to", Harm.Minor, Because = "A stay begins before it ends.")]
    public bool FromBeforeTo() => From < To;

    [Invariant("a-bed-each", Harm.Minor)]
    internal bool ABedEach() => Guests / Beds <= 1;
}

[Data]
public sealed partial record Trip(Period Period, ImmutableArray<Leg> Legs)
{
    [Invariant("a-leg", Harm.Minor, Because = "A trip leads somewhere.")]
    public bool HasLeg() => Legs.Length > 0;
}

[Data]
public readonly partial record struct Period(int From, int To)
{
    [Invariant("forward", Harm.Minor, Because = "A period ends after it begins.")]
    public bool IsForward() => From < To;
}

[Data]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(Train), "train")]
[JsonDerivedType(typeof(Flight), "flight")]
public abstract partial record Leg(int Hours)
{
    [Invariant("takes-time", Harm.Minor)]
    public bool TakesTime() => Hours > 0;
}

[Data]
public sealed partial record Train(int Hours) : Leg(Hours);

[Data]
public sealed partial record Flight(int Hours, [Sensitive] string Seat) : Leg(Hours)
{
    [Invariant("has-a-seat", Harm.Minor)]
    internal bool HasSeat() => int.Parse(Seat, System.Globalization.CultureInfo.InvariantCulture) > 0;
}
