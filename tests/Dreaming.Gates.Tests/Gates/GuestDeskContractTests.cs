using System.Text;
using System.Text.Json;
using Dreaming.Contracts;
using Dreaming.Curation;
using Dreaming.Gates;
using GuestDesk;
using Xunit;

namespace Dreaming.Gates.Tests.Gates;

/// <summary>Contracts of lengths of time, addresses, unions and records that hold themselves.</summary>
public class GuestDeskContractTests
{
    [Fact]
    public void Every_contract_of_the_guest_desk_holds() => Assert.Empty(
        ToolContractTests.Run(GuestDeskDomain.Instance).Where(c => !c.Held).Select(c => $"{c.Tool}, {c.Probe}: {c.Detail}"));

    [Fact]
    public void A_full_call_is_made_of_every_contract()
    {
        foreach (var tool in GuestDeskDomain.Instance.Tools)
        {
            var call = ValidCall.Build(tool, out var violations);
            Assert.True(call is not null, $"{tool.Name}: {string.Join(' ', violations)}");
            using var document = JsonDocument.Parse(call.ToUtf8());
            Assert.Equal(tool.Parameters.Select(p => p.Name).Order(), document.RootElement.EnumerateObject().Select(p => p.Name).Order());
        }
    }

    [Fact]
    public void A_record_that_holds_itself_ends_where_it_may()
    {
        var guest = GuestDeskDomain.Instance.FindTool("book_stay")!.Parameters.Single(p => p.Name == "guest");
        Assert.Equal("""{"full_name":"a","children":[]}""", SampleValue.Of(guest));
    }

    [Fact]
    public void A_case_that_holds_no_other_case_stands_for_a_union()
    {
        var payment = Guests("pay").Parameters.Single();
        Assert.Equal("""{"method":"card","card_id":"CC-0001"}""", SampleValue.Of(payment with { Cases = payment.Cases.Reverse().ToArray() is [var parts, var voucher, var card] ? [parts, card, voucher] : [] }));
    }

    [Theory]
    [InlineData("""{"longer":"PT1H30M"}""", true)]
    [InlineData("""{"longer":"01:30:00"}""", false)]
    public void A_length_of_time_is_held_to_its_one_form(string arguments, bool accepted) =>
        Assert.Equal(accepted, Guests("extend_stay").Validate(Encoding.UTF8.GetBytes(arguments)));

    [Fact]
    public void A_call_that_breaks_its_contract_is_scrubbed_by_name_at_every_depth()
    {
        var called = new ToolCalled("c1", "book_stay", new RawJson("""{"guest":{"companion":{"full_name":"Bo"}}}"""));
        var members = SensitiveMembers.Of(Guests("book_stay"), called);
        using var json = JsonDocument.Parse(called.Arguments.Text);
        Assert.Equal([("full_name", "Bo")], members.In(json.RootElement));
    }

    private static ToolContract Guests(string tool) => GuestDeskDomain.Instance.FindTool(tool)!;
}
