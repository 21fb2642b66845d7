using Dreaming;

namespace OrderDesk;

[Scenario("change-default-address", Title = "A customer has moved and wants the address in the profile changed.")]
[Says("Hello, I've moved. Please update my default address to {NewAddress}.")]
[Says("can you put a new address on my account? {NewAddress}")]
[Says("I need to change the address in my profile.")]
[Budget(Turns = 12, ToolCalls = 8)]
public sealed partial record ChangeDefaultAddress(
    [Sensitive] string NewAddress,
    [Hidden, Sensitive, Asked("first line", "street")] string Address1,
    [Hidden, Sensitive, Asked("second line", "suite", "flat", "apartment")] string Address2,
    [Hidden] string City,
    [Hidden] string State,
    [Hidden] string Country,
    [Hidden, Sensitive, Asked("zip code", "postal code", "new zip")] string Zip,
    [Hidden, Sensitive, Asked("first name", "your name", "full name")] string FirstName,
    [Hidden, Sensitive, Asked("last name", "surname", "your name", "full name")] string LastName,
    [Hidden, Sensitive, Asked("zip code on file", "previous zip", "zip code of the old address")] string OldZip,
    [Hidden, Sensitive, Asked("e-mail", "email address", "e-mail address")] string Email,
    [Unknown] string UserId) : IScenario<ChangeDefaultAddress, Shop>
{
    public static IEnumerable<ChangeDefaultAddress> Seeds(Shop world) =>
        from order in world.Orders
        let user = world.FindUser(order.UserId)
        where user is not null && user.Address != order.Address
        group order by user.UserId into orders
        select Of(world.FindUser(orders.Key)!, orders.First().Address);

    public static ChangeDefaultAddress? Ground(Trajectory episode, Shop world) => Grounding.As<ChangeDefaultAddress>(episode, world);

    public bool Achieved(Shop before, Shop after, Trajectory trajectory)
    {
        var expected = before.Fork();
        expected.Handle(new ModifyUserAddress(UserId, Address1, Address2, City, State, Country, Zip));
        if (!after.SameAs(expected) || Identity.Of(trajectory) != UserId)
            return false;
        return !expected.SameAs(before)
            || trajectory.Succeeded<GetUserDetails>().Any(c => c.Call.UserId == UserId && Outcome.SpokeAfter(trajectory, c.Index));
    }

    [Counterfactual("already-changed", "The profile has the new address already: nothing is left to change.")]
    public Shop AlreadyChanged(Shop world) =>
        world.With(world.FindUser(UserId)! with { Address = new(Address1, Address2, City, Country, State, Zip) });

    internal static ChangeDefaultAddress? From(ModifyUserAddress call, Shop world) =>
        world.FindUser(call.UserId) is { } user
            ? Of(user, new(call.Address1, call.Address2, call.City, call.Country, call.State, call.Zip))
            : null;

    private static ChangeDefaultAddress Of(User user, Address address) => new(
        address.ToString(),
        address.Address1,
        address.Address2,
        address.City,
        address.State,
        address.Country,
        address.Zip,
        user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email, user.UserId);
}
