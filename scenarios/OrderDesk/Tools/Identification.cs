using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Tool("find_user_id_by_email", "Finds the customer's user id by e-mail address. Try this first.")]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record FindUserIdByEmail(
    [Description("The customer's e-mail address."), Example("someone@example.com"), Sensitive] string Email) : ITool<string>, IIdentification;

[Tool("find_user_id_by_name_zip", "Finds the customer's user id by full name and zip code. For customers who cannot be found by e-mail or do not remember it.")]
[Fails(ToolFault.Timeout, ToolFault.Transient, ToolFault.RateLimited)]
public sealed partial record FindUserIdByNameZip(
    [Description("The customer's first name."), Example("Alder"), Sensitive] string FirstName,
    [Description("The customer's last name."), Example("Quill"), Sensitive] string LastName,
    [Description("The customer's zip code."), Example("00001"), Sensitive] string Zip) : ITool<string>, IIdentification;
