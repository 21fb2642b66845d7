using Dreaming;

namespace OrderDesk;

/// <summary>Nobody is told about, or changed anything for, a person that the desk has not identified.</summary>
[Policy]
[Precedence<IIdentification, ICustomerRecord>(Id = "identified-before-records", Succeeded = Side.First, Harm = Harm.Considerable, Because = "Profiles and orders are opened and changed only after the customer was found by e-mail or by name and zip code, even when they name an account or an order: they hold addresses and payment methods.")]
[Precedence<IIdentification, ICatalogue>(Id = "identified-before-products", Succeeded = Side.First, Harm = Harm.Minor, Because = "The desk finds out whom it serves before it serves them, with facts about products too.")]
public static partial class IdentityPolicy;
