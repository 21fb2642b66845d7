using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Tool("modify_user_address", "Changes a customer's default address; orders that were already placed keep theirs. Needs the customer's yes.", Effect = Effect.Write)]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record ModifyUserAddress(
    [Description("The customer's user id."), Example("alder_quill_1000")] string UserId,
    [Description("Street and number."), Example("1 Example Street"), Sensitive] string Address1,
    [Description("Flat, suite or floor; empty when there is none."), Example("Suite 1"), Example(""), Sensitive] string Address2,
    [Description("City."), Example("Springfield")] string City,
    [Description("State, as two letters."), Example("IL")] string State,
    [Description("Country."), Example("USA")] string Country,
    [Description("Zip code."), Example("00001"), Sensitive] string Zip) : ITool<User>, IAddressChange;
