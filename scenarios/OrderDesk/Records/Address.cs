using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Data]
public sealed partial record Address(
    [Description("Street and number."), Sensitive] string Address1,
    [Description("Flat, suite or floor; empty when there is none."), Sensitive] string Address2,
    [Description("City.")] string City,
    [Description("Country.")] string Country,
    [Description("State, as two letters.")] string State,
    [Description("Zip code."), Sensitive] string Zip)
{
    public override string ToString() =>
        Address2.Length == 0 ? $"{Address1}, {City}, {State}, {Country} {Zip}" : $"{Address1}, {Address2}, {City}, {State}, {Country} {Zip}";
}
