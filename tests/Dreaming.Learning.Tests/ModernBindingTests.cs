using Dreaming.Agents.Binding;
using Dreaming.Agents.Reading;
using GuestDesk;

namespace Dreaming.Learning.Tests;

/// <summary>Values for lengths of time, addresses, objects and unions.</summary>
public sealed class ModernBindingTests
{
    private static readonly DomainLexicon Lexicon = DomainLexicon.Of(GuestDeskDomain.Instance);

    [Theory]
    [InlineData("Two hours longer, please.", "PT2H")]
    [InlineData("make it 2 hours and 30 minutes longer", "PT2H30M")]
    [InlineData("half an hour more", "PT30M")]
    [InlineData("an hour and 15 min", "PT1H15M")]
    [InlineData("90min please", "PT1H30M")]
    [InlineData("a week", "P7D")]
    [InlineData("by P1DT2H", "P1DT2H")]
    public void A_length_of_time_is_read_in_the_forms_in_which_people_say_it(string message, string length) =>
        Assert.Equal(length, Bound("longer", message));

    [Theory]
    [InlineData("I have a dog and 3 children.")]
    [InlineData("not two hours")]
    [InlineData("in 2026")]
    public void A_number_without_a_unit_and_a_length_that_is_denied_are_none(string message) => Assert.Null(Bound("longer", message));

    [Theory]
    [InlineData("Send me https://example.org/rooms?floor=2.", "https://example.org/rooms?floor=2")]
    [InlineData("(see http://example.org)", "http://example.org")]
    [InlineData("the page mailto:ann@example.org", "mailto:ann@example.org")]
    public void An_address_is_read_without_what_stands_around_it(string message, string page) => Assert.Equal(page, Bound("page", message));

    [Theory]
    [InlineData("note: nothing at all")]
    [InlineData("example.org/rooms")]
    public void What_is_no_address_is_not_taken_for_one(string message) => Assert.Null(Bound("page", message));

    [Fact]
    public void A_mailbox_is_read_by_its_form() => Assert.Equal("ann@example.org", Bound("mailbox", "Write to ann@example.org, please."));

    [Fact]
    public void A_length_that_a_result_shows_under_its_name_is_carried_over() => Assert.Equal(
        "PT3H",
        Value("longer", Desk.Said("as before").Called("extend_stay", """{"longer":"PT3H"}""", ReplyOutcome.Result, "true")));

    [Theory]
    [InlineData("I pay with CC-1234.", """{"card_id":"CC-1234","method":"card"}""")]
    [InlineData("The voucher is VO-7777.", """{"method":"voucher","voucher_id":"VO-7777"}""")]
    [InlineData("Voucher VO-7777, the terms stand at https://example.org/t", """{"method":"voucher","terms":"https://example.org/t","voucher_id":"VO-7777"}""")]
    [InlineData("I have CC-1234 and VO-7777, take the voucher", """{"method":"voucher","voucher_id":"VO-7777"}""")]
    public void A_union_is_the_case_whose_members_were_told(string message, string payment)
    {
        Assert.Equal(payment, Bound("payment", message));
        Assert.True(GuestDeskDomain.Instance.FindTool("pay")!.Validate(System.Text.Encoding.UTF8.GetBytes($"{{\"payment\":{payment}}}")));
    }

    [Fact]
    public void A_union_of_which_nothing_is_known_has_no_value() => Assert.Null(Bound("payment", "I would like to pay."));

    [Fact]
    public void A_record_that_holds_itself_is_put_together_once() =>
        Assert.Equal("""{"children":[],"full_name":"Ann Lee"}""", Bound("guest", "My full name is Ann Lee."));

    private static string? Bound(string slot, string message) => Value(slot, Desk.Said(message));

    private static string? Value(string slot, Trajectory trajectory) =>
        new Binder(ConversationState.Of(Lexicon, trajectory)).For(Lexicon.Slots.First(s => s.Name == slot)).FirstOrDefault()?.Text;
}
