namespace RefillDesk;

[Tool("list_pickup_points", "Lists the pharmacies where a repeat can be collected, with their opening hours.")]
[Fails(ToolFault.Transient)]
public sealed partial record ListPickupPoints : ITool<ImmutableArray<PickupPoint>>, IRoutine;

[Data]
public sealed partial record PickupPoint(
    [RegularExpression(Ids.PickupPoint), Description("The pick-up point.")] string PharmacyId,
    [Description("Its name.")] string Name,
    [Description("When it is open.")] string Hours);
