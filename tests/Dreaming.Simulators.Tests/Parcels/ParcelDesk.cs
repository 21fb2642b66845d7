using System.Collections.Immutable;
using System.ComponentModel;
using Dreaming;

[assembly: Domain("parcel-desk", Instructions = "You work at a parcel desk. Show parcels and redirect them.")]

namespace Dreaming.Simulators.Tests.Parcels;

[Data]
public sealed partial record Parcel(
    [property: Description("The parcel's id.")] string ParcelId,
    [property: Description("Where it goes.")] string City);

[Tool("show_parcel", "Shows where a parcel goes.")]
public sealed partial record ShowParcel([Description("The parcel's id."), Example("P-1")] string ParcelId) : ITool<Parcel>;

[Tool("redirect_parcel", "Sends a parcel to another city.", Effect = Effect.Write)]
public sealed partial record RedirectParcel(
    [Description("The parcel's id."), Example("P-1")] string ParcelId,
    [Description("Where it is to go."), Example("Oslo")] string City) : ITool<Parcel>;

// It can redirect parcels and cannot show them.
[Sandbox]
public sealed partial class Depot : ISandbox<Depot>
{
    private ImmutableSortedDictionary<string, string> _redirected = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static Depot Open(WorldOptions options) => new();

    public Depot Fork() => new() { _redirected = _redirected };

    public string? CityOf(string parcel) => _redirected.GetValueOrDefault(parcel);

    public ToolOutcome<Parcel> Handle(ShowParcel call) => throw new NotSupportedException("the depot shows no parcels");

    public ToolOutcome<Parcel> Handle(RedirectParcel call)
    {
        _redirected = _redirected.SetItem(call.ParcelId, call.City);
        return new Parcel(call.ParcelId, call.City);
    }
}

[Scenario("redirect", Title = "Somebody wants a parcel elsewhere.")]
[Says("Please send parcel {Parcel} to {City}.")]
[Says("parcel {Parcel} has to go to {City}")]
[Says("I need {Parcel} in {City}.")]
[Budget(Turns = 4, ToolCalls = 6)]
public sealed partial record Redirect(
    [Asked("which parcel", "parcel number")] string Parcel,
    [Asked("which city", "where")] string City) : IScenario<Redirect, Depot>
{
    public static IEnumerable<Redirect> Seeds(Depot world) => [new("P-1", "Oslo")];

    public static Redirect? Ground(Trajectory episode, Depot world) => null;

    public bool Achieved(Depot before, Depot after, Trajectory trajectory) => after.CityOf(Parcel) == City;
}
