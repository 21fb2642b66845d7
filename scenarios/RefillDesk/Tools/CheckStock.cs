namespace RefillDesk;

[Tool("check_stock", "Says whether a pick-up point has a medicine in stock, and which other points have it.")]
[Fails(ToolFault.RateLimited, ToolFault.Transient, ToolFault.Stale)]
public sealed partial record CheckStock(
    [Length(2, 60), Description("The medicine's name."), Example("Ramipril")] string Medication,
    [RegularExpression(Ids.PickupPoint), Description("The pick-up point."), Example("PH-01")] string PharmacyId) : ITool<StockReport>, IRoutine;

[Data]
public sealed partial record StockReport(
    [Description("The medicine.")] string Medication,
    [Description("The pick-up point that was asked about has it.")] bool InStock,
    [RegularExpression(Ids.PickupPoint), Description("The pick-up point that was asked about.")] string PharmacyId,
    [Description("Other pick-up points that have it, nearest first.")] ImmutableArray<StockElsewhere> Elsewhere);

[Data]
public sealed partial record StockElsewhere(
    [RegularExpression(Ids.PickupPoint), Description("The pick-up point.")] string PharmacyId,
    [Description("Its name.")] string PickupPoint);
